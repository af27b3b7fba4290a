package voidscope.chart.look;

import java.util.ArrayList;
import java.util.List;

/// The shades of a colour, by which the variants of one estimator differ: one hue, as far apart in
/// lightness as the ground leaves room.
final class Shades {
  /// How many there are, the colour itself among them.
  static final int COUNT = 4;

  /// A little more than the 3 to 1 that an ink needs.
  private static final double CONTRAST = 3.1;

  /// Beyond these all hues look black, or white.
  private static final double DARKEST = .14;

  private static final double LIGHTEST = .87;

  /// A shade has at most so much of its colour's chroma: a brown must not become an orange.
  private static final double CHROMA = 1.15;

  private static final int HALVINGS = 20;

  private final Oklch colour;
  private final double saturation;
  private final int ground;

  private Shades(int argb, int ground) {
    colour = Oklch.of(argb);
    saturation = colour.saturation();
    this.ground = ground;
  }

  /// The opaque shades of an opaque colour on an opaque ground from which it stands out. The first
  /// is the colour itself, and each is the one farthest from those before it.
  static List<Integer> of(int argb, int ground) {
    var shades = new Shades(argb, ground);
    double own = shades.colour.lightness();
    List<Double> used = new ArrayList<>(List.of(own));
    List<Double> left = shades.others();
    List<Integer> colours = new ArrayList<>(List.of(argb));
    while (!left.isEmpty()) {
      double next = left.getFirst();
      for (double lightness : left) {
        if (gap(lightness, used) > gap(next, used) + 1e-9) {
          next = lightness;
        }
      }
      left.remove(next);
      used.add(next);
      colours.add(shades.at(next).argb());
    }
    return List.copyOf(colours);
  }

  private static double gap(double lightness, List<Double> used) {
    return used.stream().mapToDouble(other -> Math.abs(lightness - other)).min().orElseThrow();
  }

  /// The other lightnesses: evenly below and above the colour's own, so many on each side that the
  /// least gap is greatest.
  private List<Double> others() {
    double own = colour.lightness();
    boolean dark = Oklch.of(ground).lightness() < .5;
    double low = dark ? edge(0) : Math.min(DARKEST, own);
    double high = dark ? Math.max(LIGHTEST, own) : edge(1);
    List<Double> best = List.of();
    double widest = 0;
    for (int below = 0; below < COUNT; below++) {
      int above = COUNT - 1 - below;
      double down = below == 0 ? Double.POSITIVE_INFINITY : (own - low) / below;
      double up = above == 0 ? Double.POSITIVE_INFINITY : (high - own) / above;
      if (Math.min(down, up) > widest) {
        widest = Math.min(down, up);
        best = new ArrayList<>();
        for (int i = 1; i <= below; i++) {
          best.add(own - i * down);
        }
        for (int i = 1; i <= above; i++) {
          best.add(own + i * up);
        }
      }
    }
    return best;
  }

  /// The lightness next to the ground's, between the colour's own and a bound, that stands out.
  private double edge(double bound) {
    double in = colour.lightness();
    double out = bound;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (Oklch.contrast(at(middle).argb(), ground) >= CONTRAST) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private Oklch at(double lightness) {
    double most = CHROMA * colour.chroma();
    Oklch shade = colour.at(lightness, saturation);
    return new Oklch(lightness, Math.min(shade.chroma(), most), shade.hue());
  }
}
