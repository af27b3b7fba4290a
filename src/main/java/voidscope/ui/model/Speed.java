package voidscope.ui.model;

import java.util.Locale;
import voidscope.text.Count;

/// The speed slider: exponential to both sides of one step a frame.
public final class Speed {
  /// Steps a second in the middle: one a frame.
  static final double MIDDLE = 60;

  private static final double FASTEST = 0.96;

  private Speed() {}

  /// Steps a second at a position from −1 to 1; infinity at the right end.
  static double at(double position) {
    if (position > FASTEST) {
      return Double.POSITIVE_INFINITY;
    }
    return MIDDLE * Math.pow(10, position < 0 ? 2 * position : 4 * position);
  }

  /// The position to show, held at the middle when near.
  public static double detent(double position) {
    return Math.abs(position) < 0.04 ? 0 : position;
  }

  /// What a position means, in words.
  public static String text(double position) {
    double speed = at(position);
    if (Double.isInfinite(speed)) {
      return "as fast as possible";
    }
    if (position == 0) {
      return "1 step a frame";
    }
    return speed < 10
        ? String.format(Locale.ROOT, "%.1f steps/s", speed)
        : Count.text(speed) + " steps/s";
  }
}
