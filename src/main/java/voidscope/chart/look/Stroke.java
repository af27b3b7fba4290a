package voidscope.chart.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a line differs from others beside its colour.
///
/// @param marker shape of its points
/// @param width factor on the ordinary line width
/// @param dash lengths on and off in units of 1/12 of the font size; empty: solid
record Stroke(Marker marker, double width, float[] dash) {
  /// The longest dash that looks like a dot.
  private static final float DOT = 3;

  private static final String SHEET = "/voidscope/styles/strokes.txt";

  /// The strokes of the sheet that comes with the program, by key, in its order.
  static Map<String, Stroke> bundled() {
    try (InputStream in = Stroke.class.getResourceAsStream(SHEET)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its sheet of strokes " + SHEET);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sheet of strokes " + SHEET, e);
    }
  }

  /// The strokes of a sheet, whose lines are `key: MARKER width on off …`, empty, or begin with
  /// `#`.
  ///
  /// @throws IllegalArgumentException if a line is anything else
  static Map<String, Stroke> parse(String sheet) {
    Map<String, Stroke> strokes = new LinkedHashMap<>();
    for (String line : sheet.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split("[: ]+", -1);
        if (words.length < 3) {
          throw new IllegalArgumentException(
              "the sheet of strokes: expected a key, a marker and a width, found \"" + line + "\"");
        }
        float[] dash = new float[words.length - 3];
        for (int i = 0; i < dash.length; i++) {
          dash[i] = Float.parseFloat(words[i + 3]);
        }
        strokes.put(
            words[0], new Stroke(Marker.valueOf(words[1]), Double.parseDouble(words[2]), dash));
      }
    }
    return Collections.unmodifiableMap(strokes);
  }

  /// Whether it has this marker and dash.
  boolean like(Marker otherMarker, float[] otherDash) {
    return marker == otherMarker && Arrays.equals(dash, otherDash);
  }

  /// Whether the dashes are alike at a glance: begun by about the same length, and either of as
  /// many parts or both of dots.
  boolean resembles(Stroke other) {
    if (dash.length == 0 || other.dash.length == 0) {
      return dash.length == other.dash.length;
    }
    float longer = Math.max(dash[0], other.dash[0]);
    boolean near = longer < 1.6 * Math.min(dash[0], other.dash[0]);
    return near && (dash.length == other.dash.length || longer <= DOT);
  }
}
