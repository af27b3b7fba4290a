package voidscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.Baseline;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.EventRemarks;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;

/// The run that `--baseline` lays under figures.
final class BaselineRun {
  private BaselineRun() {}

  /// Opens its file.
  ///
  /// @throws OpeningException if it cannot be opened
  /// @throws InputException if it holds no run
  static Opening open(Path file) throws OpeningException {
    Opening opening = RunInput.open(file);
    if (opening instanceof Opening.OfImages) {
      throw new InputException(
          file + ": expected a checkpoint, a scenario or a figure that carries it, found images");
    }
    return opening;
  }

  /// A checkpoint as it stands; a scenario run to its end.
  ///
  /// @param steps the end that is wished for, or null for the scenario's own
  /// @throws ScenarioException if a checkpoint does not fit its scenario
  static Baseline run(Opening opening, @Nullable Long steps, int threads, Terminal terminal)
      throws ScenarioException {
    Scenario scenario = opening.scenario();
    long end = 0;
    if (opening instanceof Opening.OfScenario) {
      if (steps != null) {
        scenario = RunCommand.budget(scenario, steps);
      }
      EventRemarks.of(scenario, 0).forEach(line -> terminal.err().println("baseline: " + line));
      end = (long) scenario.settled().run().real(RunParameters.STEPS.key());
    }
    ProgressLine progress = new ProgressLine(terminal, "baseline steps", end);
    HeadlessRun run = HeadlessRun.run(opening, scenario, end, threads, progress);
    HeadlessRun.Stop stop = run.stop();
    if (stop != null) {
      terminal.err().println("The baseline stopped at step " + stop.step() + ".");
    }
    RunFolder.failures("baseline: ", run.snapshot(), terminal);
    return new Baseline(name(opening.file()), run.snapshot());
  }

  /// The file's name without its ending.
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
