package voidscope.experiment;

import org.jspecify.annotations.Nullable;

/// What one replica leaves behind in a burst of steps: a row per step and per measurement.
final class Trace {
  final float[] theta;
  final float[] low;
  final float[] high;
  final float[] loss;
  final float[] variance;
  final ExactPoint[] exact;
  int steps;
  int measurements;
  int exactPoints;
  float lastLow;
  float lastHigh;
  Track.@Nullable Measurement latest;

  /// An exact moment at a step.
  record ExactPoint(long step, double variance) {}

  /// @param capacity steps of a burst at most
  Trace(int capacity) {
    theta = new float[capacity + 1];
    low = new float[capacity + 1];
    high = new float[capacity + 1];
    loss = new float[capacity + 1];
    variance = new float[capacity + 1];
    exact = new ExactPoint[capacity + 1];
  }

  void clear() {
    steps = 0;
    measurements = 0;
    exactPoints = 0;
  }
}
