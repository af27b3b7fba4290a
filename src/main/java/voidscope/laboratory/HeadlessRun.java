package voidscope.laboratory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.experiment.record.Early;
import voidscope.experiment.record.MarkLog;
import voidscope.experiment.record.MeasurementLog;
import voidscope.experiment.record.Snapshot;
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
/// @param stop where it ended before its time, or null
public record HeadlessRun(
    Snapshot snapshot,
    MarkLog marks,
    MeasurementLog measurements,
    int threads,
    double seconds,
    @Nullable Stop stop) {
  private static final long POINTS = 1000;

  /// The end of a run that was told to end before its time.
  ///
  /// @param step that it has done
  /// @param state file from which it goes on, or null if there is none
  public record Stop(long step, @Nullable Path state) {}

  /// Where a run leaves its state from time to time, and where it is stopped. What cannot be saved
  /// is told, and the run goes on.
  ///
  /// @param file which is replaced as a whole
  /// @param every steps between two, or [#NEVER]
  public record Saving(Path file, long every) {
    /// Where its state is left only if it is stopped.
    public static final long NEVER = Long.MAX_VALUE;
  }

  /// Runs a scenario to a step.
  ///
  /// @throws IllegalArgumentException naming what an estimator needs and the problem lacks
  public static HeadlessRun run(Scenario scenario, long steps, int threads, Progress progress) {
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
      throws ScenarioException {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      return run(opening.experiment(scenario, team), steps, threads, null, progress);
    }
  }

  /// Takes a run from where it is to a step, unless it is told to stop before.
  ///
  /// @param saving where its state is left, or null
  /// @throws MemoryException if there is too little memory for it
  public static HeadlessRun run(
      Experiment experiment, long steps, int threads, @Nullable Saving saving, Progress progress) {
    try {
      return advance(experiment, steps, threads, saving, progress);
    } catch (OutOfMemoryError e) {
      progress.end();
      throw new MemoryException(experiment.scenario(), e);
    }
  }

  private static HeadlessRun advance(
      Experiment experiment, long steps, int threads, @Nullable Saving saving, Progress progress) {
    long every = experiment.scenario().run().whole(RunParameters.MEASURE_EVERY.key());
    long stride = every * Math.max(1, (steps + every * POINTS - 1) / (every * POINTS));
    StateSaver saver = saving == null ? null : new StateSaver(experiment, saving.file(), progress);
    Strides strides = new Strides(experiment, progress::stop);
    long step = experiment.tail();
    long between = saving == null ? Saving.NEVER : saving.every();
    long due = between == Saving.NEVER ? Saving.NEVER : step + between;
    Snapshot snapshot = experiment.records();
    experiment.log().collect(snapshot);
    boolean looks = experiment.followsFloor();
    ImageSet images = snapshot.images();
    if (images != null && images.remark() != null) {
      progress.tell(images.remark().text());
    }
    while (step < steps && !experiment.done(steps) && !progress.stop()) {
      step =
          strides.advance(
              step,
              Math.min(
                  due,
                  looks
                      ? Looks.next(step, next(step, stride, every, steps))
                      : next(step, stride, every, steps)));
      experiment.log().collect(experiment.records());
      if (looks && Looks.is(step)) {
        experiment.look();
      }
      if (saver != null && due < Saving.NEVER && (step >= due || step >= steps)) {
        saver.save();
        due = step + between;
      }
      progress.at(step);
    }
    progress.end();
    Stop stop = null;
    if (!experiment.done(steps)) {
      stop = new Stop(experiment.tail(), saver != null && saver.save() ? saver.file() : null);
    }
    return new HeadlessRun(
        experiment.snapshot(),
        experiment.marks(),
        experiment.log(),
        threads,
        progress.seconds(),
        stop);
  }

  /// The next step to look at.
  private static long next(long step, long stride, long every, long steps) {
    long regular = Math.min(steps, (step / stride + 1) * stride);
    return MarkLog.next(step, Early.next(step, every, regular));
  }

  /// Whether an estimator diverged.
  public boolean diverged() {
    return snapshot.tracks().stream().anyMatch(track -> track.failure() != null);
  }
}
