package voidscope.data;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files of other programs that are easily taken for images or scenarios, told by how they begin.
public final class ForeignFile {
  /// How many bytes of a file tell what it is.
  public static final int LOOK_AHEAD = 512;

  private static final int TAR_MARK = 257;
  private static final Pattern NUMBERS = Pattern.compile("[-+0-9.eE,;\\s]*[0-9][-+0-9.eE,;\\s]*");

  private static final List<Sign> SIGNS =
      List.of(
          Sign.of("934e554d5059", "a NumPy array (.npy)"),
          Sign.of("504b0304", "a ZIP archive, such as .npz"),
          Sign.of("504b0506", "a ZIP archive without files"),
          Sign.of("894844460d0a1a0a", "an HDF5 file"),
          Sign.of("4d41544c414220", "a MATLAB file"),
          Sign.of("50415231", "a Parquet file"),
          Sign.of("89504e470d0a1a0a", "a PNG picture"),
          Sign.of("ffd8ff", "a JPEG picture"),
          Sign.of("47494638", "a GIF picture"),
          Sign.of("25504446", "a PDF"),
          Sign.of("425a68", "bzip2 data"),
          Sign.of("fd377a585a00", "xz data"),
          Sign.of("28b52ffd", "zstd data"),
          Sign.of("377abcaf271c", "a 7z archive"),
          Sign.of("8002", "a Python pickle"),
          Sign.of("8003", "a Python pickle"),
          Sign.of("8004", "a Python pickle"),
          Sign.of("8005", "a Python pickle"));

  private ForeignFile() {}

  /// How files of a kind begin.
  private record Sign(String start, String name) {
    /// @param hex the first bytes
    static Sign of(String hex, String name) {
      byte[] bytes = HexFormat.of().parseHex(hex);
      return new Sign(new String(bytes, StandardCharsets.ISO_8859_1), name);
    }
  }

  /// What a file is; empty if that is not known.
  ///
  /// @param start its first bytes, [#LOOK_AHEAD] of them where it has as many
  public static Optional<String> name(byte[] start) {
    int length = Math.min(start.length, LOOK_AHEAD);
    String bytes = new String(start, 0, length, StandardCharsets.ISO_8859_1);
    for (Sign sign : SIGNS) {
      if (bytes.startsWith(sign.start())) {
        return Optional.of(sign.name());
      }
    }
    if (bytes.startsWith("ustar", TAR_MARK)) {
      return Optional.of("a tar archive");
    }
    return text(bytes.replaceFirst("^ï»¿", "").stripLeading());
  }

  private static Optional<String> text(String start) {
    String small = start.toLowerCase(Locale.ROOT);
    if (small.startsWith("version https://git-lfs")) {
      return Optional.of("a Git LFS pointer: the file itself was not fetched (git lfs pull)");
    }
    if (small.startsWith("<!doctype html") || small.startsWith("<html")) {
      return Optional.of("a web page");
    }
    if (NUMBERS.matcher(start).matches()) {
      return Optional.of("numbers as text");
    }
    return Optional.empty();
  }
}
