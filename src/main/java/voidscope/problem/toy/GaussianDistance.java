package voidscope.problem.toy;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;

/// A smooth f of one Gaussian: f(b) = (b − t)², so E f = (μ − t)² + σ², with gradient 2(μ − t) by μ
/// and 2σ² by log σ.
///
/// @param target t
/// @param mean μ at step 0
/// @param deviation σ at step 0
public record GaussianDistance(double target, double mean, double deviation)
    implements GaussianProblem {
  @Override
  public double loss(float[] theta, float[] scratch) {
    double offset = theta[0] - target;
    return offset * offset + Math.exp(2.0 * theta[1]);
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    g[0] = 2 * (theta[0] - target);
    g[1] = 2 * Math.exp(2.0 * theta[1]);
  }

  @Override
  public double optimum() {
    return 0;
  }

  @Override
  public Objective objective(int rows) {
    return new DistanceObjective(
        this, new float[] {(float) target}, 1, rows, Set.of(Capability.CONTINUOUS));
  }
}
