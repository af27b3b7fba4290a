package voidscope.experiment.record;

import java.io.IOException;
import java.util.Arrays;

/// How many seconds of compute time a contender took to reach its steps, at a bounded number of
/// points between which it is straight. Immutable.
public final class Clock {
  /// Of a contender that has done nothing.
  public static final Clock START = new Clock(new double[1], new double[1]);

  private final double[] steps;
  private final double[] seconds;

  private Clock(double[] steps, double[] seconds) {
    this.steps = steps;
    this.seconds = seconds;
  }

  /// Seconds up to a step; past the last known one at the mean pace.
  public double seconds(double step) {
    return between(steps, seconds, step);
  }

  /// The step that was reached after some seconds.
  public double step(double time) {
    return between(seconds, steps, time);
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
    private final double[] seconds = new double[CAPACITY];
    private int length = 1;
    private double gap;

    /// Adds a burst.
    ///
    /// @param to the step now reached
    /// @param time seconds that it took
    public void add(long to, double time) {
      double total = seconds[length - 1] + Math.max(LEAST, time);
      if (length > 1 && to - steps[length - 2] < gap) {
        steps[length - 1] = to;
        seconds[length - 1] = total;
        return;
      }
      if (length == CAPACITY) {
        for (int i = 1; i < CAPACITY / 2; i++) {
          steps[i] = steps[2 * i];
          seconds[i] = seconds[2 * i];
        }
        gap = 2.0 * to / CAPACITY;
        length = CAPACITY / 2;
      }
      steps[length] = to;
      seconds[length++] = total;
    }

    /// Carries the points out or in.
    public void exchange(Archive archive) throws IOException {
      length = (int) archive.number(length);
      double[] rest = {gap};
      archive.doubles(rest);
      gap = rest[0];
      archive.doubles(steps);
      archive.doubles(seconds);
    }

    public Clock view() {
      return new Clock(Arrays.copyOf(steps, length), Arrays.copyOf(seconds, length));
    }
  }
}
