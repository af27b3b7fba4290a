package voidscope.experiment.optimum;

import voidscope.stat.CubicSpline;
import voidscope.stat.GaussRule;
import voidscope.stat.Sigmoid;

/// The noise z of one Bernoulli latent, cut into intervals: nodes to integrate over, and splines
/// for what depends on z. Where z = 0, and b changes sides, a spline's slope may jump, and the
/// intervals are the smaller the nearer it is, as with two latents c* is not smooth where both
/// change sides. Beyond the ends, where z hardly ever is, splines keep their end values, and one
/// node stands for all that.
///
/// What the signs are: z = θ + logistic noise, b = 1 where z > 0, τ what z is given b, of unit
/// mean.
final class LatentLine {
  private static final double REACH = 12;
  private static final double BESIDE_ZERO = 2;
  private static final int ORDER = 6;

  final CubicSpline spline;
  final int nodes;

  /// Probability of z being about a node.
  final double[] weight;

  /// b, 0 or 1, at a node.
  final int[] side;

  /// The score ∂log p(b)/∂θ at a node.
  final double[] score;

  /// First of the four splines at a node.
  final int[] first;

  /// Values of the four splines.
  final double[][] value;

  /// Their slopes over z.
  final double[][] slope;

  /// Their slopes over τ.
  final double[][] pathSlope;

  /// @param theta logit
  /// @param intervals on the whole line, at least 2
  LatentLine(double theta, int intervals) {
    double low = Math.min(theta - REACH, -BESIDE_ZERO);
    double high = Math.max(theta + REACH, BESIDE_ZERO);
    int below = Math.clamp(Math.round(intervals * -low / (high - low)), 1, intervals - 1);
    double[] ends = new double[intervals + 1];
    for (int i = 0; i <= intervals; i++) {
      double share =
          i <= below ? 1 - i / (double) below : (i - below) / (double) (intervals - below);
      ends[i] = (i <= below ? low : high) * share * share * share;
    }
    spline = new CubicSpline(knots(ends, below));
    GaussRule rule = new GaussRule(ORDER);
    nodes = intervals * ORDER + 2;
    weight = new double[nodes];
    side = new int[nodes];
    score = new double[nodes];
    first = new int[nodes];
    value = new double[nodes][CubicSpline.SUPPORT];
    slope = new double[nodes][CubicSpline.SUPPORT];
    pathSlope = new double[nodes][CubicSpline.SUPPORT];
    int node = 0;
    set(node++, low - 1, theta, Sigmoid.of(low - theta));
    for (int i = 0; i < intervals; i++) {
      for (int k = 0; k < ORDER; k++) {
        double z = rule.node(k, ends[i], ends[i + 1]);
        double density = Sigmoid.of(z - theta) * Sigmoid.of(theta - z);
        set(node++, z, theta, rule.weight(k, ends[i], ends[i + 1]) * density);
      }
    }
    set(node, high + 1, theta, Sigmoid.of(theta - high));
  }

  private static double[] knots(double[] ends, int below) {
    double[] knots = new double[ends.length + 3 + 3 + 2];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      int times = i == 0 || i == ends.length - 1 ? 4 : i == below ? 3 : 1;
      for (int k = 0; k < times; k++) {
        knots[at++] = ends[i];
      }
    }
    return knots;
  }

  private void set(int node, double z, double theta, double probability) {
    weight[node] = probability;
    side[node] = z > 0 ? 1 : 0;
    double drawn = Sigmoid.of(z > 0 ? theta : -theta);
    double sign = z > 0 ? 1 : -1;
    score[node] = sign * (1 - drawn);
    first[node] = spline.at(z, value[node], slope[node]);
    // e^τ = P + (1 − P)·e^{|z|} for the probability P of the drawn side.
    double rate = sign * (1 - drawn) / (1 - drawn + drawn * Math.exp(-Math.abs(z)));
    for (int k = 0; k < CubicSpline.SUPPORT; k++) {
      pathSlope[node][k] = slope[node][k] / rate;
    }
  }
}
