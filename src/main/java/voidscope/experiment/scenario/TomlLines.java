package voidscope.experiment.scenario;

import java.util.ArrayList;
import java.util.List;

/// The lines of a TOML that say something. The parser's time grows with the third power of how many
/// blank lines and comments stand in a row, two thousand of them take ten seconds; so it never sees
/// any, and what it says of a line is told of the one in the file.
final class TomlLines {
  private static final char BASIC = '"';
  private static final char LITERAL = '\'';
  private static final int LONG = 3;

  private final List<Integer> numbers = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int total;

  /// What a text of several lines is quoted with, where a line begins within one; else empty.
  private String open = "";

  private TomlLines() {}

  /// The lines of a text.
  static TomlLines of(String text) {
    TomlLines lines = new TomlLines();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  private void add(String line) {
    total++;
    String said = line.strip();
    if (open.isEmpty() && (said.isEmpty() || said.startsWith("#"))) {
      return;
    }
    numbers.add(total);
    text.append(line);
    open = after(line);
  }

  /// What a text of several lines is quoted with that goes on behind a line.
  private String after(String line) {
    String quote = open;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote.isEmpty()) {
        if (c == '#') {
          return "";
        }
        if (c == BASIC || c == LITERAL) {
          String three = String.valueOf(c).repeat(LONG);
          quote = line.startsWith(three, i) ? three : String.valueOf(c);
          i += quote.length() - 1;
        }
      } else if (c == '\\' && quote.charAt(0) == BASIC) {
        i++;
      } else if (line.startsWith(quote, i)) {
        i += quote.length() - 1;
        quote = "";
      }
    }
    return quote.length() == LONG ? quote : "";
  }

  /// What the parser reads.
  String text() {
    return text.toString();
  }

  /// The number in the file of a line that the parser counts.
  int number(int line) {
    return line <= numbers.size() ? numbers.get(line - 1) : total + 1;
  }
}
