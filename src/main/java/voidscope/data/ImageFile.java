package voidscope.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Reads images from IDX files, plain or compressed with gzip, which their first bytes tell. The
/// header is read first and bounds everything after it, so a file cannot make the program take more
/// memory than the images it promises, nor unpack more.
public final class ImageFile {
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;
  private static final int BUFFER = 1 << 16;
  private static final int MOST_PIXELS = 4096;
  private static final long MOST_BYTES = 1L << 30;
  private static final String WANTED = "an IDX file of images";

  private ImageFile() {}

  /// Whether a file begins as IDX files and gzip data do.
  ///
  /// @param start its first bytes
  public static boolean begins(byte[] start) {
    return IdxHeader.begins(start) || (start.length > 1 && packed(start[0], start[1]));
  }

  private static boolean packed(int first, int second) {
    return (first & 0xff) == GZIP_1 && (second & 0xff) == GZIP_2;
  }

  /// Reads all images of a file.
  ///
  /// @throws DataException if the file cannot be read or is anything but a whole file of images
  public static Images read(Path file) throws DataException {
    if (Files.isDirectory(file)) {
      throw new DataException(file, WANTED, "a folder");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return read(file, in);
    } catch (NoSuchFileException e) {
      throw new DataException(file, WANTED, "no such file");
    } catch (IOException e) {
      throw new DataException(file, WANTED, "a file that cannot be read: " + e.getMessage());
    }
  }

  /// Reads all images of a file that is open.
  ///
  /// @param file what messages call it
  /// @param in its content from the first byte on, which can be marked; stays open
  /// @throws DataException if it cannot be read or is anything but a whole file of images
  public static Images read(Path file, InputStream in) throws DataException {
    try {
      in.mark(2);
      int first = in.read();
      int second = in.read();
      in.reset();
      if (first < 0) {
        throw new DataException(file, WANTED, "an empty file");
      }
      if (!packed(first, second)) {
        return images(file, in);
      }
      GzipStream unpacked = new GzipStream(in);
      Images images = images(file, new BufferedInputStream(unpacked, BUFFER));
      if (unpacked.followed()) {
        throw surplus(file, images.count());
      }
      return images;
    } catch (EOFException | ZipException e) {
      throw new DataException(file, "whole gzip data", "damaged or truncated gzip data");
    } catch (IOException e) {
      throw new DataException(file, WANTED, "a file that cannot be read: " + e.getMessage());
    }
  }

  private static Images images(Path file, InputStream in) throws IOException, DataException {
    IdxHeader header = IdxHeader.read(file, in);
    long count = header.count();
    long rows = header.rows();
    long columns = header.columns();
    if (rows > MOST_PIXELS || columns > MOST_PIXELS || rows * columns > MOST_PIXELS) {
      throw new DataException(
          file, "images of at most " + MOST_PIXELS + " pixels", rows + "×" + columns);
    }
    long total = count * rows * columns;
    if (total > MOST_BYTES) {
      throw new DataException(
          file,
          "at most " + MOST_BYTES + " bytes of images",
          count + " of " + rows + "×" + columns);
    }
    byte[] pixels = in.readNBytes((int) total);
    if (pixels.length < total) {
      throw new DataException(
          file,
          count + " images, " + total + " bytes, as its header says",
          pixels.length + " bytes (truncated)");
    }
    if (in.read() >= 0) {
      throw surplus(file, (int) count);
    }
    return new Images(pixels, 0, (int) count, (int) rows, (int) columns);
  }

  private static DataException surplus(Path file, int count) {
    return new DataException(file, count + " images, as its header says", "more bytes after them");
  }
}
