package voidscope.chart.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// How a key is drawn everywhere: an estimator keeps its colour, dash and marker in every chart.
///
/// @param key the estimator's key, or a neutral key such as `optimum`
/// @param argb opaque colour
/// @param dash lengths on and off in units of 1/12 of the font size; empty: solid
/// @param marker shape of its points
/// @param width factor on the ordinary line width
public record Ink(String key, int argb, float[] dash, Marker marker, double width) {

  private static final Map<String, Stroke> STROKES = Stroke.bundled();

  private static final List<float[]> DASHES =
      List.of(
          of(8, 4),
          of(2, 3),
          of(14, 4),
          of(5, 3),
          of(8, 3, 2, 3),
          of(10, 3, 2, 3),
          of(8, 3, 2, 3, 2, 3));

  private static float[] of(float... lengths) {
    return lengths;
  }

  /// The inks of every key in the colours of a sheet, in legend order: the estimators of the
  /// catalogue, and what else is drawn.
  static Map<String, Ink> all(Tokens tokens) {
    return all(tokens, Estimators.catalogue().entries().stream().map(EstimatorEntry::key).toList());
  }

  /// The same for some estimators.
  static Map<String, Ink> all(Tokens tokens, List<String> estimators) {
    Map<String, Stroke> strokes = new LinkedHashMap<>();
    Map<String, Stroke> others = new LinkedHashMap<>(STROKES);
    for (String key : estimators) {
      Stroke own = others.remove(key);
      strokes.put(key, own == null ? free(strokes) : own);
    }
    strokes.putAll(others);
    Map<String, Ink> inks = new LinkedHashMap<>();
    strokes.forEach(
        (key, stroke) ->
            inks.put(
                key,
                new Ink(
                    key,
                    tokens.argb("-voidscope-key-" + key),
                    stroke.dash(),
                    stroke.marker(),
                    stroke.width())));
    return inks;
  }

  /// The first that no estimator has, nor any of those that have been given one.
  private static Stroke free(Map<String, Stroke> given) {
    for (float[] dash : DASHES) {
      for (Marker marker : Marker.values()) {
        if (Stream.concat(STROKES.values().stream(), given.values().stream())
            .noneMatch(stroke -> stroke.like(marker, dash))) {
          return new Stroke(marker, 1, dash);
        }
      }
    }
    return new Stroke(Marker.PLUS, 1, of());
  }
}
