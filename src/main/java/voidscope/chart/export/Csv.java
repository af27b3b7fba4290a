package voidscope.chart.export;

import java.util.List;
import java.util.stream.Collectors;

/// Comma separated values as RFC 4180 quotes them, in which a spreadsheet finds no formula.
public final class Csv {
  private static final String FORMULA = "=+-−@\t\r";
  private static final String QUOTED = ",\"\n\r";

  private Csv() {}

  /// A row, without its end.
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  /// The cell of a text, in quotes where it has a comma, a quote or a line's end. What a
  /// spreadsheet would take for the beginning of a formula comes behind an apostrophe, as one types
  /// such a text there; a number stays one.
  public static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !isNumber(text);
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return !Character.isWhitespace(text.charAt(0));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
