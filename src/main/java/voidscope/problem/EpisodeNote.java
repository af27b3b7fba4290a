package voidscope.problem;

import java.util.Arrays;

/// What is kept of an episode of training so that it can be shown later: its actions, by which a
/// world that is handed the same chance does the same once more, and what cannot be had again as
/// what is trained goes on. Written at every step of a run, hence no record; allocates nothing once
/// made.
public final class EpisodeNote {
  /// Steps of training done before it; −1 where there is none yet.
  public long step = -1;

  /// Its steps.
  public int length;

  /// Its return, undiscounted.
  public double earned;

  /// By step: its action, its number or the real number that it is.
  public final float[] action;

  /// By step: π(a|s) of that action, a density where it is a real number.
  public final float[] density;

  /// By step: the control variate c; NaN where there is none.
  public final float[] control;

  /// By step: what was taken off f whatever the action; NaN where there is none.
  public final float[] baseline;

  /// @param limit steps at most
  public EpisodeNote(int limit) {
    action = new float[limit];
    density = new float[limit];
    control = new float[limit];
    baseline = new float[limit];
  }

  /// Takes over another of the same limit.
  public void take(EpisodeNote other) {
    step = other.step;
    length = other.length;
    earned = other.earned;
    System.arraycopy(other.action, 0, action, 0, length);
    System.arraycopy(other.density, 0, density, 0, length);
    System.arraycopy(other.control, 0, control, 0, length);
    System.arraycopy(other.baseline, 0, baseline, 0, length);
  }

  /// Numbers by step of an episode, and no more; empty where the first is none.
  static float[] known(float[] values, int length) {
    return length == 0 || Float.isNaN(values[0]) ? new float[0] : Arrays.copyOf(values, length);
  }
}
