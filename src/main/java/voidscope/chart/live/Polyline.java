package voidscope.chart.live;

import java.util.Arrays;
import voidscope.chart.figure.View;

/// A series in pixels: cut where it is not finite or has no place on the axes, and thinned to the
/// first, lowest, highest and last point of every half pixel, or a path to points a quarter of a
/// pixel apart, which draws the same picture. Its arrays are used again.
final class Polyline {
  private static final double BINS = 2;

  /// How far apart points of a path are at least, but for its last.
  private static final double APART = .25;

  /// Points in device pixels.
  double[] x = new double[1024];

  double[] y = new double[1024];

  /// Run k goes from `start[k]` to `start[k + 1]`, exclusive; `runs` of them.
  int[] start = new int[16];

  int runs;

  /// Whether run k ended because a value was not finite.
  boolean[] broken = new boolean[16];

  private int size;
  private double bin = Double.NaN;
  private final double[] binX = new double[4];
  private final double[] binY = new double[4];
  private int low;
  private int high;
  private int count;

  /// Takes the part of a series that `view` shows; abscissae ascend.
  void set(double[] dataX, double[] dataY, View view) {
    clear();
    int from = Math.max(0, lower(dataX, view.x().low()) - 1);
    int to = Math.min(dataX.length, lower(dataX, Math.nextUp(view.x().high())) + 1);
    for (int i = from; i < to; i++) {
      double px = view.toX(dataX[i]);
      double py = view.toY(dataY[i]);
      if (Double.isNaN(dataY[i])) {
        endRun(true);
      } else if (Double.isFinite(dataY[i]) && Double.isFinite(px) && Double.isFinite(py)) {
        accept(px, py);
      } else {
        endRun(false);
      }
    }
    endRun(false);
  }

  /// Takes the points of a path in their order, wherever they lie, and those that `view` does not
  /// show as well: between two of them the path may pass through it.
  void path(double[] dataX, double[] dataY, View view) {
    clear();
    boolean waits = false;
    for (int i = 0; i < dataX.length; i++) {
      double px = view.toX(dataX[i]);
      double py = view.toY(dataY[i]);
      if (Double.isFinite(dataY[i]) && Double.isFinite(px) && Double.isFinite(py)) {
        boolean first = size == start[runs];
        waits = !first && Math.hypot(px - x[size - 1], py - y[size - 1]) < APART;
        if (!waits) {
          put(px, py);
        }
        binX[0] = px;
        binY[0] = py;
      } else {
        end(waits, Double.isNaN(dataY[i]));
        waits = false;
      }
    }
    end(waits, false);
  }

  /// Ends a run of a path by its last point.
  private void end(boolean waits, boolean wasBroken) {
    if (waits) {
      add(0);
    }
    endRun(wasBroken);
  }

  private void clear() {
    runs = 0;
    size = 0;
    count = 0;
    bin = Double.NaN;
    start[0] = 0;
  }

  private void accept(double px, double py) {
    double b = Math.floor(px * BINS);
    if (b != bin) {
      flush();
      bin = b;
      low = 0;
      high = 0;
      count = 1;
      Arrays.fill(binX, px);
      Arrays.fill(binY, py);
      return;
    }
    count++;
    binX[3] = px;
    binY[3] = py;
    if (py < binY[1]) {
      binX[1] = px;
      binY[1] = py;
      low = count;
    }
    if (py > binY[2]) {
      binX[2] = px;
      binY[2] = py;
      high = count;
    }
  }

  private void flush() {
    if (count == 0) {
      return;
    }
    add(0);
    if (count > 2) {
      add(low <= high ? 1 : 2);
      add(low <= high ? 2 : 1);
    }
    if (count > 1) {
      add(3);
    }
    count = 0;
  }

  private void add(int i) {
    put(binX[i], binY[i]);
  }

  private void put(double px, double py) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = px;
    y[size++] = py;
  }

  private void endRun(boolean wasBroken) {
    flush();
    bin = Double.NaN;
    if (size == start[runs]) {
      return;
    }
    broken[runs++] = wasBroken;
    if (runs + 1 >= start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      broken = Arrays.copyOf(broken, 2 * broken.length);
    }
    start[runs] = size;
  }

  /// The first index whose value is at least `value`, in ascending values.
  private static int lower(double[] ascending, double value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
