package voidscope.chart.figure;

/// How an axis spreads its values.
public enum AxisScale {
  /// Equal distances for equal differences.
  LINEAR("linear"),
  /// Equal distances for equal ratios; zero lies at the foot of a vertical axis, what is below has
  /// no place.
  LOG("logarithmic"),
  /// Logarithmic on both sides of zero, and straight near it.
  SYMLOG("symmetric logarithmic"),
  /// Equal distances for equal differences of the roots, on both sides of zero: of shares, whose
  /// errors go with their roots, small ones are seen beside large ones.
  SQRT("root");

  private final String label;

  AxisScale(String label) {
    this.label = label;
  }

  /// Its name on the screen.
  public String label() {
    return label;
  }

  /// The next one, round in a circle; a root is where a chart is made for it, and not on the way.
  public AxisScale next() {
    return switch (this) {
      case LINEAR, SQRT -> LOG;
      case LOG -> SYMLOG;
      case SYMLOG -> LINEAR;
    };
  }
}
