package voidscope.chart.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The inks of estimators' variants in one palette, each made when it is first asked for: a window
/// opens without any. Callable from any thread.
final class VariantInks {
  private final Map<String, Ink> ordinary;
  private final Function<Ink, List<Integer>> shades;
  private final Map<String, Ink> made = new ConcurrentHashMap<>();
  private @Nullable Map<String, List<Stroke>> strokes;

  /// @param ordinary the inks of the estimators, by their keys
  /// @param shades of an ordinary ink's colour, itself the first
  VariantInks(Map<String, Ink> ordinary, Function<Ink, List<Integer>> shades) {
    this.ordinary = ordinary;
    this.shades = shades;
  }

  /// The ink of a variant; null where the key is no estimator's.
  ///
  /// @param variant with strokes of its own
  @Nullable Ink of(String key, int variant) {
    Ink first = ordinary.get(key);
    return first == null || variant == 0
        ? first
        : made.computeIfAbsent(Ink.name(key, variant), any -> make(first, variant));
  }

  private Ink make(Ink first, int variant) {
    List<Integer> colours = shades.apply(first);
    Stroke stroke = strokes().getOrDefault(first.key(), List.of()).get(variant);
    return Ink.of(first.key(), variant, colours.get(variant % colours.size()), stroke);
  }

  private synchronized Map<String, List<Stroke>> strokes() {
    Map<String, List<Stroke>> known = strokes;
    if (known == null) {
      Map<String, Stroke> own = new LinkedHashMap<>();
      ordinary.forEach((key, ink) -> own.put(key, ink.stroke()));
      known = VariantStrokes.of(own);
      strokes = known;
    }
    return known;
  }
}
