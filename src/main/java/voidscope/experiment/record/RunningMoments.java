package voidscope.experiment.record;

import java.io.IOException;

/// Mean and variance of many numbers over the last hundred samples or so, exponentially forgotten;
/// of fewer samples the plain ones.
public final class RunningMoments {
  private static final float LEAST_SHARE = 0.01f;

  private final float[] mean;
  private final float[] variance;
  private long count;

  /// @param length how many numbers
  public RunningMoments(int length) {
    mean = new float[length];
    variance = new float[length];
  }

  /// Takes a sample of all numbers.
  ///
  /// @param values read from `from` on
  public void accept(float[] values, int from) {
    count++;
    float share = Math.max(LEAST_SHARE, 1f / count);
    for (int i = 0; i < mean.length; i++) {
      float away = values[from + i] - mean[i];
      float step = share * away;
      mean[i] += step;
      variance[i] = (1 - share) * (variance[i] + away * step);
    }
  }

  /// The variances of some numbers together.
  public double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += variance[i];
    }
    return sum;
  }

  /// Carries everything out or in.
  public void exchange(Archive archive) throws IOException {
    archive.floats(mean);
    archive.floats(variance);
    count = archive.number(count);
  }
}
