package voidscope.chart.figure;

/// Where values lie on an axis: from 0 at its lower end to 1 at its upper end.
///
/// @param scale how the values are spread
/// @param knee magnitude below which a symmetric logarithmic axis is straight; else unused
/// @param from the lower end, spread
/// @param to the upper end, spread
public record Projection(AxisScale scale, double knee, double from, double to) {
  private static final double DECADES = 3;

  public static Projection of(AxisScale scale, Extent ends) {
    double knee = knee(ends);
    return new Projection(
        scale, knee, forward(scale, knee, ends.low()), forward(scale, knee, ends.high()));
  }

  /// A symmetric axis shows about three decades on a side.
  private static double knee(Extent ends) {
    double largest = Math.max(Math.abs(ends.low()), Math.abs(ends.high()));
    return largest > 0 && Double.isFinite(largest)
        ? Math.pow(10, Math.ceil(Math.log10(largest) - 1e-9) - DECADES)
        : 1;
  }

  /// The place of a value; NaN where it has none.
  public double share(double value) {
    return (forward(scale, knee, value) - from) / (to - from);
  }

  /// The value at a place.
  public double value(double share) {
    double spread = from + share * (to - from);
    return switch (scale) {
      case LINEAR -> spread;
      case LOG -> Math.pow(10, spread);
      case SYMLOG -> knee * Math.sinh(spread);
      case SQRT -> spread * Math.abs(spread);
    };
  }

  private static double forward(AxisScale scale, double knee, double value) {
    return switch (scale) {
      case LINEAR -> value;
      case LOG -> value > 0 ? Math.log10(value) : Double.NaN;
      case SYMLOG -> asinh(value / knee);
      case SQRT -> Math.copySign(Math.sqrt(Math.abs(value)), value);
    };
  }

  private static double asinh(double x) {
    double a = Math.abs(x);
    return Math.copySign(Math.log(a + Math.sqrt(a * a + 1)), x);
  }

  /// The spread value of an end, in which an axis' ends are padded and rounded.
  public double spread(double value) {
    return forward(scale, knee, value);
  }
}
