package voidscope.experiment.record;

import java.io.IOException;

/// The mean of a number over the steps since it was last taken.
public final class Tally {
  private double sum;
  private long count;

  public void accept(double value) {
    sum += value;
    count++;
  }

  /// The mean so far, NaN where there was nothing.
  public double mean() {
    return sum / count;
  }

  /// The mean, NaN where there was nothing; begins anew.
  public double take() {
    double mean = sum / count;
    sum = 0;
    count = 0;
    return mean;
  }

  /// Carries it out or in.
  public void exchange(Archive archive) throws IOException {
    double[] carried = {sum};
    archive.doubles(carried);
    sum = carried[0];
    count = archive.number(count);
  }
}
