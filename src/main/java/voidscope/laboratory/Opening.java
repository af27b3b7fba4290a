package voidscope.laboratory;

import java.nio.file.Path;
import java.util.Optional;
import voidscope.chart.series.CarriedView;
import voidscope.data.Images;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.thread.ThreadTeam;

/// A file that has been opened, by whatever road: what it is, and what it holds. Immutable.
///
/// 1. The file is opened once, and only here. What is told of it and what is then run belong
///    together, also where somebody writes into the file meanwhile.
/// 2. What a file is, its content tells, not its name.
/// 3. A file that is refused is named, with what was expected and what was found.
///
/// Callable from any thread but the window's own, which must not wait for a disk.
public sealed interface Opening {
  /// The file.
  Path file();

  /// What it leads to: the scenario that it holds, or the standard one that learns its images.
  Scenario scenario();

  /// A run of a scenario, or the one that a checkpoint goes on with, which has its own.
  ///
  /// @param scenario that of this opening, perhaps with another step budget
  /// @throws ScenarioException if a checkpoint does not fit its scenario
  /// @throws IllegalArgumentException naming what an estimator needs and the problem lacks
  default Experiment experiment(Scenario scenario, ThreadTeam team) throws ScenarioException {
    return new Experiment(scenario, team);
  }

  /// A scenario's own file, or a figure that carries it.
  ///
  /// @param view how the figure's charts were looked at; empty if the file does not tell
  record OfScenario(Path file, Scenario scenario, Optional<CarriedView> view) implements Opening {}

  /// A checkpoint.
  record OfCheckpoint(Path file, Checkpoint checkpoint) implements Opening {
    @Override
    public Scenario scenario() {
      return checkpoint.scenario();
    }

    @Override
    public Experiment experiment(Scenario scenario, ThreadTeam team) throws ScenarioException {
      return checkpoint.experiment(team);
    }
  }

  /// Images. A run reads them itself, for its scenario names their file.
  ///
  /// @param file its absolute path
  record OfImages(Path file, Images images) implements Opening {
    @Override
    public Scenario scenario() {
      return ImageScenario.of(file);
    }
  }

  /// Opens a file.
  ///
  /// @throws OpeningException if it cannot be read, is of no kind that can be opened, or is not
  ///   what it begins as
  static Opening read(Path file) throws OpeningException {
    return OpeningReader.read(file);
  }
}
