package voidscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The header of an IDX file of images: two zeros, the type of its numbers, how many dimensions it
/// has, and their sizes. Whatever else a file begins with is named as what it is.
///
/// @param count of images, above 0
/// @param rows of an image, above 0
/// @param columns of an image, above 0
record IdxHeader(int count, int rows, int columns) {
  /// How a file of images begins.
  static final int IMAGES = 0x0803;

  /// Its bytes.
  static final int LENGTH = 16;

  private static final int BYTES = 8;
  private static final int DIMENSIONS = 3;
  private static final int GZIP = 0x1f8b;

  /// A text's mark of the byte order, which begins with two zeros as well.
  private static final int UTF_32 = 0xfeff;

  /// Dimensions that are counted in words, and told with their sizes.
  private static final List<String> COUNTS = List.of("no", "one", "two", "three", "four", "five");

  private static final String WANTED =
      "an IDX file of images (unsigned bytes, three dimensions: 0x00000803)";

  /// What the numbers of a type are called; empty if there is no such type.
  private static String numbers(int type) {
    return switch (type) {
      case BYTES -> "bytes";
      case 0x09 -> "signed bytes";
      case 0x0b -> "short ints";
      case 0x0c -> "ints";
      case 0x0d -> "floats";
      case 0x0e -> "doubles";
      default -> "";
    };
  }

  /// Whether a file begins as IDX files do, of images or not, be their bytes in the right order or
  /// not.
  static boolean begins(byte[] start) {
    if (start.length < Integer.BYTES) {
      return start.length > 1 && start[0] == 0 && start[1] == 0;
    }
    int magic = ByteBuffer.wrap(start).getInt();
    return (magic >>> Short.SIZE == 0 && magic != UTF_32) || reversed(magic);
  }

  private static boolean reversed(int magic) {
    int turned = Integer.reverseBytes(magic);
    return turned >>> Short.SIZE == 0 && known(turned);
  }

  private static boolean known(int magic) {
    return !numbers(magic >>> Byte.SIZE).isEmpty() && dimensions(magic) > 0;
  }

  private static int dimensions(int magic) {
    return magic & 0xff;
  }

  /// Reads it.
  ///
  /// @param file what messages call it
  /// @param in which can be marked
  /// @throws DataException if it is that of no images, or another file's beginning
  static IdxHeader read(Path file, InputStream in) throws IOException, DataException {
    in.mark(ForeignFile.LOOK_AHEAD);
    byte[] start = in.readNBytes(ForeignFile.LOOK_AHEAD);
    in.reset();
    ByteBuffer header = ByteBuffer.wrap(start);
    boolean whole = start.length >= Integer.BYTES;
    if (whole && header.getInt() != IMAGES) {
      throw new DataException(file, WANTED, kind(start));
    }
    if (start.length < LENGTH) {
      throw new DataException(
          file,
          "an IDX file of images with a header of " + LENGTH + " bytes",
          start.length + " bytes");
    }
    IdxHeader read =
        new IdxHeader(
            positive(file, "count of images", header.getInt()),
            positive(file, "number of rows", header.getInt()),
            positive(file, "number of columns", header.getInt()));
    in.skipNBytes(LENGTH);
    return read;
  }

  private static int positive(Path file, String what, int value) throws DataException {
    if (value <= 0) {
      throw new DataException(file, "a " + what + " above 0", Integer.toString(value));
    }
    return value;
  }

  /// What a file is that begins otherwise.
  private static String kind(byte[] start) {
    int magic = ByteBuffer.wrap(start).getInt();
    String code = String.format("0x%08x", magic);
    if (magic >>> Short.SIZE == 0 && known(magic)) {
      return other(magic, start) + " (" + code + ")";
    }
    if (magic >>> Short.SIZE == GZIP) {
      return "gzip data within gzip data: unpack it once";
    }
    if (reversed(magic)) {
      return "an IDX file in the other byte order, the least byte first (" + code + ")";
    }
    return ForeignFile.name(start).orElse("another kind of file, which begins with " + code);
  }

  /// What an IDX file is that has no images as bytes.
  private static String other(int magic, byte[] start) {
    int type = magic >>> Byte.SIZE;
    int dimensions = dimensions(magic);
    boolean described = dimensions == 2 && type != BYTES; // QMNIST describes an image in eight ints
    if (dimensions == 1 || described) {
      return "labels; the images are in the file called images-idx3 beside it";
    }
    if (dimensions == DIMENSIONS) {
      return numbers(type) + "; only bytes from 0 to 255 are read";
    }
    String count =
        dimensions < COUNTS.size() ? COUNTS.get(dimensions) : Integer.toString(dimensions);
    return count + " dimensions" + sizes(dimensions, start);
  }

  private static String sizes(int dimensions, byte[] start) {
    if (dimensions >= COUNTS.size() || start.length < Integer.BYTES * (dimensions + 1)) {
      return "";
    }
    ByteBuffer sizes = ByteBuffer.wrap(start);
    return IntStream.rangeClosed(1, dimensions)
        .mapToObj(i -> Integer.toString(sizes.getInt(i * Integer.BYTES)))
        .collect(Collectors.joining("×", ", ", ""));
  }
}
