package voidscope.experiment.record;

import java.util.Arrays;
import voidscope.problem.Exhibit;

/// What a run of episodes has earned. Immutable by convention.
///
/// @param first the return by step, of the first replicate
/// @param level the mean return of the last 100 steps at which the problem counts as solved
/// @param solved by replicate: the step from which on it does, at least 100; −1 where it is not yet
public record EpisodeReturns(Series.View first, double level, long[] solved) implements Exhibit {
  /// Steps of the mean, before which nobody has solved anything.
  static final int STEPS = 100;

  /// How many replicates have solved it.
  public int count() {
    int count = 0;
    for (long step : solved) {
      count += step >= 0 ? 1 : 0;
    }
    return count;
  }

  /// The step by which a share of the replicates have solved it: the least at which at least so
  /// many have.
  ///
  /// @param share more than 0, at most 1
  /// @return infinity where so many have not
  public double step(double share) {
    long[] sorted = solved.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = sorted[i] < 0 ? Long.MAX_VALUE : sorted[i];
    }
    Arrays.sort(sorted);
    long step = sorted[(int) Math.ceil(share * sorted.length) - 1];
    return step == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : step;
  }
}
