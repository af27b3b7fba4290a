package voidscope.chart.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How a key is drawn everywhere: an estimator keeps its colour, dash and marker in every chart.
///
/// @param key the estimator's key, or a neutral key such as `optimum`; a variant's has its number
///   behind it, such as `relax#2`
/// @param variant which of several of one estimator it is for; 0: the ordinary one
/// @param argb opaque colour
/// @param dash lengths on and off in units of 1/12 of the font size; empty: solid
/// @param marker shape of its points
/// @param width factor on the ordinary line width
public record Ink(String key, int variant, int argb, float[] dash, Marker marker, double width) {

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

  /// The inks of every key in the colours of a sheet, in legend order: some estimators, and what
  /// else is drawn.
  static Map<String, Ink> all(Tokens tokens, List<String> estimators) {
    Map<String, Stroke> strokes = new LinkedHashMap<>();
    Map<String, Stroke> others = new LinkedHashMap<>(STROKES);
    for (String key : estimators) {
      Stroke own = others.remove(key);
      strokes.put(key, own == null ? free(strokes) : own);
    }
    Map<String, Ink> inks = new LinkedHashMap<>();
    strokes.forEach((key, stroke) -> add(inks, of(key, 0, colour(key, tokens), stroke)));
    others.forEach((key, stroke) -> add(inks, of(key, 0, colour(key, tokens), stroke)));
    return inks;
  }

  private static int colour(String key, Tokens tokens) {
    return tokens.argb("-voidscope-key-" + key);
  }

  private static void add(Map<String, Ink> inks, Ink ink) {
    inks.put(ink.key(), ink);
  }

  static Ink of(String key, int variant, int argb, Stroke stroke) {
    return new Ink(
        name(key, variant), variant, argb, stroke.dash(), stroke.marker(), stroke.width());
  }

  /// How it differs from others beside its colour.
  Stroke stroke() {
    return new Stroke(marker, width, dash);
  }

  /// The key of a variant's ink.
  public static String name(String key, int variant) {
    return variant == 0 ? key : key + "#" + variant;
  }

  /// The key of an ink that fades into the ground.
  ///
  /// @param share what is left of the colour, more than 0 and less than 1
  public static String faded(String key, double share) {
    return key + "-faded" + Math.clamp(Math.round(100 * share), 1, 99);
  }

  /// The same for another variant.
  Ink as(String otherKey, int otherVariant) {
    return new Ink(name(otherKey, otherVariant), otherVariant, argb, dash, marker, width);
  }

  /// The same in another colour.
  Ink in(int otherArgb) {
    return new Ink(key, variant, otherArgb, dash, marker, width);
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
