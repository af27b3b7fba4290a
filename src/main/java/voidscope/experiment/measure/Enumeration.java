package voidscope.experiment.measure;

import voidscope.distribution.Draw;
import voidscope.distribution.Finite;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.objective.Objective;
import voidscope.problem.Known;

/// Exact moments of an estimator that depends on its samples b alone, over all their outcomes, each
/// had by injecting the noise that gives it. Values are computed in single, summed in double
/// precision.
final class Enumeration extends ExactMoments {
  /// Outcomes at most.
  static final int MOST = 4096;

  private final Probe probe;
  private final Outcomes outcomes;
  private final Objective objective;
  private final int parameters;
  private final float[] g;
  private final double[] weights;
  private final float[] f = new float[Probe.ROWS];
  private final double[] one = {1};
  private final Stratum[] strata;

  Enumeration(Probe probe, Estimator estimator, Known known, Finite distribution) {
    super(estimator, known, distribution.parameters());
    this.probe = probe;
    outcomes = Outcomes.of(distribution, estimator.samples());
    objective = probe.another();
    parameters = distribution.parameters();
    int count = (int) outcomes.count();
    g = new float[count * parameters];
    weights = new double[count];
    strata = new Stratum[] {new Stratum(parameters)};
  }

  @Override
  public void at(State phi, float[] theta) {
    probe.at(theta);
    Draw batch = probe.batch();
    Stratum all = strata[0];
    all.clear();
    outcomes.restart();
    int done = 0;
    while (!outcomes.over()) {
      int n = 0;
      for (; n < Probe.ROWS && !outcomes.over(); n++) {
        weights[done + n] = outcomes.inject(batch, n);
        outcomes.next();
      }
      System.arraycopy(probe.estimate(phi, n), 0, g, done * parameters, n * parameters);
      objective.value(batch.rows(n), 0, f);
      all.objective(n, f, weights, done);
      done += n;
    }
    all.add(done, g, weights, weights, 1);
    values().take(one, strata, theta, 1);
  }
}
