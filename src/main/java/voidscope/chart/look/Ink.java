package voidscope.chart.look;

import java.util.Arrays;
import java.util.Collections;
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

  /// How lines differ beside their colour, by key: who is not named here takes the first marker and
  /// dash that nobody has.
  private static final Map<String, Stroke> STROKES = strokes();

  private static final List<float[]> DASHES =
      List.of(
          of(8, 4),
          of(2, 3),
          of(14, 4),
          of(5, 3),
          of(8, 3, 2, 3),
          of(10, 3, 2, 3),
          of(8, 3, 2, 3, 2, 3));

  /// @param width factor on the ordinary line width
  private record Stroke(Marker marker, double width, float[] dash) {
    boolean like(Marker otherMarker, float[] otherDash) {
      return marker == otherMarker && Arrays.equals(dash, otherDash);
    }
  }

  private static Map<String, Stroke> strokes() {
    Map<String, Stroke> strokes = new LinkedHashMap<>();
    strokes.put("exact", new Stroke(Marker.PLUS, 2, of()));
    strokes.put("reinforce", new Stroke(Marker.TRIANGLE_UP, 1, of(8, 4)));
    strokes.put("reinforce-mean", new Stroke(Marker.CROSS, 1, of(5, 3)));
    strokes.put("reinforce-learned", new Stroke(Marker.DIAMOND, 1, of(10, 3, 2, 3)));
    strokes.put("control-variate", new Stroke(Marker.PLUS, 1, of(6, 3)));
    strokes.put("reparameterization", new Stroke(Marker.DIAMOND, 1, of(8, 3, 2, 3)));
    strokes.put("lax", new Stroke(Marker.CROSS, 1, of(8, 3, 2, 3, 2, 3)));
    strokes.put("concrete", new Stroke(Marker.SQUARE, 1, of(2, 3)));
    strokes.put("rebar", new Stroke(Marker.CIRCLE, 1, of(14, 4)));
    strokes.put("relax", new Stroke(Marker.TRIANGLE_DOWN, 1, of()));
    strokes.put("nvil", new Stroke(Marker.SQUARE, 1, of(10, 3, 2, 3)));
    strokes.put("rloo", new Stroke(Marker.CIRCLE, 1, of(5, 3)));
    strokes.put("arm", new Stroke(Marker.TRIANGLE_DOWN, 1, of(2, 3)));
    strokes.put("disarm", new Stroke(Marker.TRIANGLE_UP, 1, of(14, 4)));
    strokes.put("muprop", new Stroke(Marker.DIAMOND, 1, of()));
    strokes.put("straight-through", new Stroke(Marker.CROSS, 1, of(2, 3)));
    strokes.put("straight-through-gumbel", new Stroke(Marker.SQUARE, 1, of(6, 3)));
    strokes.put("term-first", new Stroke(Marker.TRIANGLE_UP, 1, of(8, 4)));
    strokes.put("term-second", new Stroke(Marker.SQUARE, 1, of(2, 3)));
    strokes.put("term-third", new Stroke(Marker.DIAMOND, 1, of(8, 3, 2, 3)));
    strokes.put("term-fourth", new Stroke(Marker.CIRCLE, 1, of(14, 4)));
    strokes.put("f", new Stroke(Marker.PLUS, 1.3, of()));
    strokes.put("frelaxed", new Stroke(Marker.PLUS, 1, of(6, 3, 1, 3)));
    strokes.put("optimum", new Stroke(Marker.PLUS, .8, of(4, 4)));
    return Collections.unmodifiableMap(strokes);
  }

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
                    stroke.dash,
                    stroke.marker,
                    stroke.width)));
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
