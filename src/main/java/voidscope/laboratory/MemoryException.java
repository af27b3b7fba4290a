package voidscope.laboratory;

import voidscope.experiment.run.MemoryNeed;
import voidscope.experiment.scenario.Scenario;

/// A run for which the memory was too little; the message says what was too big and what to do.
public final class MemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param scenario what was run, or was to be
  public MemoryException(Scenario scenario, OutOfMemoryError cause) {
    super(MemoryNeed.shortage(scenario), cause);
  }
}
