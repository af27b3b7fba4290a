package voidscope.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Scale;

/// Where a parameter's values lie on its slider, and how far a key moves them.
///
/// @param range of its values
record SliderLayout(Domain.Range range) {
  private static final double GAIN = 999;
  private static final double ZERO_GAP = 0.3;
  private static final double DETENT = 0.02;

  /// How far a key goes.
  enum Stride {
    /// An arrow key with Shift.
    FINE,
    /// An arrow key.
    ARROW,
    /// Page up or down.
    PAGE
  }

  /// Whether a slider would be of any use.
  boolean useful() {
    return range instanceof Domain.Real
        || (range.maximum() <= 1e9
            && (range.scale() == Scale.LOG || range.maximum() - range.minimum() <= 1e3));
  }

  /// The slider's left end.
  double start() {
    return switch (range.scale()) {
      case LINEAR -> range.minimum();
      case LOG -> Math.log10(floor()) - (range.minimum() > 0 ? 0 : ZERO_GAP);
      case TARGET -> -1;
    };
  }

  /// The slider's right end.
  double end() {
    return switch (range.scale()) {
      case LINEAR -> range.maximum();
      case LOG -> Math.log10(range.maximum());
      case TARGET -> 1;
    };
  }

  /// Where a value lies.
  double position(double value) {
    return switch (range.scale()) {
      case LINEAR -> value;
      case LOG -> value < floor() ? start() : Math.log10(value);
      case TARGET -> {
        double distance = value - 0.5;
        yield Math.signum(distance)
            * Math.log1p(2 * GAIN * Math.abs(distance))
            / Math.log(GAIN + 1);
      }
    };
  }

  /// The value at a position, rounded to what a hand can mean by it.
  double value(double position) {
    return switch (range.scale()) {
      case LINEAR -> fitting(position);
      case LOG ->
          position < Math.log10(floor()) - ZERO_GAP / 2
              ? range.minimum()
              : fitting(Math.pow(10, position));
      case TARGET ->
          Math.abs(position) < DETENT
              ? 0.5
              : fitting(
                  0.5
                      + Math.signum(position)
                          * 0.5
                          * (Math.pow(GAIN + 1, Math.abs(position)) - 1)
                          / GAIN);
    };
  }

  /// The value that a key leads to.
  double moved(double value, Stride stride, int direction) {
    double target =
        switch (range.scale()) {
          case LINEAR ->
              value
                  + direction
                      * (range.maximum() - range.minimum())
                      * pick(stride, 0.002, 0.01, 0.1);
          case LOG -> Math.pow(10, position(value) + direction * pick(stride, 0.01, 0.05, 0.5));
          case TARGET -> value + direction * pick(stride, 1e-4, 1e-3, 1e-2);
        };
    double result =
        range.scale() == Scale.TARGET ? clamped(decimals(target, 1e-6)) : fitting(target);
    if (range instanceof Domain.Whole && result == value) {
      result = clamped(value + direction);
    }
    return result;
  }

  private double floor() {
    return range.minimum() > 0 ? range.minimum() : 1;
  }

  private double fitting(double value) {
    if (range instanceof Domain.Whole) {
      double whole = Math.rint(value);
      return clamped(
          whole < 1000 ? whole : new BigDecimal(whole).round(new MathContext(2)).doubleValue());
    }
    return clamped(
        switch (range.scale()) {
          case LINEAR ->
              decimals(
                  value,
                  Math.pow(10, Math.floor(Math.log10((range.maximum() - range.minimum()) / 1000))));
          case LOG -> new BigDecimal(value).round(new MathContext(3)).doubleValue();
          case TARGET -> {
            double distance = Math.abs(value - 0.5);
            yield decimals(value, distance < 0.01 ? 1e-5 : distance < 0.05 ? 1e-4 : 1e-3);
          }
        });
  }

  private double clamped(double value) {
    return Math.clamp(value, range.minimum(), range.maximum());
  }

  private static double decimals(double value, double quantum) {
    int places = (int) Math.round(-Math.log10(quantum));
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static double pick(Stride stride, double fine, double arrow, double page) {
    return switch (stride) {
      case FINE -> fine;
      case ARROW -> arrow;
      case PAGE -> page;
    };
  }
}
