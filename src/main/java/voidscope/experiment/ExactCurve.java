package voidscope.experiment;

import java.io.IOException;
import java.util.Arrays;

/// Exact moments along a run, at a bounded number of points: when it is full every other one goes.
/// Which are left depends on the steps alone.
final class ExactCurve {
  private static final int CAPACITY = 512;

  private double[] steps = new double[CAPACITY];
  private double[] variances = new double[CAPACITY];
  private int length;
  private long stride = 1;

  /// Whether a point is wanted at the n-th measurement, counted from 0.
  boolean wants(long measurement) {
    return measurement % stride == 0;
  }

  /// Appends the points of a burst that are still wanted.
  void add(Trace.ExactPoint[] points, int count, long every) {
    for (int i = 0; i < count; i++) {
      if (wants(points[i].step() / every)) {
        if (length == CAPACITY) {
          thin(every);
          if (!wants(points[i].step() / every)) {
            continue;
          }
        }
        steps[length] = points[i].step();
        variances[length] = points[i].variance();
        length++;
      }
    }
  }

  private void thin(long every) {
    stride *= 2;
    double[] keptSteps = new double[CAPACITY];
    double[] keptVariances = new double[CAPACITY];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (wants((long) steps[i] / every)) {
        keptSteps[kept] = steps[i];
        keptVariances[kept++] = variances[i];
      }
    }
    steps = keptSteps;
    variances = keptVariances;
    length = kept;
  }

  /// Carries the points out or in.
  void exchange(Archive archive) throws IOException {
    stride = archive.number(stride);
    length = (int) archive.number(length);
    archive.doubles(steps);
    archive.doubles(variances);
  }

  Track.ExactPoints view() {
    return new Track.ExactPoints(
        length, Arrays.copyOf(steps, length), Arrays.copyOf(variances, length));
  }
}
