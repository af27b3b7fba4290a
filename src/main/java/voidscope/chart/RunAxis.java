package voidscope.chart;

import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// What the charts over a run's steps have in common.
final class RunAxis {
  private static final double SHORTEST = 10;

  private RunAxis() {}

  /// The right end of the step axis: the furthest step of a contender.
  static double end(Snapshot snapshot) {
    long furthest = snapshot.tracks().stream().mapToLong(Track::step).max().orElse(0);
    return Math.max(SHORTEST, (double) furthest);
  }

  static Figure.Axis of(Snapshot snapshot) {
    return new Figure.Axis("step", 0, end(snapshot));
  }

  /// The contenders that are shown.
  static List<Track> shown(Snapshot snapshot, ChartView view) {
    return snapshot.tracks().stream()
        .filter(track -> !view.hidden().contains(track.choice().key()))
        .toList();
  }

  /// Legend text of a contender; one that has failed says so.
  static String name(Track track) {
    Track.Failure failure = track.failure();
    return failure == null ? track.label() : track.label() + ", stopped at " + failure.step();
  }

  /// By what a gradient is taken, for an axis label.
  static String space(Snapshot snapshot) {
    return snapshot.scenario().problem().key().startsWith("gaussian") ? " (θ)" : " (logits)";
  }
}
