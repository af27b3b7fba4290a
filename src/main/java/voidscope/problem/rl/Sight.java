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

  /// What each number is multiplied by where it is not filtered.
  private final float[] scale;

  /// What it is moved and multiplied by where it is.
  private final double[] middle;

  private final double[] factor;

  Sight(Task task) {
    World world = task.world();
    memory = task.memory();
    filtered = task.handling().filtered();
    scale = new float[world.observations()];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = task.handling().scaled() ? (float) (1 / world.scale(i)) : 1;
    }
    middle = new double[scale.length];
    factor = new double[scale.length];
    Arrays.fill(factor, 1);
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
    if (!filtered) {
      for (int i = 0; i < scale.length; i++) {
        observed[at + i] *= scale[i];
      }
      return;
    }
    for (int i = 0; i < factor.length; i++) {
      double seen = (observed[at + i] - middle[i]) * factor[i];
      observed[at + i] = (float) Math.clamp(seen, -FURTHEST, FURTHEST);
    }
  }

  /// Adds an observation's distance from the mean so far, and its square, where they are wanted.
  ///
  /// @param observed of one row, from `at` on
  void gather(float[] observed, int at, double[] sums, double[] squares) {
    if (!filtered) {
      return;
    }
    for (int i = 0; i < middle.length; i++) {
      double away = observed[at + i] - middle[i];
      sums[i] += away;
      squares[i] += away * away;
    }
  }
}
