package voidscope.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/// IDX files made by hand.
public final class Idx {
  private Idx() {}

  /// A header and so many bytes after it, which count up.
  public static byte[] file(int magic, int count, int rows, int columns, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(16 + bytes);
    buffer.putInt(magic).putInt(count).putInt(rows).putInt(columns);
    for (int i = 0; i < bytes; i++) {
      buffer.put((byte) i);
    }
    return buffer.array();
  }

  public static byte[] packed(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
