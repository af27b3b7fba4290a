package voidscope.chart;

/// A text as a cell of comma separated values: quoted where it has to be, and never read as a
/// formula by a spreadsheet.
public final class CsvCell {
  private static final String FORMULA = "=+-−@\t\r";
  private static final String QUOTED = ",\"\n\r";

  private CsvCell() {}

  /// The cell of a text. What a spreadsheet would take for the beginning of a formula comes behind
  /// an apostrophe, as one types such a text there.
  public static String of(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
