package voidscope.chart.live;

import java.util.Arrays;

/// Cuts a run of points into dashes and strokes them.
final class Dashes {
  private double[] x = new double[256];
  private double[] y = new double[256];
  private int size;

  /// Strokes the points `from` to `to`, exclusive; an empty pattern is a solid line. Lengths in
  /// device pixels.
  void stroke(
      Raster raster,
      double[] px,
      double[] py,
      int from,
      int to,
      double width,
      float[] dash,
      int argb,
      double opacity) {
    if (dash.length == 0 || to - from < 2) {
      raster.stroke(px, py, from, to, width, argb, opacity);
      return;
    }
    int phase = 0;
    double left = length(dash, 0, width);
    size = 0;
    add(px[from], py[from]);
    for (int i = from + 1; i < to; i++) {
      double x0 = px[i - 1];
      double y0 = py[i - 1];
      double length = Math.hypot(px[i] - x0, py[i] - y0);
      double done = 0;
      while (length - done > left) {
        done += left;
        double cutX = x0 + (px[i] - x0) * done / length;
        double cutY = y0 + (py[i] - y0) * done / length;
        if (phase % 2 == 0) {
          add(cutX, cutY);
          raster.stroke(x, y, 0, size, width, argb, opacity);
        }
        phase = (phase + 1) % dash.length;
        left = length(dash, phase, width);
        size = 0;
        add(cutX, cutY);
      }
      left -= length - done;
      if (phase % 2 == 0) {
        add(px[i], py[i]);
      }
    }
    if (phase % 2 == 0) {
      raster.stroke(x, y, 0, size, width, argb, opacity);
    }
  }

  /// A dash is shortened by its round ends, and a gap widened.
  private static double length(float[] dash, int phase, double width) {
    return phase % 2 == 0 ? Math.max(.01, dash[phase] - width) : dash[phase] + width;
  }

  private void add(double px, double py) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = px;
    y[size++] = py;
  }
}
