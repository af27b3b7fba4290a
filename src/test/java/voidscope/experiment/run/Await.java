package voidscope.experiment.run;

import java.util.function.Predicate;
import voidscope.experiment.record.Snapshot;

/// Waits for a runner.
final class Await {
  private static final int MILLIS = 60_000;

  private Await() {}

  /// The first picture that fulfils a condition.
  static Snapshot await(Runner runner, Predicate<Snapshot> condition) {
    for (int i = 0; i < MILLIS; i++) {
      Snapshot snapshot = runner.poll();
      if (condition.test(snapshot)) {
        return snapshot;
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("it does not come to that");
  }
}
