package voidscope.experiment;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A bounded recording of one number a step, as a pyramid of buckets that each hold the first, the
/// least, the greatest and the last of their values.
///
/// It grows until `capacity` buckets are full; then neighbours merge in pairs and each bucket
/// stands for twice as many values, so memory stays bounded while the shape, spikes included,
/// remains. One thread writes; any thread may read a [View], whose buckets never change.
public final class Series {
  /// Buckets of one level that make one bucket of the next.
  public static final int FAN = 16;

  private static final int CHUNK = 1024;
  private static final int FIELDS = 4;

  private final int capacity;
  private final long spacing;
  private Level[] levels;
  private long stride = 1;
  private long length;

  /// @param capacity buckets at most; a power of two, at least 1024
  /// @param spacing steps between two recorded values
  public Series(int capacity, long spacing) {
    if (capacity < CHUNK || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two ≥ " + CHUNK);
    }
    this.capacity = capacity;
    this.spacing = spacing;
    this.levels = pyramid();
  }

  /// Appends a value; NaN makes its buckets NaN.
  public void add(double value) {
    float v = (float) value;
    Level base = levels[0];
    long bucket = length / stride;
    if (bucket == capacity) {
      halve();
      base = levels[0];
      bucket = length / stride;
    }
    base.merge((int) bucket, length % stride == 0, v, v, v, v);
    length++;
    if (length % stride == 0) {
      raise((int) bucket);
    }
  }

  /// Copies the newest base bucket upwards where it completes coarser ones.
  private void raise(int bucket) {
    int index = bucket;
    for (int level = 1; level < levels.length; level++) {
      Level below = levels[level - 1];
      int at = index * FIELDS;
      int parent = index / FAN;
      levels[level].merge(
          parent,
          index % FAN == 0,
          below.get(at),
          below.get(at + 1),
          below.get(at + 2),
          below.get(at + 3));
      if (index % FAN != FAN - 1) {
        return;
      }
      index = parent;
    }
  }

  private void halve() {
    Level old = levels[0];
    levels = pyramid();
    stride *= 2;
    for (int i = 0; i < capacity / 2; i++) {
      int a = 2 * i * FIELDS;
      int b = a + FIELDS;
      levels[0].merge(
          i,
          true,
          old.get(a),
          Math.min(old.get(a + 1), old.get(b + 1)),
          Math.max(old.get(a + 2), old.get(b + 2)),
          old.get(b + 3));
      raise(i);
    }
  }

  private Level[] pyramid() {
    int depth = 1;
    for (int n = capacity; n > CHUNK; n /= FAN) {
      depth++;
    }
    Level[] result = new Level[depth];
    int buckets = capacity;
    for (int i = 0; i < depth; i++) {
      result[i] = new Level(buckets);
      buckets = (buckets + FAN - 1) / FAN;
    }
    return result;
  }

  /// A picture of what has been recorded so far, complete buckets only while the stride is one.
  public View view() {
    long buckets = length / stride;
    return new View(levels, buckets, stride, spacing, length);
  }

  /// Buckets in chunks that are allocated when first needed.
  private static final class Level {
    private final AtomicReferenceArray<float[]> chunks;

    Level(int buckets) {
      chunks = new AtomicReferenceArray<>((buckets + CHUNK - 1) / CHUNK);
    }

    float get(int field) {
      float[] chunk = chunks.get(field / (CHUNK * FIELDS));
      return chunk == null ? Float.NaN : chunk[field % (CHUNK * FIELDS)];
    }

    void merge(int bucket, boolean fresh, float first, float min, float max, float last) {
      int chunkIndex = bucket / CHUNK;
      float[] chunk = chunks.get(chunkIndex);
      if (chunk == null) {
        chunk = new float[CHUNK * FIELDS];
        Arrays.fill(chunk, Float.NaN);
        chunks.set(chunkIndex, chunk);
      }
      int at = bucket % CHUNK * FIELDS;
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

    private View(Level[] levels, long buckets, long stride, long spacing, long length) {
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
      return levels[level].get(bucket * FIELDS);
    }

    /// Least value of a bucket.
    public double min(int level, int bucket) {
      return levels[level].get(bucket * FIELDS + 1);
    }

    /// Greatest value of a bucket.
    public double max(int level, int bucket) {
      return levels[level].get(bucket * FIELDS + 2);
    }

    /// Last value of a bucket.
    public double last(int level, int bucket) {
      return levels[level].get(bucket * FIELDS + 3);
    }

    /// The newest complete bucket's last value, or NaN while there is none.
    public double newest() {
      return buckets == 0 ? Double.NaN : last(0, (int) buckets - 1);
    }
  }
}
