package voidscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.laboratory.EventRemarks;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;

/// What a command is to run: what only a window can do something with is refused, and what does not
/// do what it says is told.
final class RunInput {
  private RunInput() {}

  /// Opens a file that is to be run.
  ///
  /// @throws OpeningException if it cannot be opened
  /// @throws InputException if nothing takes part
  static Opening open(Path file) throws OpeningException {
    return demand(Opening.read(file));
  }

  /// The same file if somebody takes part in its run.
  ///
  /// @throws InputException otherwise
  static Opening demand(Opening opening) {
    if (opening.scenario().estimators().isEmpty()) {
      throw new InputException(
          opening.file() + ": expected at least one [[estimator]], found none");
    }
    return opening;
  }

  /// Refuses an end that the run has left behind, and tells which events do nothing.
  ///
  /// @param experiment where it begins
  /// @param scenario with the budget to which it is to be run
  /// @param steps of `--steps`, or null
  /// @throws InputException if more steps are done than are asked for
  static void check(
      Experiment experiment, Scenario scenario, @Nullable Long steps, Terminal terminal) {
    long done = experiment.head();
    if (steps != null && steps < done) {
      throw new InputException(
          "--steps: expected at least " + done + ", which the run has done, found " + steps);
    }
    EventRemarks.of(scenario, experiment.tail()).forEach(terminal.err()::println);
  }
}
