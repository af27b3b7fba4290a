package voidscope.problem.rl;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import voidscope.experiment.training.Trainer;

/// Prints the bytes that hot steps of an estimator in a world allocate: the least of 200 steps.
/// Arguments: a problem's and an estimator's key.
final class EpisodeAllocation {
  private static final int STEPS = 200;
  private static final long PATIENCE_NANOS = 40_000_000_000L;

  private EpisodeAllocation() {}

  /// Measures until nothing is allocated, or patience ends.
  public static void main(String[] arguments) {
    EpisodeBench bench =
        new EpisodeBench(
            EpisodeBench.task(arguments[0]), EpisodeBench.entry(arguments[1]).standard(), 1);
    Trainer trainer = bench.trainer(1e-4);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    long step = 0;
    long begun = System.nanoTime();
    while (least > 0 && System.nanoTime() - begun < PATIENCE_NANOS) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < STEPS; i++) {
        trainer.step(bench.replica, step++);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    System.out.println(least);
  }
}
