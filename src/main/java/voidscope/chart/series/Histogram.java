package voidscope.chart.series;

import java.util.Arrays;
import java.util.List;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Figure;

/// Histograms of several samples over one set of bins, as outlines. The bins reach from the least
/// to the greatest of the samples' half percent quantiles; what lies beyond is counted at the ends.
final class Histogram {
  private static final int BINS = 60;
  private static final double TAIL = 0.005;

  private final double low;
  private final double width;

  /// @param samples what the bins are to hold; none may be empty
  Histogram(List<float[]> samples) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (float[] sample : samples) {
      float[] sorted = sample.clone();
      Arrays.sort(sorted);
      int cut = (int) (TAIL * sorted.length);
      least = Math.min(least, sorted[cut]);
      greatest = Math.max(greatest, sorted[sorted.length - 1 - cut]);
    }
    if (!(greatest > least)) {
      double room = least == 0 || !Double.isFinite(least) ? 1 : Math.abs(least) / 2;
      least = Double.isFinite(least) ? least - room : -1;
      greatest = least + 2 * room;
    }
    width = (greatest - least) / (BINS - 2);
    low = least - width;
  }

  /// The axis of the shares: on a root scale, where a mass at one point hides nothing.
  static Figure.Axis shares() {
    return Figure.Axis.fitting("share of samples").with(AxisScale.SQRT);
  }

  /// The outline of one sample: the share of it in every bin.
  Figure.Line outline(String key, String name, Figure.Style style, float[] sample) {
    int[] counts = new int[BINS];
    for (float value : sample) {
      counts[(int) Math.clamp((value - low) / width, 0, BINS - 1)]++;
    }
    double[] x = new double[2 * BINS + 2];
    double[] y = new double[2 * BINS + 2];
    for (int i = 0; i < BINS; i++) {
      double share = counts[i] / (double) sample.length;
      x[2 * i + 1] = low + i * width;
      x[2 * i + 2] = low + (i + 1) * width;
      y[2 * i + 1] = share;
      y[2 * i + 2] = share;
    }
    x[0] = x[1];
    x[2 * BINS + 1] = x[2 * BINS];
    return new Figure.Line(key, name, style, x, y, null, null).outlined();
  }
}
