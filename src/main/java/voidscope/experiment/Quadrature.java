package voidscope.experiment;

import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.Problem;
import voidscope.stat.UnitRule;

/// Exact mean and variance of a single-sample gradient of one Bernoulli latent: the estimator is a
/// function of (u, v) in the unit square, integrated with the nodes injected as its noise. The
/// u-integral is split at 1 − p, where b flips. Values are computed in float and summed in double,
/// which gives about five digits. Scratch of one thread.
public final class Quadrature {
  private static final int ORDER = 64;
  private static final double EDGE = 0x1p-24;

  private final Probe probe;
  private final UnitRule outer = new UnitRule(ORDER);
  private final double[] innerNodes;
  private final double[] innerWeights;
  private final double[] weights = new double[Probe.ROWS];
  private double sum;
  private double squares;

  /// @param probe of the estimator and problem
  Quadrature(Probe probe, Estimator estimator) {
    this.probe = probe;
    int count = estimator.conditional() ? ORDER : 1;
    innerNodes = new double[count];
    innerWeights = new double[count];
    for (int j = 0; j < count; j++) {
      innerNodes[j] = count == 1 ? 0.5 : outer.node(j);
      innerWeights[j] = count == 1 ? 1 : outer.weight(j);
    }
  }

  /// A quadrature with a probe of its own.
  ///
  /// @param problem one with one latent
  public Quadrature(Estimator estimator, Problem problem) {
    this(new Probe(estimator, problem), estimator);
  }

  /// Integrates; [#mean] and [#variance] tell the result.
  ///
  /// @param theta one logit
  public void at(State phi, float[] theta) {
    double flip = 1 - Problem.sigmoid(theta[0]);
    sum = 0;
    squares = 0;
    probe.at(theta);
    half(phi, 0, flip);
    half(phi, flip, 1);
  }

  private void half(State phi, double from, double to) {
    Draw batch = probe.batch();
    float[] u = batch.u()[0];
    float[] v = batch.v()[0];
    int filled = 0;
    for (int i = 0; i < ORDER; i++) {
      float free = inside(from + (to - from) * outer.node(i));
      double weight = (to - from) * outer.weight(i);
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
    float[] g = probe.estimate(phi, n);
    for (int i = 0; i < n; i++) {
      sum += weights[i] * g[i];
      squares += weights[i] * g[i] * g[i];
    }
  }

  /// E ĝ.
  public double mean() {
    return sum;
  }

  /// Var ĝ.
  public double variance() {
    return Math.max(0, squares - sum * sum);
  }
}
