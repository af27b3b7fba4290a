package voidscope.experiment.record;

import java.io.IOException;

/// The mean of a number over the last 100 steps, of as many as there are where they are fewer. For
/// one thread.
public final class Recent {
  private static final int STEPS = 100;

  private final float[] values = new float[STEPS];
  private long count;

  /// Takes the number of a step.
  public void accept(float value) {
    values[(int) (count % STEPS)] = value;
    count++;
  }

  /// The mean; NaN where nothing was taken.
  public double mean() {
    int filled = (int) Math.min(count, STEPS);
    double sum = 0;
    for (int i = 0; i < filled; i++) {
      sum += values[i];
    }
    return sum / filled;
  }

  /// Carries it out or in.
  public void exchange(Archive archive) throws IOException {
    archive.floats(values);
    count = archive.number(count);
  }
}
