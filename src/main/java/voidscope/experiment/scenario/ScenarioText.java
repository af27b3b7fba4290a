package voidscope.experiment.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The text of a file that people write, and that editors save in ways of their own: a mark of the
/// byte order is forgiven, other encodings than UTF-8 are named.
public final class ScenarioText {
  /// Bytes of a text at most. A longer one is refused before anybody looks into it.
  public static final int LONGEST = 1 << 20;

  private static final String WANTED = "text in UTF-8";
  private static final String UTF_16 = "text in UTF-16: save it as UTF-8";
  private static final String UTF_32 = "text in UTF-32: save it as UTF-8";
  private static final int SAMPLE = 64;
  private static final char MARK = '\uFEFF';

  private ScenarioText() {}

  /// What is said of a text that is too long.
  ///
  /// @param size how long it is, such as `2,000,000 bytes`
  public static String tooLong(String size) {
    return String.format(Locale.ROOT, "a text of %s; at most %,d are read", size, LONGEST);
  }

  /// The text of a content, without a mark in front.
  ///
  /// @param name what error messages call it
  /// @throws ScenarioException if it is in another encoding, naming that or the line where it
  ///   cannot go on
  public static String of(String name, byte[] content) throws ScenarioException {
    String other = otherEncoding(content);
    if (!other.isEmpty()) {
      throw new ScenarioException(name, 0, "", WANTED, other);
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw new ScenarioException(
          name, line, "", WANTED, "other bytes, perhaps Latin letters: save it as UTF-8");
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
    return text.subSequence(marked ? 1 : 0, text.length()).toString();
  }

  /// What is said of a content that is text in another encoding than UTF-8, by its mark or by its
  /// zeros; else empty.
  public static String otherEncoding(byte[] content) {
    if (content.length < 2) {
      return "";
    }
    int first = (content[0] & 0xff) << 8 | (content[1] & 0xff);
    boolean wide = content.length > 3 && content[2] == 0 && content[3] == 0;
    if (first == 0xfffe) {
      return wide ? UTF_32 : UTF_16;
    }
    if (first == 0xfeff) {
      return UTF_16;
    }
    if (first == 0 && content.length > 3 && content[2] == (byte) 0xfe) {
      return UTF_32;
    }
    return zeros(content, 0) || zeros(content, 1) ? UTF_16 : "";
  }

  /// Whether every second byte of the first ones is zero and no other, as of Latin letters.
  private static boolean zeros(byte[] content, int from) {
    int length = Math.min(content.length, SAMPLE) / 2 * 2;
    for (int i = 0; i < length; i++) {
      if ((content[i] == 0) != (i % 2 == from)) {
        return false;
      }
    }
    return true;
  }
}
