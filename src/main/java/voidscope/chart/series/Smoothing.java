package voidscope.chart.series;

import java.util.Arrays;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;

/// A running mean of a line over a twentieth of what the axis shows. It is the mean of the drawn
/// line, not of its points, so it does not depend on how densely the line was thinned. NaN cuts it.
final class Smoothing {
  private static final double HALF = 0.025;

  private final double[] at;
  private final double[] y;
  private final double[] area;

  /// @param at places on the axis, ascending
  private Smoothing(double[] at, double[] y) {
    this.at = at;
    this.y = y;
    area = new double[y.length];
    for (int i = 1; i < y.length; i++) {
      area[i] = area[i - 1] + (at[i] - at[i - 1]) * (y[i] + y[i - 1]) / 2;
    }
  }

  /// The smoothed line, without a band.
  static Figure.Line of(Figure.Line line, Projection across) {
    double[] x = line.x();
    double[] y = line.y();
    double[] smooth = new double[y.length];
    Arrays.fill(smooth, Double.NaN);
    int from = 0;
    for (int i = 0; i <= y.length; i++) {
      if (i == y.length || !Double.isFinite(y[i]) || !Double.isFinite(across.share(x[i]))) {
        if (i > from) {
          double[] at = Arrays.stream(x, from, i).map(across::share).toArray();
          double[] means = new Smoothing(at, Arrays.copyOfRange(y, from, i)).means();
          System.arraycopy(means, 0, smooth, from, means.length);
        }
        from = i + 1;
      }
    }
    String column = line.column() + ", smoothed";
    return new Figure.Line(line.key(), line.name(), column, line.style(), x, smooth, null, null);
  }

  private double[] means() {
    double[] means = new double[y.length];
    double first = at[0];
    double last = at[at.length - 1];
    for (int i = 0; i < y.length; i++) {
      double half = Math.min(HALF, Math.min(at[i] - first, last - at[i]));
      means[i] = half > 0 ? (area(at[i] + half) - area(at[i] - half)) / (2 * half) : y[i];
    }
    return means;
  }

  /// The line's integral from its start.
  private double area(double place) {
    int found = Arrays.binarySearch(at, place);
    int above = Math.clamp(found >= 0 ? found : -found - 1, 1, at.length - 1);
    double width = at[above] - at[above - 1];
    double part = place - at[above - 1];
    double slope = width > 0 ? (y[above] - y[above - 1]) / width : 0;
    return area[above - 1] + part * (y[above - 1] + slope * part / 2);
  }
}
