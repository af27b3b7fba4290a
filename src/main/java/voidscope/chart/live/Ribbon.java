package voidscope.chart.live;

import java.util.Arrays;
import voidscope.chart.figure.View;

/// A band in pixels, a point for every half pixel at most; where an edge is not finite it is cut,
/// and an edge that has no place on the axis lies at its bottom.
final class Ribbon {
  private static final double BINS = 2;
  private double[] x = new double[1024];
  private double[] low = new double[1024];
  private double[] high = new double[1024];

  /// Fills the part of a band that `view` shows.
  void fill(
      double[] dataX,
      double[] dataLow,
      double[] dataHigh,
      View view,
      Raster raster,
      int argb,
      double opacity) {
    int size = 0;
    double bin = Double.NaN;
    for (int i = 0; i < dataX.length; i++) {
      boolean finite = Double.isFinite(dataLow[i]) && Double.isFinite(dataHigh[i]);
      if (!finite) {
        raster.band(x, low, high, 0, size, argb, opacity);
        size = 0;
        bin = Double.NaN;
        continue;
      }
      double px = view.toX(dataX[i]);
      double down = view.toY(dataLow[i]);
      double up = view.toY(dataHigh[i]);
      down = Double.isNaN(down) ? view.bottom() : down;
      up = Double.isNaN(up) ? view.bottom() : up;
      if (!Double.isFinite(px)) {
        continue;
      }
      double b = Math.floor(px * BINS);
      if (b == bin) {
        low[size - 1] = Math.max(low[size - 1], down);
        high[size - 1] = Math.min(high[size - 1], up);
      } else {
        bin = b;
        grow(size);
        x[size] = px;
        low[size] = down;
        high[size++] = up;
      }
    }
    raster.band(x, low, high, 0, size, argb, opacity);
  }

  private void grow(int size) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      low = Arrays.copyOf(low, 2 * size);
      high = Arrays.copyOf(high, 2 * size);
    }
  }
}
