package voidscope.experiment.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A bounded recording of one number a step, as a pyramid of buckets that each hold the first, the
/// least, the greatest and the last of their values.
///
/// As long as a bucket stands for a single value it holds that alone, so four times as many fit.
/// When those are full, buckets of eight follow, and from then on, whenever `capacity` buckets are
/// full, neighbours merge in pairs: memory stays bounded while the shape, spikes included, remains.
/// One thread writes; any thread may read a [View], whose buckets never change.
public final class Series {
  /// Buckets of one level that make one bucket of the next.
  public static final int FAN = 16;

  private static final int CHUNK = 1024;
  private static final int FIELDS = 4;

  private final int capacity;
  private final long spacing;
  private final long[] earlySteps;
  private final float[] early;
  private Level[] levels;
  private long stride = 1;
  private long length;
  private int earlyLength;

  /// @param capacity buckets of several values at most, a quarter of the single values that are
  ///   kept; a power of two, at least 1024
  /// @param spacing steps between two recorded values
  public Series(int capacity, long spacing) {
    this(capacity, spacing, new long[0]);
  }

  /// The same with room for values between the first and the second.
  ///
  /// @param earlySteps steps at which there may be one, ascending, less than the spacing
  public Series(int capacity, long spacing, long[] earlySteps) {
    this.earlySteps = earlySteps.clone();
    early = new float[earlySteps.length];
    if (capacity < CHUNK || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two ≥ " + CHUNK);
    }
    this.capacity = capacity;
    this.spacing = spacing;
    this.levels = pyramid(FIELDS * capacity, 1);
  }

  /// Appends a value; NaN makes its buckets NaN.
  public void add(double value) {
    float v = (float) value;
    if (length / stride == most()) {
      merge();
    }
    int bucket = (int) (length / stride);
    levels[0].merge(bucket, length % stride == 0, v, v, v, v);
    length++;
    if (length % stride == 0) {
      raise(bucket);
    }
  }

  /// Appends a value between the first and the second: at the next early step, or at a later one if
  /// those before it have none.
  public void addEarly(long step, double value) {
    while (earlyLength < early.length && earlySteps[earlyLength] < step) {
      early[earlyLength++] = Float.NaN;
    }
    if (earlyLength < early.length) {
      early[earlyLength++] = (float) value;
    }
  }

  private int most() {
    return stride == 1 ? FIELDS * capacity : capacity;
  }

  /// Copies the newest base bucket upwards where it completes coarser ones.
  private void raise(int bucket) {
    int index = bucket;
    for (int level = 1; level < levels.length; level++) {
      Level below = levels[level - 1];
      int parent = index / FAN;
      levels[level].merge(
          parent,
          index % FAN == 0,
          below.first(index),
          below.min(index),
          below.max(index),
          below.last(index));
      if (index % FAN != FAN - 1) {
        return;
      }
      index = parent;
    }
  }

  /// Lets every bucket stand for more values: from one to eight, then twice as many.
  private void merge() {
    Level old = levels[0];
    int several = stride == 1 ? 2 * FIELDS : 2;
    int merged = most() / several;
    levels = pyramid(capacity, FIELDS);
    stride *= several;
    for (int i = 0; i < merged; i++) {
      for (int k = 0; k < several; k++) {
        int from = several * i + k;
        levels[0].merge(i, k == 0, old.first(from), old.min(from), old.max(from), old.last(from));
      }
      raise(i);
    }
  }

  /// @param fields numbers that a bucket of the finest level holds
  private Level[] pyramid(int finest, int fields) {
    int depth = 1;
    for (int n = finest; n > CHUNK; n /= FAN) {
      depth++;
    }
    Level[] result = new Level[depth];
    int buckets = finest;
    for (int i = 0; i < depth; i++) {
      result[i] = new Level(buckets, i == 0 ? fields : FIELDS);
      buckets = (buckets + FAN - 1) / FAN;
    }
    return result;
  }

  /// Carries the recording out or in.
  void exchange(Archive archive) throws IOException {
    archive.agree(spacing, "spacing of values");
    long before = stride;
    stride = archive.number(stride);
    length = archive.number(length);
    if (stride != before) {
      levels = stride == 1 ? pyramid(FIELDS * capacity, 1) : pyramid(capacity, FIELDS);
    }
    for (Level level : levels) {
      level.exchange(archive);
    }
    if (early.length > 0 && archive.tellsEarly()) {
      earlyLength = (int) archive.number(earlyLength);
      archive.floats(early);
    }
  }

  /// A picture of what has been recorded so far, complete buckets only while the stride is one.
  public View view() {
    long buckets = length / stride;
    int between = stride == 1 && length > 0 ? earlyLength : 0;
    return new View(levels, buckets, stride, spacing, length, earlySteps, early, between);
  }

  /// Buckets in chunks that are allocated when first needed; of one field where all four are equal.
  private static final class Level {
    private final AtomicReferenceArray<float[]> chunks;
    private final int fields;

    Level(int buckets, int fields) {
      chunks = new AtomicReferenceArray<>((buckets + CHUNK - 1) / CHUNK);
      this.fields = fields;
    }

    void exchange(Archive archive) throws IOException {
      for (int i = 0; i < chunks.length(); i++) {
        float[] chunk = chunks.get(i);
        if (archive.number(chunk == null ? 0 : 1) != 0) {
          float[] values = chunk == null ? new float[CHUNK * fields] : chunk;
          archive.floats(values);
          chunks.set(i, values);
        }
      }
    }

    float first(int bucket) {
      return get(bucket, 0);
    }

    float min(int bucket) {
      return get(bucket, 1);
    }

    float max(int bucket) {
      return get(bucket, 2);
    }

    float last(int bucket) {
      return get(bucket, 3);
    }

    private float get(int bucket, int field) {
      float[] chunk = chunks.get(bucket / CHUNK);
      return chunk == null
          ? Float.NaN
          : chunk[fields == 1 ? bucket % CHUNK : bucket % CHUNK * fields + field];
    }

    void merge(int bucket, boolean fresh, float first, float min, float max, float last) {
      int chunkIndex = bucket / CHUNK;
      float[] chunk = chunks.get(chunkIndex);
      if (chunk == null) {
        chunk = new float[CHUNK * fields];
        Arrays.fill(chunk, Float.NaN);
        chunks.set(chunkIndex, chunk);
      }
      if (fields == 1) {
        chunk[bucket % CHUNK] = last;
        return;
      }
      int at = bucket % CHUNK * fields;
      if (fresh) {
        chunk[at] = first;
        chunk[at + 1] = min;
        chunk[at + 2] = max;
      } else {
        chunk[at + 1] = Math.min(chunk[at + 1], min);
        chunk[at + 2] = Math.max(chunk[at + 2], max);
      }
      chunk[at + 3] = last;
    }
  }

  /// An immutable picture of a series: its complete buckets, coarse to fine.
  public static final class View {
    private final Level[] levels;
    private final long buckets;
    private final long stride;
    private final long spacing;
    private final long length;
    private final long[] earlySteps;
    private final float[] early;
    private final int between;

    private View(
        Level[] levels,
        long buckets,
        long stride,
        long spacing,
        long length,
        long[] earlySteps,
        float[] early,
        int between) {
      this.earlySteps = earlySteps;
      this.early = early;
      this.between = between;
      this.levels = levels;
      this.buckets = buckets;
      this.stride = stride;
      this.spacing = spacing;
      this.length = length;
    }

    /// Number of values recorded.
    public long length() {
      return length;
    }

    /// Number of levels; level 0 is the finest.
    public int levels() {
      return levels.length;
    }

    /// Number of complete buckets of a level.
    public int buckets(int level) {
      long n = buckets;
      for (int i = 0; i < level; i++) {
        n /= FAN;
      }
      return (int) n;
    }

    /// Number of values between the first and the second bucket of the finest level; they are in no
    /// bucket.
    public int early() {
      return between;
    }

    /// The step of one of them.
    public long earlyStep(int i) {
      return earlySteps[i];
    }

    /// One of them; NaN where there is none at that step.
    public double early(int i) {
      return early[i];
    }

    /// Number of rows of a table: the complete buckets of the finest level, and what is between.
    public int rows() {
      return buckets(0) + between;
    }

    private int bucket(int row) {
      return row == 0 ? 0 : row - between;
    }

    private boolean isEarly(int row) {
      return row > 0 && row <= between;
    }

    /// The step of a row.
    public long rowStep(int row) {
      return isEarly(row) ? earlySteps[row - 1] : (long) step(0, bucket(row));
    }

    /// The first value of a row.
    public double row(int row) {
      return isEarly(row) ? early[row - 1] : first(0, bucket(row));
    }

    /// Steps that a bucket of a level spans.
    public double span(int level) {
      return stride * spacing * Math.pow(FAN, level);
    }

    /// The step at which a bucket of a level begins.
    public double step(int level, int bucket) {
      return bucket * span(level);
    }

    /// First value of a bucket.
    public double first(int level, int bucket) {
      return levels[level].first(bucket);
    }

    /// Least value of a bucket.
    public double min(int level, int bucket) {
      return levels[level].min(bucket);
    }

    /// Greatest value of a bucket.
    public double max(int level, int bucket) {
      return levels[level].max(bucket);
    }

    /// Last value of a bucket.
    public double last(int level, int bucket) {
      return levels[level].last(bucket);
    }

    /// The last value, or NaN while there is none.
    public double newest() {
      if (buckets == 1 && between > 0) {
        return early[between - 1];
      }
      return buckets == 0 ? Double.NaN : last(0, (int) buckets - 1);
    }
  }
}
