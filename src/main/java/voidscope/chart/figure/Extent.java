package voidscope.chart.figure;

import org.jspecify.annotations.Nullable;

/// The ends of an axis or of some data; `low > high` means that there are no data.
///
/// @param low lower end
/// @param high upper end
public record Extent(double low, double high) {
  static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  public double length() {
    return high - low;
  }

  public boolean contains(Extent other) {
    return low <= other.low && other.high <= high;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /// The same, with room around where all is equal, or equal but for rounding: what has no length
  /// has no ticks.
  public Extent roomy() {
    double magnitude = Math.max(Math.abs(low), Math.abs(high));
    if (length() > 1e-9 * magnitude) {
      return this;
    }
    double room = magnitude == 0 ? 1 : .05 * magnitude;
    return new Extent(low - room, high + room);
  }

  /// The finite abscissae of a figure that have a place on its axis.
  public static Extent ofX(Figure figure) {
    Extent extent = NONE;
    for (Figure.Line line : figure.lines()) {
      extent = extent.with(line.x(), line.x(), null, figure.x().scale());
    }
    HeatMap map = figure.map();
    return map == null
        ? extent
        : extent.with(ends(map.x()), ends(map.x()), null, figure.x().scale());
  }

  /// The finite ordinates of a figure that have a place on its axis, bands and levels included,
  /// where x lies within `window`.
  public static Extent ofY(Figure figure, Extent window) {
    AxisScale scale = figure.y().scale();
    Extent extent = NONE;
    for (Figure.Line line : figure.lines()) {
      double[] low = line.low();
      double[] high = line.high();
      extent = extent.with(line.y(), line.x(), window, scale);
      if (low != null && high != null) {
        extent = extent.with(low, line.x(), window, scale).with(high, line.x(), window, scale);
      }
    }
    for (Figure.Level level : figure.levels()) {
      extent = extent.with(new double[] {level.y()}, new double[1], null, scale);
    }
    HeatMap map = figure.map();
    return map == null ? extent : extent.with(ends(map.y()), ends(map.y()), null, scale);
  }

  private static double[] ends(Extent extent) {
    return new double[] {extent.low, extent.high};
  }

  private Extent with(double[] values, double[] x, @Nullable Extent window, AxisScale scale) {
    double min = low;
    double max = high;
    for (int i = 0; i < values.length; i++) {
      double v = values[i];
      if (Double.isFinite(v)
          && (v > 0 || scale != AxisScale.LOG)
          && (window == null || window.contains(x[i]))) {
        min = Math.min(min, v);
        max = Math.max(max, v);
      }
    }
    return new Extent(min, max);
  }
}
