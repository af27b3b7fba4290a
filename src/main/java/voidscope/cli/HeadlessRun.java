package voidscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import voidscope.experiment.Experiment;
import voidscope.experiment.RunParameters;
import voidscope.experiment.Scenario;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;
import voidscope.simd.ThreadTeam;

/// What a run without a window has found.
///
/// @param snapshot the last picture
/// @param marks pictures at steps that tables quote
/// @param measurements of every estimator, at up to about a thousand steps
/// @param threads threads that computed
/// @param seconds it took
public record HeadlessRun(
    Snapshot snapshot,
    Map<Long, Snapshot> marks,
    Map<String, TreeMap<Long, Track.Measurement>> measurements,
    int threads,
    double seconds) {
  /// Steps that the summary quotes.
  static final List<Long> MARKS = List.of(1000L, 3000L, 10_000L);

  private static final long POINTS = 1000;

  /// Runs a scenario to a step.
  ///
  /// @throws IllegalArgumentException naming what an estimator needs and the problem lacks
  static HeadlessRun run(Scenario scenario, long steps, int threads, Progress progress) {
    Map<Long, Snapshot> marks = new LinkedHashMap<>();
    Map<String, TreeMap<Long, Track.Measurement>> measurements = new LinkedHashMap<>();
    long every = (long) scenario.run().real(RunParameters.MEASURE_EVERY.key());
    long stride = every * Math.max(1, (steps + every * POINTS - 1) / (every * POINTS));
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      long step = 0;
      Snapshot snapshot = experiment.snapshot();
      collect(snapshot, measurements);
      while (step < steps && !experiment.done(steps)) {
        step = next(step, stride, steps);
        experiment.advance(step);
        snapshot = experiment.snapshot();
        collect(snapshot, measurements);
        if (MARKS.contains(step)) {
          marks.put(step, snapshot);
        }
        progress.at(step);
      }
      progress.end();
      return new HeadlessRun(snapshot, marks, measurements, threads, progress.seconds());
    }
  }

  /// The next step to look at.
  private static long next(long step, long stride, long steps) {
    long to = Math.min(steps, (step / stride + 1) * stride);
    for (long mark : MARKS) {
      if (mark > step) {
        to = Math.min(to, mark);
      }
    }
    return to;
  }

  private static void collect(
      Snapshot snapshot, Map<String, TreeMap<Long, Track.Measurement>> measurements) {
    for (Track track : snapshot.tracks()) {
      Track.Measurement measured = track.measured();
      if (measured != null) {
        measurements
            .computeIfAbsent(track.choice().key(), key -> new TreeMap<>())
            .put(measured.step(), measured);
      }
    }
  }

  /// The exit code that it deserves.
  public int exit() {
    return snapshot.tracks().stream().anyMatch(track -> track.failure() != null)
        ? Exit.DIVERGED
        : Exit.DONE;
  }
}
