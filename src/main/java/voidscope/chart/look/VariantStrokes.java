package voidscope.chart.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strokes of the variants of every estimator: the marker tells the estimator, the dash the
/// variant.
final class VariantStrokes {
  /// How many of one estimator have strokes of their own, the ordinary one among them.
  static final int COUNT = 12;

  /// From the plainest on. None is like an ordinary dash or a companion's, and each shows its
  /// pattern within a legend's sample.
  private static final List<float[]> DASHES =
      List.of(
          of(20, 6),
          of(16, 4, 2, 4),
          of(2, 3, 2, 3, 2, 9),
          of(12, 10),
          of(9, 3, 9, 9),
          of(16, 4, 2, 4, 2, 4),
          of(5, 3, 5, 9),
          of(3, 3, 3, 9),
          of(9, 3, 9, 3, 9, 9),
          of(16, 4, 7, 4),
          of(16, 4, 2, 4, 2, 4, 2, 4),
          of(9, 4, 9, 4, 3, 4));

  private VariantStrokes() {}

  private static float[] of(float... lengths) {
    return lengths;
  }

  /// The strokes of the variants 0, 1, 2, … of every key. As many of a kind as have shades of their
  /// own share theirs with nobody; the others differ from those and from their own kind.
  ///
  /// @param ordinary the strokes of the variants 0
  static Map<String, List<Stroke>> of(Map<String, Stroke> ordinary) {
    List<Stroke> taken = new ArrayList<>(ordinary.values());
    Map<String, List<Stroke>> kinds = new LinkedHashMap<>();
    ordinary.forEach((key, stroke) -> kinds.put(key, new ArrayList<>(List.of(stroke))));
    for (List<Stroke> kind : kinds.values()) {
      extend(kind, Shades.COUNT, taken);
      taken.addAll(kind);
    }
    for (List<Stroke> kind : kinds.values()) {
      extend(kind, COUNT, taken);
    }
    return kinds;
  }

  /// The variant with strokes of its own whose ink another repeats, in the same shade.
  ///
  /// @throws IllegalArgumentException if it is negative
  static int repeated(int variant) {
    if (variant < 0) {
      throw new IllegalArgumentException("a variant is at least 0, not " + variant);
    }
    return variant < COUNT ? variant : Shades.COUNT + (variant - COUNT) % (COUNT - Shades.COUNT);
  }

  private static void extend(List<Stroke> kind, int size, List<Stroke> taken) {
    while (kind.size() < size) {
      kind.add(next(kind, taken));
    }
  }

  /// The first that nobody has, of a dash that resembles none of its kind if there is one; where
  /// everything has been given, the first that none of its kind has.
  private static Stroke next(List<Stroke> kind, List<Stroke> taken) {
    List<Stroke> candidates = candidates(kind.getFirst());
    return candidates.stream()
        .filter(stroke -> kind.stream().noneMatch(stroke::resembles) && free(stroke, taken))
        .findFirst()
        .or(() -> candidates.stream().filter(s -> free(s, kind) && free(s, taken)).findFirst())
        .or(() -> candidates.stream().filter(s -> free(s, kind)).findFirst())
        .orElseThrow();
  }

  private static boolean free(Stroke stroke, List<Stroke> given) {
    for (Stroke other : given) {
      if (other.like(stroke.marker(), stroke.dash())) {
        return false;
      }
    }
    return true;
  }

  /// Every marker with every dash, a kind's own marker first.
  private static List<Stroke> candidates(Stroke first) {
    List<Marker> markers = new ArrayList<>(List.of(Marker.values()));
    markers.remove(first.marker());
    markers.addFirst(first.marker());
    List<Stroke> all = new ArrayList<>();
    for (Marker marker : markers) {
      for (float[] dash : DASHES) {
        all.add(new Stroke(marker, first.width(), dash));
      }
    }
    return all;
  }
}
