package voidscope.problem.rl;

import voidscope.SteadyState;
import voidscope.experiment.training.Trainer;

/// Prints the bytes that hot steps of an estimator in a world allocate: the least of 200 steps.
/// Arguments: a problem's and an estimator's key.
final class EpisodeAllocation {
  private static final int STEPS = 200;

  private EpisodeAllocation() {}

  /// Measures until nothing is allocated, or patience ends.
  public static void main(String[] arguments) {
    EpisodeBench bench =
        new EpisodeBench(
            EpisodeBench.task(arguments[0]), EpisodeBench.entry(arguments[1]).standard(), 1);
    Trainer trainer = bench.trainer(1e-4);
    long[] step = {0};
    System.out.println(
        SteadyState.bytes(
            () -> {
              for (int i = 0; i < STEPS; i++) {
                trainer.step(bench.replica, step[0]++);
              }
            }));
  }
}
