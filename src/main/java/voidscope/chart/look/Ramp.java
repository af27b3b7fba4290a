package voidscope.chart.look;

import java.util.ArrayList;
import java.util.List;

/// The colours of a map, from its least to its greatest value, in steps that look even and from
/// dark to light, so that a print without colours tells them apart, too.
///
/// @param colours opaque ARGB
public record Ramp(List<Integer> colours) {
  private static final int COUNT = 256;

  /// Copies the list.
  public Ramp {
    colours = List.copyOf(colours);
  }

  /// One through some opaque colours at equal distances.
  static Ramp through(int... stops) {
    List<Integer> colours = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      double place = i * (stops.length - 1.0) / (COUNT - 1);
      int from = (int) Math.min(place, stops.length - 2.0);
      Oklch mixed = Oklch.of(stops[from]).towards(Oklch.of(stops[from + 1]), place - from);
      colours.add(mixed.argb());
    }
    return new Ramp(colours);
  }

  /// The colour at a share of the way.
  public int argb(double share) {
    return colours.get((int) Math.round(share * (colours.size() - 1)));
  }
}
