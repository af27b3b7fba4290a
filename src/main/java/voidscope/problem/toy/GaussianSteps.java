package voidscope.problem.toy;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.stat.NormalLaw;

/// A black-box step function of one Gaussian: f(b) = min(⌊|b − t|⌋, 3)/3, which has no derivative
/// anywhere that tells of the way. f counts the thresholds t ± 1, t ± 2, t ± 3 that b has passed,
/// so with z = (threshold − μ)/σ the expectation is a third of Σ Φ(−z) above t and Φ(z) below, and
/// its gradient by (μ, log σ) a third of Σ ±φ(z)·(1/σ, z).
///
/// @param target t
/// @param mean μ at step 0
/// @param deviation σ at step 0
public record GaussianSteps(double target, double mean, double deviation)
    implements GaussianProblem {
  private static final int STEPS = 3;

  @Override
  public double loss(float[] theta, float[] scratch) {
    double sigma = Math.exp(theta[1]);
    double passed = 0;
    for (int j = 1; j <= STEPS; j++) {
      passed += NormalLaw.cumulative((theta[0] - target - j) / sigma);
      passed += NormalLaw.cumulative((target - j - theta[0]) / sigma);
    }
    return passed / STEPS;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    double sigma = Math.exp(theta[1]);
    g[0] = 0;
    g[1] = 0;
    for (int j = 1; j <= STEPS; j++) {
      for (int side = -1; side <= 1; side += 2) {
        double z = (target + side * j - theta[0]) / sigma;
        double density = side * NormalLaw.density(z) / STEPS;
        g[0] += density / sigma;
        g[1] += density * z;
      }
    }
  }

  @Override
  public double optimum() {
    return 0;
  }

  @Override
  public double[] jumps() {
    double[] jumps = new double[2 * STEPS];
    for (int j = 1; j <= STEPS; j++) {
      jumps[STEPS - j] = target - j;
      jumps[STEPS + j - 1] = target + j;
    }
    return jumps;
  }

  @Override
  public Objective objective(int rows) {
    ExactRows exact = new ExactRows(this);
    float centre = (float) target;
    return new Objective() {
      @Override
      public Set<Capability> offers() {
        return Set.of(Capability.EXACT_GRADIENT, Capability.CONTINUOUS, Capability.REPEATABLE);
      }

      @Override
      public void value(Draw draw, int k, float[] f) {
        float[] b = draw.b()[k];
        for (int i = 0; i < draw.n(); i++) {
          f[i] = Math.min((int) Math.abs(b[i] - centre), STEPS) / (float) STEPS;
        }
      }

      @Override
      public void gradient(Draw draw, float[] g) {
        exact.gradient(draw, g);
      }
    };
  }
}
