package voidscope.problem.rl;

import java.util.Arrays;

/// How a policy sees what is observed: as it is, divided by what is usual, or standardised by the
/// running moments and cut at ±10. Scratch of one thread; allocates nothing once made.
final class Sight {
  private static final double FURTHEST = 10;

  /// Added to a deviation, so that what never changes is seen as 0.
  private static final double LEAST = 1e-8;

  private final PolicyMemory memory;
  private final boolean filtered;
  private final double[] middle;
  private final double[] factor;
  private final double cut;

  Sight(Task task) {
    World world = task.world();
    memory = task.memory();
    filtered = task.handling().filtered();
    middle = new double[world.observations()];
    factor = new double[world.observations()];
    cut = filtered ? FURTHEST : Double.POSITIVE_INFINITY;
    boolean scaled = task.handling().scaled() && !filtered;
    // Of a scale as a float, as a network's input is one.
    Arrays.setAll(factor, i -> scaled ? (float) (1 / world.scale(i)) : 1);
  }

  /// Takes over the moments behind the weights, where they count.
  void bind(float[] trained) {
    if (filtered && memory.count(trained) > 0) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] = memory.mean(trained, i);
        factor[i] = 1 / (Math.sqrt(memory.variance(trained, i)) + LEAST);
      }
    } else if (filtered) {
      Arrays.fill(middle, 0);
      Arrays.fill(factor, 1);
    }
  }

  /// Makes what is observed what is seen.
  ///
  /// @param observed of one row, from `at` on; overwritten
  void see(float[] observed, int at) {
    for (int i = 0; i < factor.length; i++) {
      double seen = (observed[at + i] - middle[i]) * factor[i];
      observed[at + i] = (float) (seen < -cut ? -cut : seen > cut ? cut : seen);
    }
  }

  /// Adds an observation's distance from the mean so far, and its square.
  ///
  /// @param observed of one row, from `at` on
  void gather(float[] observed, int at, double[] sums, double[] squares) {
    for (int i = 0; i < middle.length; i++) {
      double away = observed[at + i] - middle[i];
      sums[i] += away;
      squares[i] += away * away;
    }
  }
}
