package voidscope.experiment.measure;

import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.objective.Objective;
import voidscope.problem.Known;
import voidscope.problem.Problem;

/// Exact moments where a sample takes one uniform: of one Bernoulli latent an estimate is on each
/// side of b a function of z, plus the same one of each z̃ where it draws
/// [conditional][Estimator#conditional] samples, of one Gaussian a function of ε. Both are
/// integrated along their line with the nodes injected as the noise of the estimator itself, in
/// panels as fine as the temperature, and the two are independent, so that no integral in two
/// dimensions is needed.
///
/// Values are computed in single, summed in double precision; where the rule does not converge its
/// panels are cut, up to eight times.
final class Quadrature extends ExactMoments {
  private static final int[] PARTS = {1, 2, 8};

  private final Probe probe;
  private final int conditional;
  private final NoiseLine line;
  private final NoiseNodes nodes = new NoiseNodes();
  private final Objective objective;
  private final Stratum[] strata;
  private final double[] probabilities;
  private final float[] f = new float[Probe.ROWS];
  private final int parameters;
  private float[] g = {};

  /// @param probe of the estimator and problem
  Quadrature(Probe probe, Estimator estimator, Problem problem, Known known) {
    super(estimator, known, problem.distribution().parameters());
    this.probe = probe;
    conditional = estimator.conditional() ? estimator.samples() : 0;
    line = NoiseLine.of(problem.distribution(), known, estimator.hardSamples() > 1);
    parameters = problem.distribution().parameters();
    objective = probe.another();
    strata = new Stratum[line.sides()];
    for (int s = 0; s < strata.length; s++) {
      strata[s] = new Stratum(parameters);
    }
    probabilities = new double[strata.length];
  }

  @Override
  public void at(State phi, float[] theta) {
    probe.at(theta);
    double scale =
        phi.find(Surrogate.TEMPERATURE)
            .map(span -> Math.exp(phi.values()[span.from()]))
            .orElse(1.0);
    for (int parts : PARTS) {
      for (int s = 0; s < strata.length; s++) {
        probabilities[s] = line.probability(s, theta);
        line.lay(nodes, s, theta, scale, parts);
        integrate(phi, strata[s]);
      }
      values().take(probabilities, strata, theta, scale);
      if (!values().coarse()) {
        return;
      }
    }
  }

  /// The estimate is g(u, v) = g(u, v₀) + g(u₀, v) − g(u₀, v₀) with the middle node's u₀ and v₀.
  private void integrate(State phi, Stratum stratum) {
    int middle = nodes.count() / 2;
    if (g.length < nodes.count() * parameters) {
      g = new float[nodes.count() * parameters];
    }
    stratum.clear();
    run(phi, -1, middle, stratum);
    stratum.add(nodes.count(), g, nodes.weights(), nodes.coarse(), 1);
    if (conditional > 0) {
      stratum.subtract(g, middle);
      run(phi, middle, -1, stratum);
      stratum.add(nodes.count(), g, nodes.weights(), nodes.coarse(), conditional);
    }
  }

  /// Estimates along the line, with u or v held at a node, or neither: −1. Where there are several
  /// v, all are the same.
  private void run(State phi, int holdFree, int holdConditional, Stratum stratum) {
    Draw batch = probe.batch();
    float[] u = batch.u()[0];
    float[] v = batch.v()[0];
    for (int from = 0; from < nodes.count(); from += Probe.ROWS) {
      int n = Math.min(Probe.ROWS, nodes.count() - from);
      for (int i = 0; i < n; i++) {
        u[i] = nodes.free()[holdFree < 0 ? from + i : holdFree];
        v[i] = nodes.conditional()[holdConditional < 0 ? from + i : holdConditional];
      }
      for (int k = 1; k < conditional; k++) {
        System.arraycopy(v, 0, batch.v()[k], 0, n);
      }
      System.arraycopy(probe.estimate(phi, n), 0, g, from * parameters, n * parameters);
      if (holdFree < 0) {
        objective.value(batch.rows(n), 0, f);
        stratum.objective(n, f, nodes.weights(), from);
      }
    }
  }
}
