package voidscope.problem;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// The toy of Tucker et al. 2017 and Grathwohl et al. 2018: f(b) = mean over the D Bernoulli
/// latents of (bᵢ − t)². As p enters linearly, E f = t² + (1 − 2t)·mean pᵢ.
///
/// @param latents D
/// @param target t
/// @param logit every coordinate of θ₀
public record SquaredDistance(int latents, double target, double logit) implements Problem {
  @Override
  public Pathwise distribution() {
    return new Bernoulli(latents);
  }

  @Override
  public float[] initial() {
    float[] theta = new float[latents];
    Arrays.fill(theta, (float) logit);
    return theta;
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Functions.sigmoid(latents, theta, scratch);
    double sum = 0;
    for (int i = 0; i < latents; i++) {
      sum += scratch[i];
    }
    return target * target + (1 - 2 * target) * sum / latents;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    for (int i = 0; i < latents; i++) {
      double p = Problem.sigmoid(theta[i]);
      g[i] = p * (1 - p) * (1 - 2 * target) / latents;
    }
  }

  @Override
  public double optimum() {
    return Math.min(target * target, (1 - target) * (1 - target));
  }

  @Override
  public Objective objective(int rows) {
    return new Distance(rows);
  }

  private final class Distance implements Objective {
    private final float[] offset;
    private final double[] gradient = new double[latents];
    private final float[] theta = new float[latents];

    Distance(int rows) {
      offset = new float[rows * latents];
    }

    @Override
    public Set<Capability> offers() {
      return Set.of(Capability.EXACT_GRADIENT, Capability.RELAXATION);
    }

    @Override
    public void value(Draw draw, int k, float[] f) {
      squares(draw.n(), draw.b()[k], offset, f);
    }

    @Override
    public Dual relaxed(int rows) {
      return new RelaxedDistance(rows);
    }

    @Override
    public void gradient(Draw draw, float[] g) {
      for (int i = 0; i < draw.n(); i++) {
        System.arraycopy(draw.theta(), i * latents, theta, 0, latents);
        SquaredDistance.this.gradient(theta, gradient);
        for (int d = 0; d < latents; d++) {
          g[i * latents + d] = (float) gradient[d];
        }
      }
    }
  }

  /// f = mean (x − t)², leaving x − t in `offset`.
  private void squares(int n, float[] x, float[] offset, float[] f) {
    Elementwise.affine(n * latents, 1, x, (float) -target, offset);
    Elementwise.rowDot(n, latents, offset, offset, f);
    if (latents > 1) {
      Elementwise.scale(n, 1f / latents, f, f);
    }
  }

  private final class RelaxedDistance implements Dual {
    private final float[] offset;
    private final float[] weight;
    private float[] direction = {};

    RelaxedDistance(int rows) {
      offset = new float[rows * latents];
      weight = new float[rows];
    }

    @Override
    public int width() {
      return latents;
    }

    @Override
    public void value(int n, float[] x, float[] y) {
      squares(n, x, offset, y);
    }

    @Override
    public void tangent(int n, float[] dx, float[] dy) {
      direction = dx;
      Elementwise.rowDot(n, latents, offset, dx, dy);
      Elementwise.scale(n, 2f / latents, dy, dy);
    }

    @Override
    public void reverse(
        int n,
        float[] alpha,
        float @Nullable [] beta,
        float @Nullable [] gx,
        float @Nullable [] gdx,
        float @Nullable [] gphi) {
      Elementwise.scale(n, 2f / latents, alpha, weight);
      if (gx != null) {
        Elementwise.rowMultiply(n, latents, weight, offset, gx);
      }
      if (beta != null) {
        Elementwise.scale(n, 2f / latents, beta, weight);
        if (gx != null) {
          Elementwise.rowMultiplyAdd(n, latents, weight, direction, gx);
        }
        if (gdx != null) {
          Elementwise.rowMultiply(n, latents, weight, offset, gdx);
        }
      }
    }
  }
}
