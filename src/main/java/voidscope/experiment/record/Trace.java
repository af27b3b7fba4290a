package voidscope.experiment.record;

import org.jspecify.annotations.Nullable;

/// What one replica leaves behind in a burst of steps: a row per step and per measurement.
public final class Trace {
  public final float[][] quantities;
  public final float[] low;
  public final float[] high;
  public final float[] loss;
  public final float[] variance;
  public final float[] ratio;
  public final float[] prediction;
  public final ExactPoint[] exact;

  /// Steps done when the burst is over.
  public long end;

  public int steps;
  public int followed;
  public int measurements;
  public int exactPoints;
  public long trainingNanos;
  public float lastLow;
  public float lastHigh;
  public Track.@Nullable Measurement latest;

  /// An exact moment at a step.
  ///
  /// @param variance to the digits that hold; NaN where it is withheld
  public record ExactPoint(long step, double variance) {}

  /// @param capacity steps of a burst at most
  /// @param followed quantities that are followed
  /// @param controlled whether there is a control variate to be measured
  public Trace(int capacity, int followed, boolean controlled) {
    quantities = new float[followed][capacity + 1];
    ratio = new float[controlled ? capacity + 1 : 0];
    prediction = new float[controlled ? capacity + 1 : 0];
    low = new float[capacity + 1];
    high = new float[capacity + 1];
    loss = new float[capacity + 1];
    variance = new float[capacity + 1];
    exact = new ExactPoint[capacity + 1];
  }

  public void clear() {
    steps = 0;
    followed = 0;
    measurements = 0;
    exactPoints = 0;
    trainingNanos = 0;
  }
}
