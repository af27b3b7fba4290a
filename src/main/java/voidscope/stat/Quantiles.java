package voidscope.stat;

import java.util.Arrays;

/// Quantiles of a few values, by linear interpolation between order statistics (Hyndman and Fan
/// 1996, type 7). Values that are not numbers sort last.
public final class Quantiles {
  private Quantiles() {}

  /// A quantile of sorted values.
  ///
  /// @param sorted ascending
  /// @param n how many of them count; at least 1
  /// @param q in [0, 1]
  public static double of(float[] sorted, int n, double q) {
    double position = q * (n - 1);
    int below = (int) position;
    int above = Math.min(below + 1, n - 1);
    double fraction = position - below;
    return fraction == 0
        ? sorted[below]
        : sorted[below] + fraction * ((double) sorted[above] - sorted[below]);
  }

  /// Sorts the first n values in place.
  public static void sort(float[] values, int n) {
    Arrays.sort(values, 0, n);
  }

  /// The same of all of an ascending array, in double precision; one of the values where the share
  /// falls on it.
  public static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double rest = place - below;
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }
}
