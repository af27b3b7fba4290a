package voidscope.chart.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The comments of a table as they were exported, though a spreadsheet has saved it again: it cuts
/// them into cells at each comma, puts quotes around some, and fills every row up with separators,
/// which may be its own.
final class ResavedCsv {
  private static final String SEPARATORS = ",;\t";
  private static final String COMMENT = "#";
  private static final char QUOTE = '"';
  private static final Pattern EXPORTED =
      Pattern.compile(Pattern.quote(FigureCsv.FIRST) + "\\S+, seed -?\\d+, step \\d+");
  private static final Pattern ARRAY = Pattern.compile("[a-z-]+ = \\[.*");

  private ResavedCsv() {}

  /// Whether a text begins as a table does, as it was exported or saved again.
  static boolean begins(String text) {
    return text.startsWith(FigureCsv.FIRST) || text.startsWith(QUOTE + FigureCsv.FIRST);
  }

  /// The comments in front of the table.
  static List<String> comments(String text) {
    List<String> lines =
        text.lines()
            .takeWhile(line -> line.startsWith(COMMENT) || line.startsWith(QUOTE + COMMENT))
            .toList();
    if (lines.isEmpty()
        || (EXPORTED.matcher(lines.getFirst()).matches()
            && lines.stream().noneMatch(line -> line.charAt(0) == QUOTE))) {
      return lines;
    }
    char separator = separator(lines.getFirst());
    return lines.stream().map(line -> restored(line, separator)).toList();
  }

  /// The lines of a scenario, of which one that is cut within an array ends in a comma again.
  static String scenario(List<String> lines) {
    StringBuilder text = new StringBuilder();
    boolean within = false;
    for (String line : lines) {
      within = (within || ARRAY.matcher(line).matches()) && !line.endsWith("]");
      text.append(line).append(within && !line.endsWith(",") ? ",\n" : "\n");
    }
    return text.toString();
  }

  /// What follows the version, which was a comma.
  private static char separator(String first) {
    return (char)
        first
            .chars()
            .filter(c -> SEPARATORS.indexOf(c) >= 0)
            .findFirst()
            .orElse(SEPARATORS.charAt(0));
  }

  private static String restored(String line, char separator) {
    String whole = String.join(",", cells(line, separator));
    int end = whole.length();
    while (end > 0 && SEPARATORS.indexOf(whole.charAt(end - 1)) >= 0) {
      end--;
    }
    return whole.substring(0, end);
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == QUOTE && line.startsWith("\"\"", i);
      if (doubled) {
        cell.append(QUOTE);
        i++;
      } else if (c == QUOTE && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
