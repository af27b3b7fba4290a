package voidscope.chart.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import voidscope.chart.series.DressOption;
import voidscope.chart.series.FigureDress;

/// A figure's dress as a comment above its scenario, below that of its view. Signs at which a
/// spreadsheet would cut it are written as `%` and their number. What is not known, or cannot be
/// read, is passed over.
final class DressText {
  private static final String START = "# dress: ";
  private static final Pattern CUTTING = Pattern.compile("[%;,=\"\\t]");
  private static final Pattern WRITTEN = Pattern.compile("%([0-9a-f]{2})");

  private DressText() {}

  /// The comment, a line; nothing for the dress that every figure has.
  static String format(FigureDress dress) {
    StringBuilder text = new StringBuilder();
    for (DressOption option : DressOption.catalogue().entries()) {
      String said = option.of(dress);
      if (!said.isEmpty()) {
        text.append(text.isEmpty() ? START : "; ");
        text.append(option.key()).append(" = ").append(written(said));
      }
    }
    return text.isEmpty() ? "" : text + "\n";
  }

  /// The dress that a scenario's text tells of.
  static FigureDress parse(String text) {
    String line =
        text.lines()
            .takeWhile(each -> each.startsWith("#"))
            .filter(each -> each.startsWith(START))
            .findFirst()
            .orElse(START);
    FigureDress dress = FigureDress.PLAIN;
    for (String part : line.substring(START.length()).split("[;,\\t]", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        dress = read(dress, part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return dress;
  }

  private static FigureDress read(FigureDress dress, String key, String text) {
    try {
      return DressOption.catalogue().get(key).read(dress, plain(text));
    } catch (IllegalArgumentException e) {
      return dress;
    }
  }

  private static String written(String text) {
    return CUTTING
        .matcher(text)
        .replaceAll(sign -> String.format("%%%02x", (int) sign.group().charAt(0)));
  }

  private static String plain(String text) {
    return WRITTEN
        .matcher(text)
        .replaceAll(
            sign ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
  }
}
