package voidscope.experiment;

import voidscope.distribution.Draw;
import voidscope.distribution.Finite;
import voidscope.estimator.State;

/// Exact moments of an estimator that depends on the sample b alone, over all outcomes of b, each
/// had by injecting the noise that gives it. Values are computed in float and summed in double.
final class Enumeration implements ExactMoments {
  /// Outcomes at most.
  static final long MOST = 4096;

  private final Probe probe;
  private final Finite distribution;
  private final double[] weights = new double[Probe.ROWS];
  private final WeightedSums sums;

  Enumeration(Probe probe, Finite distribution) {
    this.probe = probe;
    this.distribution = distribution;
    sums = new WeightedSums(distribution.parameters());
  }

  @Override
  public void at(State phi, float[] theta) {
    sums.clear();
    probe.at(theta);
    Draw batch = probe.batch();
    long outcomes = distribution.outcomes();
    int filled = 0;
    for (long code = 0; code < outcomes; code++) {
      weights[filled] = distribution.outcome(code, batch, filled);
      filled++;
      if (filled == Probe.ROWS || code == outcomes - 1) {
        sums.accept(filled, probe.estimate(phi, filled), weights);
        filled = 0;
      }
    }
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
