package voidscope.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The theme of charts: opaque ARGB colours and the ink of every key, read from a token sheet.
///
/// @param name `light` or `dark`
/// @param ground behind everything
/// @param plot behind the lines
/// @param grid lines at the ticks
/// @param axis line under the plot
/// @param text titles and legends
/// @param muted axis labels, ticks and captions
/// @param event event lines
/// @param inks by key, in legend order
public record Palette(
    String name,
    int ground,
    int plot,
    int grid,
    int axis,
    int text,
    int muted,
    int event,
    Map<String, Ink> inks) {

  /// Keeps its own copy of the inks.
  public Palette {
    inks = Collections.unmodifiableMap(new LinkedHashMap<>(inks));
  }

  /// Dark ink on white.
  public static Palette light() {
    return of("light", Tokens.bundled("tokens.css"));
  }

  /// Light ink on near black.
  public static Palette dark() {
    return of("dark", Tokens.bundled("tokens-dark.css"));
  }

  /// The ink of a key; a key without one is drawn like the objective.
  public Ink ink(String key) {
    Ink ink = inks.get(key);
    return ink != null
        ? ink
        : inks.getOrDefault("f", new Ink(key, text, new float[0], Marker.PLUS, 1));
  }

  static Palette of(String name, Tokens tokens) {
    return new Palette(
        name,
        tokens.argb("-voidscope-ground"),
        tokens.argb("-voidscope-plot"),
        tokens.argb("-voidscope-grid"),
        tokens.argb("-voidscope-axis"),
        tokens.argb("-voidscope-text"),
        tokens.argb("-voidscope-text-muted"),
        tokens.argb("-voidscope-event"),
        Ink.all(tokens));
  }
}
