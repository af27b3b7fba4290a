package voidscope.data;

/// Images of zeros and ones, a bit a pixel. Immutable; callable from any thread.
public final class BinaryImages {
  private final long[] words;
  private final int count;
  private final int size;
  private final int stride;

  private BinaryImages(long[] words, int count, int size, int stride) {
    this.words = words;
    this.count = count;
    this.size = size;
    this.stride = stride;
  }

  /// Fills in images that are being made.
  static final class Writer {
    private final long[] words;
    private final Images of;
    private final int stride;

    Writer(Images of) {
      this.of = of;
      stride = (of.size() + Long.SIZE - 1) / Long.SIZE;
      words = new long[of.count() * stride];
    }

    void put(int image, int at, boolean one) {
      if (one) {
        words[image * stride + at / Long.SIZE] |= 1L << at;
      }
    }

    BinaryImages images() {
      return new BinaryImages(words, of.count(), of.size(), stride);
    }
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// Writes an image's pixels as numbers.
  ///
  /// @param x written from `to` on
  public void read(int image, float[] x, int to) {
    int at = 0;
    for (int w = image * stride; at < size; w++) {
      long word = words[w];
      int end = Math.min(Long.SIZE, size - at);
      for (int bit = 0; bit < end; bit++) {
        x[to + at + bit] = (word >>> bit) & 1;
      }
      at += end;
    }
  }
}
