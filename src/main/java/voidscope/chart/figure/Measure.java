package voidscope.chart.figure;

import voidscope.experiment.record.Clock;
import voidscope.experiment.record.Track;

/// What the charts over a run count along x. By evaluations or by seconds the estimators race at
/// equal cost.
public enum Measure {
  /// Training steps.
  STEPS("step", "Steps"),
  /// Evaluations of f in training, of episodes their steps; an estimator that needs none has no
  /// place.
  EVALUATIONS("evaluations of f", "Evaluations of f, or steps of episodes"),
  /// Seconds of compute time in training.
  SECONDS("compute seconds", "Compute seconds");

  private final String axis;
  private final String label;

  Measure(String axis, String label) {
    this.axis = axis;
    this.label = label;
  }

  /// Its name under an axis.
  public String axis() {
    return axis;
  }

  /// Its name under an axis along which episodes are learned.
  ///
  /// @param batch episodes of a training step
  public String axis(int batch) {
    return switch (this) {
      case STEPS -> batch == 1 ? "episode" : "update by " + batch + " episodes";
      case EVALUATIONS -> "steps of episodes (frames)";
      case SECONDS -> axis;
    };
  }

  /// Its name on the screen.
  public String label() {
    return label;
  }

  /// The next one, round in a circle.
  public Measure next() {
    return switch (this) {
      case STEPS -> EVALUATIONS;
      case EVALUATIONS -> SECONDS;
      case SECONDS -> STEPS;
    };
  }

  /// Whether a contender's steps have a place.
  public boolean places(Track track) {
    return this != EVALUATIONS || track.evaluations() > 0;
  }

  /// Where a contender's step lies.
  public double at(Track track, double step) {
    Clock frames = track.frames();
    return switch (this) {
      case STEPS -> step;
      case EVALUATIONS -> frames == null ? step * track.evaluations() : frames.taken(step);
      case SECONDS -> track.clock().taken(step);
    };
  }

  /// Which step of a contender lies there.
  public double step(Track track, double x) {
    Clock frames = track.frames();
    return switch (this) {
      case STEPS -> x;
      case EVALUATIONS -> frames == null ? x / track.evaluations() : frames.step(x);
      case SECONDS -> track.clock().step(x);
    };
  }
}
