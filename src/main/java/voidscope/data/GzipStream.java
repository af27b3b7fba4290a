package voidscope.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip data, and tells whether anything else follows it, which Java's own stream passes
/// over.
final class GzipStream extends GZIPInputStream {
  private static final int BUFFER = 1 << 16;

  /// The checksum and the length that end the data.
  private static final int TRAILER = 8;

  private final Counter packed;

  /// Bytes that had been taken when the buffer was last filled.
  private long filled;

  /// @param in the data from the first byte on
  GzipStream(InputStream in) throws IOException {
    this(new Counter(in));
  }

  private GzipStream(Counter packed) throws IOException {
    super(packed, BUFFER);
    this.packed = packed;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    filled = packed.taken;
  }

  /// Whether bytes that are no gzip data follow.
  ///
  /// @throws IllegalStateException before the data has come to its end
  boolean followed() throws IOException {
    if (available() > 0) {
      throw new IllegalStateException("the gzip data has not come to its end");
    }
    // What the stream took in search of another member, and one byte more where there is one.
    return packed.read() >= 0 || packed.taken > filled - inf.getRemaining() + TRAILER;
  }

  /// Counts what is taken.
  private static final class Counter extends FilterInputStream {
    private long taken;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      taken += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      taken += Math.max(count, 0);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      taken += skipped;
      return skipped;
    }
  }
}
