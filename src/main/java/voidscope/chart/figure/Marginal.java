package voidscope.chart.figure;

import java.util.Arrays;
import java.util.List;

/// How abscissae are distributed, at the foot of a plot: the shape of their density, and a stroke
/// for each of some samples. Heights are shares of the plot and have nothing to do with its
/// vertical axis. Immutable by convention.
///
/// @param key whose colour it has
/// @param x abscissae, ascending
/// @param density at each, in any unit
/// @param samples ascending
public record Marginal(String key, double[] x, double[] density, double[] samples)
    implements Ground {
  /// Share of the plot's height that the greatest density has.
  private static final double HILL = .13;

  /// Share of the plot's height that a sample has.
  private static final double STROKE = .035;

  /// It as lines on an axis.
  ///
  /// @param up the vertical axis with its ends
  List<Figure.Line> lines(Projection up) {
    double foot = up.value(0);
    double greatest = Arrays.stream(density).max().orElse(0);
    double[] hill =
        Arrays.stream(density).map(d -> up.value(greatest > 0 ? HILL * d / greatest : 0)).toArray();
    double[] low = new double[x.length];
    Arrays.fill(low, foot);
    double[] at = new double[3 * samples.length];
    double[] stroke = new double[at.length];
    for (int i = 0; i < samples.length; i++) {
      Arrays.fill(at, 3 * i, 3 * i + 3, samples[i]);
      stroke[3 * i] = foot;
      stroke[3 * i + 1] = up.value(STROKE);
      stroke[3 * i + 2] = Double.POSITIVE_INFINITY;
    }
    return List.of(
        new Figure.Line(key, "", "", Figure.Style.RAW, x, hill, low, hill),
        new Figure.Line(key, "", "", Figure.Style.RAW, at, stroke, null, null));
  }
}
