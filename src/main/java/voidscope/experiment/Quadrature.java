package voidscope.experiment;

import java.util.stream.DoubleStream;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.Toy;
import voidscope.stat.UnitRule;

/// Exact moments where a sample takes one uniform: of one Bernoulli latent the estimator is a
/// function of (u, v) in the unit square, of one Gaussian of u alone. It is integrated with the
/// nodes injected as its noise, the u-integral split where the problem says that f jumps. Values
/// are computed in float and summed in double, which gives about five digits.
final class Quadrature implements ExactMoments {
  private static final int ORDER = 64;
  private static final double EDGE = 0x1p-24;

  /// Made once: it takes ten milliseconds, and every change of a slider makes new quadratures.
  private static final UnitRule OUTER = new UnitRule(ORDER);

  private final Probe probe;
  private final Toy problem;
  private final double[] innerNodes;
  private final double[] innerWeights;
  private final double[] weights = new double[Probe.ROWS];
  private final WeightedSums sums;

  /// @param probe of the estimator and problem
  Quadrature(Probe probe, Estimator estimator, Toy problem) {
    this.probe = probe;
    this.problem = problem;
    sums = new WeightedSums(problem.distribution().parameters());
    int count = estimator.conditional() ? ORDER : 1;
    innerNodes = new double[count];
    innerWeights = new double[count];
    for (int j = 0; j < count; j++) {
      innerNodes[j] = count == 1 ? 0.5 : OUTER.node(j);
      innerWeights[j] = count == 1 ? 1 : OUTER.weight(j);
    }
  }

  @Override
  public void at(State phi, float[] theta) {
    sums.clear();
    probe.at(theta);
    double from = 0;
    for (double cut : cuts(theta)) {
      part(phi, from, cut);
      from = cut;
    }
    part(phi, from, 1);
  }

  /// Where the estimate jumps: where f does and, of a pair of antithetic samples, where it does for
  /// the second.
  private double[] cuts(float[] theta) {
    double[] jumps = problem.jumps(theta);
    return probe.batch().samples() == 1
        ? jumps
        : DoubleStream.of(jumps).flatMap(u -> DoubleStream.of(u, 1 - u)).sorted().toArray();
  }

  private void part(State phi, double from, double to) {
    Draw batch = probe.batch();
    float[] u = batch.u()[0];
    float[] v = batch.v()[0];
    int filled = 0;
    for (int i = 0; i < ORDER; i++) {
      float free = inside(from + (to - from) * OUTER.node(i));
      double weight = (to - from) * OUTER.weight(i);
      for (int j = 0; j < innerNodes.length; j++) {
        u[filled] = free;
        v[filled] = inside(innerNodes[j]);
        weights[filled] = weight * innerWeights[j];
        filled++;
        if (filled == Probe.ROWS) {
          flush(phi, filled);
          filled = 0;
        }
      }
    }
    if (filled > 0) {
      flush(phi, filled);
    }
  }

  private static float inside(double x) {
    return (float) Math.clamp(x, EDGE, 1 - EDGE);
  }

  private void flush(State phi, int n) {
    sums.accept(n, probe.estimate(phi, n), weights);
  }

  @Override
  public double mean(int d) {
    return sums.mean(d);
  }

  @Override
  public double variance() {
    return sums.variance();
  }
}
