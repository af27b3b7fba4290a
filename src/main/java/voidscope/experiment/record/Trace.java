package voidscope.experiment.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.State;

/// What one replica leaves behind in a burst of steps: a column of values for each recorded
/// quantity, which has as many as the burst has told of it.
public final class Trace {
  /// Quartiles beside the rows of the first column, where they are wanted.
  public final float[] low;

  public final float[] high;
  public final ExactPoint[] exact;

  /// Steps done when the burst is over.
  public long end;

  public int exactPoints;
  public long trainingNanos;
  public float lastLow;
  public float lastHigh;
  public @Nullable Measurement latest;

  /// A cache line of ints on either side of the counts, which are written at every step: the
  /// collector lays small arrays of traces that several threads fill side by side.
  private static final int APART = 16;

  private final float[][] columns;
  private final int[] rows;
  private final List<Between> early = new ArrayList<>();
  private final List<Pinned> pinned = new ArrayList<>();

  /// What is trained and learned at a step that is to be kept.
  ///
  /// @param theta a copy
  /// @param phi a copy
  public record Pinned(long step, float[] theta, State phi) {}

  /// What is told of a quantity between the first two regular measurements.
  record Between(int column, long step, float value) {}

  /// An exact moment at a step.
  ///
  /// @param variance to the digits that hold; NaN where it is withheld
  public record ExactPoint(long step, double variance) {}

  /// @param capacity steps of a burst at most
  /// @param recorded quantities that are recorded
  public Trace(int capacity, int recorded) {
    columns = new float[recorded][capacity + 1];
    rows = new int[APART + recorded + APART];
    low = new float[capacity + 1];
    high = new float[capacity + 1];
    exact = new ExactPoint[capacity + 1];
  }

  /// Tells a quantity once more.
  public void add(int column, float value) {
    columns[column][rows[APART + column]++] = value;
  }

  /// Tells a quantity between the first two regular measurements.
  public void addEarly(int column, long step, float value) {
    early.add(new Between(column, step, value));
  }

  /// What has been told so.
  List<Between> early() {
    return early;
  }

  /// Keeps what is trained and learned at a step.
  public void pin(Pinned state) {
    pinned.add(state);
  }

  /// What has been kept so.
  public List<Pinned> pinned() {
    return pinned;
  }

  /// How often a quantity has been told.
  public int rows(int column) {
    return rows[APART + column];
  }

  /// What has been told of it.
  float value(int column, int row) {
    return columns[column][row];
  }

  public void clear() {
    Arrays.fill(rows, 0);
    early.clear();
    pinned.clear();
    exactPoints = 0;
    trainingNanos = 0;
  }
}
