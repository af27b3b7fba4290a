package voidscope.experiment.record;

import java.io.IOException;
import java.util.Arrays;

/// How much a contender took to reach its steps, of seconds of compute time or of environment
/// steps, at a bounded number of points between which it is straight. Immutable.
public final class Clock {
  /// Of a contender that has done nothing.
  public static final Clock START = new Clock(new double[1], new double[1]);

  private final double[] steps;
  private final double[] taken;

  private Clock(double[] steps, double[] taken) {
    this.steps = steps;
    this.taken = taken;
  }

  /// What was taken up to a step; past the last known one at the mean pace.
  public double taken(double step) {
    return between(steps, taken, step);
  }

  /// The step that was reached when so much had been taken.
  public double step(double amount) {
    return between(taken, steps, amount);
  }

  private static double between(double[] x, double[] y, double at) {
    int last = x.length - 1;
    if (last < 1) {
      return 0;
    }
    if (at >= x[last]) {
      return at * y[last] / x[last];
    }
    int found = Arrays.binarySearch(x, at);
    int above = Math.max(1, found >= 0 ? found : -found - 1);
    double share = (at - x[above - 1]) / (x[above] - x[above - 1]);
    return y[above - 1] + share * (y[above] - y[above - 1]);
  }

  /// A clock under way; when it is full every other point goes.
  public static final class Recorder {
    private static final int CAPACITY = 512;
    private static final double LEAST = 1e-9;

    private final double[] steps = new double[CAPACITY];
    private final double[] taken = new double[CAPACITY];
    private int length = 1;
    private double gap;

    /// Adds a burst.
    ///
    /// @param to the step now reached
    /// @param amount what it took
    public void add(long to, double amount) {
      double total = taken[length - 1] + Math.max(LEAST, amount);
      if (length > 1 && to - steps[length - 2] < gap) {
        steps[length - 1] = to;
        taken[length - 1] = total;
        return;
      }
      if (length == CAPACITY) {
        for (int i = 1; i < CAPACITY / 2; i++) {
          steps[i] = steps[2 * i];
          taken[i] = taken[2 * i];
        }
        gap = 2.0 * to / CAPACITY;
        length = CAPACITY / 2;
      }
      steps[length] = to;
      taken[length++] = total;
    }

    /// Carries the points out or in.
    public void exchange(Archive archive) throws IOException {
      length = (int) archive.number(length);
      double[] rest = {gap};
      archive.doubles(rest);
      gap = rest[0];
      archive.doubles(steps);
      archive.doubles(taken);
    }

    public Clock view() {
      return new Clock(Arrays.copyOf(steps, length), Arrays.copyOf(taken, length));
    }
  }
}
