package voidscope.chart.look;

import java.util.LinkedHashMap;
import java.util.Map;

/// How a key is drawn everywhere: an estimator keeps its colour, dash and marker in every chart.
///
/// @param key the estimator's key, or a neutral key such as `optimum`
/// @param argb opaque colour
/// @param dash lengths on and off in units of 1/12 of the font size; empty: solid
/// @param marker shape of its points
/// @param width factor on the ordinary line width
public record Ink(String key, int argb, float[] dash, Marker marker, double width) {

  /// The inks of every known key in the colours of a sheet, in legend order.
  static Map<String, Ink> all(Tokens tokens) {
    var inks = new LinkedHashMap<String, Ink>();
    put(inks, tokens, "exact", Marker.PLUS, 2);
    put(inks, tokens, "reinforce", Marker.TRIANGLE_UP, 1, 8, 4);
    put(inks, tokens, "reinforce-mean", Marker.CROSS, 1, 5, 3);
    put(inks, tokens, "reinforce-learned", Marker.DIAMOND, 1, 10, 3, 2, 3);
    put(inks, tokens, "control-variate", Marker.PLUS, 1, 6, 3);
    put(inks, tokens, "reparameterization", Marker.DIAMOND, 1, 8, 3, 2, 3);
    put(inks, tokens, "lax", Marker.CROSS, 1, 8, 3, 2, 3, 2, 3);
    put(inks, tokens, "concrete", Marker.SQUARE, 1, 2, 3);
    put(inks, tokens, "rebar", Marker.CIRCLE, 1, 14, 4);
    put(inks, tokens, "relax", Marker.TRIANGLE_DOWN, 1);
    put(inks, tokens, "nvil", Marker.SQUARE, 1, 10, 3, 2, 3);
    put(inks, tokens, "rloo", Marker.CIRCLE, 1, 5, 3);
    put(inks, tokens, "arm", Marker.TRIANGLE_DOWN, 1, 2, 3);
    put(inks, tokens, "disarm", Marker.TRIANGLE_UP, 1, 14, 4);
    put(inks, tokens, "muprop", Marker.DIAMOND, 1);
    put(inks, tokens, "straight-through", Marker.CROSS, 1, 2, 3);
    put(inks, tokens, "straight-through-gumbel", Marker.SQUARE, 1, 6, 3);
    put(inks, tokens, "term-first", Marker.TRIANGLE_UP, 1, 8, 4);
    put(inks, tokens, "term-second", Marker.SQUARE, 1, 2, 3);
    put(inks, tokens, "term-third", Marker.DIAMOND, 1, 8, 3, 2, 3);
    put(inks, tokens, "term-fourth", Marker.CIRCLE, 1, 14, 4);
    put(inks, tokens, "f", Marker.PLUS, 1.3);
    put(inks, tokens, "frelaxed", Marker.PLUS, 1, 6, 3, 1, 3);
    put(inks, tokens, "optimum", Marker.PLUS, .8, 4, 4);
    return inks;
  }

  private static void put(
      Map<String, Ink> inks,
      Tokens tokens,
      String key,
      Marker marker,
      double width,
      float... dash) {
    inks.put(key, new Ink(key, tokens.argb("-voidscope-key-" + key), dash, marker, width));
  }
}
