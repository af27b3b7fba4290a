package voidscope.data;

import java.nio.charset.Charset;
import java.util.Optional;

/// Letters of file names. Java holds those of the locale, where that is `C` only those of ASCII:
/// any other is lost before the program sees it.
public final class Letters {
  private static final char LOST = '\uFFFD';
  private static final String ENCODING = System.getProperty("sun.jnu.encoding", "");

  private Letters() {}

  /// Why a file cannot be named so, and what to do about it; empty if it can.
  public static Optional<String> obstacle(String name) {
    boolean held =
        ENCODING.startsWith("UTF")
            || (name.indexOf(LOST) < 0 && Charset.forName(ENCODING).newEncoder().canEncode(name));
    if (held) {
      return Optional.empty();
    }
    return Optional.of(
        "\""
            + name.replace(LOST, '?')
            + "\" has letters that this locale ("
            + ENCODING
            + ") cannot hold: set LC_ALL=C.UTF-8 and run it again");
  }
}
