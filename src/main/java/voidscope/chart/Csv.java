package voidscope.chart;

import java.util.List;
import java.util.stream.Collectors;

/// Comma separated values as RFC 4180 quotes them.
public final class Csv {
  private Csv() {}

  /// A row, without its end: a cell in quotes where it has a comma, a quote or a line's end.
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
