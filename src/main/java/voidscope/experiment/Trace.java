package voidscope.experiment;

import org.jspecify.annotations.Nullable;

/// What one replica leaves behind in a burst of steps: a row per step and per measurement.
final class Trace {
  final float[][] quantities;
  final float[] row;
  final float[] low;
  final float[] high;
  final float[] loss;
  final float[] variance;
  final float[] ratio;
  final float[] prediction;
  final ExactPoint[] exact;

  /// Steps done when the burst is over.
  long end;

  int steps;
  int followed;
  int measurements;
  int exactPoints;
  long trainingNanos;
  float lastLow;
  float lastHigh;
  Track.@Nullable Measurement latest;

  /// An exact moment at a step.
  ///
  /// @param variance to the digits that hold; NaN where it is withheld
  record ExactPoint(long step, double variance) {}

  /// @param capacity steps of a burst at most
  /// @param followed quantities that are followed
  /// @param controlled whether there is a control variate to be measured
  Trace(int capacity, int followed, boolean controlled) {
    quantities = new float[followed][capacity + 1];
    row = new float[followed];
    ratio = new float[controlled ? capacity + 1 : 0];
    prediction = new float[controlled ? capacity + 1 : 0];
    low = new float[capacity + 1];
    high = new float[capacity + 1];
    loss = new float[capacity + 1];
    variance = new float[capacity + 1];
    exact = new ExactPoint[capacity + 1];
  }

  void clear() {
    steps = 0;
    followed = 0;
    measurements = 0;
    exactPoints = 0;
    trainingNanos = 0;
  }
}
