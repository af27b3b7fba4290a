package voidscope.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.experiment.record.MarkLog;
import voidscope.experiment.record.MeasurementLog;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.thread.ThreadTeam;

/// What a run without a window has found.
///
/// @param snapshot the last picture
/// @param marks figures at steps that tables quote
/// @param measurements of every estimator, at up to about a thousand steps
/// @param threads threads that computed
/// @param seconds it took
public record HeadlessRun(
    Snapshot snapshot, MarkLog marks, MeasurementLog measurements, int threads, double seconds) {
  private static final long POINTS = 1000;

  /// Where a run leaves its state from time to time.
  ///
  /// @param file which is replaced as a whole
  /// @param every steps between two
  public record Saving(Path file, long every) {}

  /// Runs a scenario to a step.
  ///
  /// @throws IllegalArgumentException naming what an estimator needs and the problem lacks
  public static HeadlessRun run(Scenario scenario, long steps, int threads, Progress progress)
      throws IOException {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      return run(new Experiment(scenario, team), steps, threads, null, progress);
    }
  }

  /// Takes what has been opened to a step.
  ///
  /// @param scenario as [Opening#experiment] takes it
  /// @throws ScenarioException if a checkpoint does not fit its scenario
  /// @throws IllegalArgumentException naming what an estimator needs and the problem lacks
  public static HeadlessRun run(
      Opening opening, Scenario scenario, long steps, int threads, Progress progress)
      throws ScenarioException, IOException {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      return run(opening.experiment(scenario, team), steps, threads, null, progress);
    }
  }

  /// Takes a run from where it is to a step.
  ///
  /// @param saving where its state is left from time to time, or null
  /// @throws IOException if that cannot be written
  public static HeadlessRun run(
      Experiment experiment, long steps, int threads, @Nullable Saving saving, Progress progress)
      throws IOException {
    long every = experiment.scenario().run().whole(RunParameters.MEASURE_EVERY.key());
    long stride = every * Math.max(1, (steps + every * POINTS - 1) / (every * POINTS));
    long step = experiment.tail();
    long saved = step;
    Snapshot snapshot = experiment.records();
    experiment.log().collect(snapshot);
    ImageSet images = snapshot.images();
    if (images != null && images.remark() != null) {
      progress.tell(images.remark().text());
    }
    while (step < steps && !experiment.done(steps)) {
      step = next(step, stride, steps);
      if (saving != null) {
        step = Math.min(step, saved + saving.every());
      }
      experiment.advance(step);
      experiment.log().collect(experiment.records());
      if (saving != null && (step >= saved + saving.every() || step >= steps)) {
        Checkpoint.write(experiment, saving.file());
        saved = step;
      }
      progress.at(step);
    }
    progress.end();
    return new HeadlessRun(
        experiment.snapshot(), experiment.marks(), experiment.log(), threads, progress.seconds());
  }

  /// The next step to look at.
  private static long next(long step, long stride, long steps) {
    return MarkLog.next(step, Math.min(steps, (step / stride + 1) * stride));
  }

  /// Whether an estimator diverged.
  public boolean diverged() {
    return snapshot.tracks().stream().anyMatch(track -> track.failure() != null);
  }
}
