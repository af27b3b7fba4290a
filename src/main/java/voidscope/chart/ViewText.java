package voidscope.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the charts were looked at, as a comment above a figure's scenario: it changes no result, but
/// without it the figure would not lead back to itself. A key that is not known is passed over, so
/// that figures of other versions can be opened.
final class ViewText {
  private static final String START = "# view: ";
  private static final String HIDDEN = "hidden";
  private static final String FOCUS = "focus";
  private static final String OVER = "over";
  private static final String Z = "z";

  private ViewText() {}

  /// The comment, a line.
  static String format(ChartView view) {
    return START
        + HIDDEN
        + " = "
        + String.join(" ", new TreeSet<>(view.hidden()))
        + "; "
        + FOCUS
        + " = "
        + view.focus()
        + "; "
        + OVER
        + " = "
        + (view.overZ() ? Z : "u")
        + "\n";
  }

  /// The view that a scenario's text tells of, if it does.
  static Optional<ChartView> parse(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(START))
        .findFirst()
        .map(line -> read(line.substring(START.length())));
  }

  private static ChartView read(String line) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : line.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String hidden = values.getOrDefault(HIDDEN, "");
    return new ChartView(
        hidden.isEmpty() ? Set.of() : Set.copyOf(List.of(hidden.split(" +"))),
        values.getOrDefault(FOCUS, ""),
        values.getOrDefault(OVER, "").equals(Z),
        1);
  }
}
