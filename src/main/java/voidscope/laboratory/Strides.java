package voidscope.laboratory;

import java.util.function.BooleanSupplier;
import voidscope.experiment.run.Experiment;

/// Takes a run forward in strides of a fraction of a second, all contenders to the same step, so
/// that it is soon found where it is to end. Results do not depend on the strides.
final class Strides {
  private static final long SHORT_NANOS = 25_000_000;
  private static final long LONG_NANOS = 100_000_000;

  private final Experiment experiment;
  private final BooleanSupplier stop;
  private long length = 1;

  /// @param stop whether it is to end
  Strides(Experiment experiment, BooleanSupplier stop) {
    this.experiment = experiment;
    this.stop = stop;
  }

  /// Takes all from a step to another, or to where they are told to end.
  ///
  /// @return the step that all have come to that have not failed
  long advance(long from, long to) {
    long step = from;
    while (step < to && !stop.getAsBoolean()) {
      long start = System.nanoTime();
      step = Math.min(to, step + length);
      experiment.advance(step);
      long nanos = System.nanoTime() - start;
      if (nanos < SHORT_NANOS) {
        length = Math.min(2 * length, 1 << 20);
      } else if (nanos > LONG_NANOS) {
        length = Math.max(1, length / 2);
      }
    }
    return step;
  }
}
