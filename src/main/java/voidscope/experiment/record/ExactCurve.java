package voidscope.experiment.record;

import java.io.IOException;
import java.util.Arrays;
import voidscope.stat.Digits;
import voidscope.stat.Quantiles;

/// Exact moments along a run, of several replicates their median and quartiles, at a bounded number
/// of points: when it is full every other one goes. Which are left depends on the steps alone. A
/// point at which one of the replicates withholds its own is left out.
public final class ExactCurve {
  private static final int CAPACITY = 512;

  /// Of a point: step, median, quartiles.
  private static final double[] SHARES = {0.5, 0.25, 0.75};

  private double[][] points = new double[1 + SHARES.length][CAPACITY];
  private static final double BETWEEN = 1e-6;

  private final boolean band;
  private double[] gathered = {};
  private int length;
  private long stride = 1;

  /// @param band whether there are several replicates
  public ExactCurve(boolean band) {
    this.band = band;
  }

  /// Whether a point is wanted at the n-th measurement, counted from 0.
  public boolean wants(long measurement) {
    return measurement % stride == 0;
  }

  /// Appends the points of a burst that are still wanted.
  ///
  /// @param traces of the replicates
  public void add(Trace[] traces, long every) {
    int count = Integer.MAX_VALUE;
    for (Trace trace : traces) {
      count = Math.min(count, trace.exactPoints);
    }
    for (int i = 0; i < count; i++) {
      long step = traces[0].exact[i].step();
      if (wants(step / every) && gather(traces, i)) {
        if (length == CAPACITY) {
          thin(every);
          if (!wants(step / every)) {
            continue;
          }
        }
        points[0][length] = step;
        for (int k = 0; k < SHARES.length; k++) {
          double value = Quantiles.of(gathered, SHARES[k]);
          // What lies between two replicates has no more digits than they.
          points[k + 1][length] = band ? Digits.of(value, BETWEEN * value) : value;
        }
        length++;
      }
    }
  }

  /// @return whether all replicates have a value
  private boolean gather(Trace[] traces, int point) {
    if (gathered.length != traces.length) {
      gathered = new double[traces.length];
    }
    for (int r = 0; r < traces.length; r++) {
      gathered[r] = traces[r].exact[point].variance();
      if (Double.isNaN(gathered[r])) {
        return false;
      }
    }
    Arrays.sort(gathered);
    return true;
  }

  private void thin(long every) {
    stride *= 2;
    double[][] kept = new double[points.length][CAPACITY];
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (wants((long) points[0][i] / every)) {
        for (int k = 0; k < points.length; k++) {
          kept[k][count] = points[k][i];
        }
        count++;
      }
    }
    points = kept;
    length = count;
  }

  /// Carries the points out or in.
  public void exchange(Archive archive) throws IOException {
    stride = archive.number(stride);
    length = (int) archive.number(length);
    for (double[] column : points) {
      archive.doubles(column);
    }
  }

  public Track.ExactPoints view() {
    return new Track.ExactPoints(
        length, column(0), column(1), band ? column(2) : null, band ? column(3) : null);
  }

  private double[] column(int k) {
    return Arrays.copyOf(points[k], length);
  }
}
