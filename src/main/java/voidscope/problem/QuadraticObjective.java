package voidscope.problem;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Matrix;

/// Evaluates a [RandomQuadratic] at hard and at relaxed samples.
final class QuadraticObjective implements Objective {
  private final RandomQuadratic problem;
  private final int latents;
  private final Quadratic hard;
  private final double[] gradient;
  private final float[] theta;

  QuadraticObjective(RandomQuadratic problem, int rows) {
    this.problem = problem;
    latents = problem.latents();
    hard = new Quadratic(problem, rows);
    gradient = new double[latents];
    theta = new float[latents];
  }

  @Override
  public Set<Capability> offers() {
    return Set.of(Capability.EXACT_GRADIENT, Capability.RELAXATION);
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    hard.value(draw.n(), draw.b()[k], f);
  }

  @Override
  public Dual relaxed(int rows) {
    return new Quadratic(problem, rows);
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    for (int i = 0; i < draw.n(); i++) {
      System.arraycopy(draw.theta(), i * latents, theta, 0, latents);
      problem.gradient(theta, gradient);
      for (int d = 0; d < latents; d++) {
        g[i * latents + d] = (float) gradient[d];
      }
    }
  }

  /// xᵀQx + qᵀx with its tangent and reverse passes.
  private static final class Quadratic implements Dual {
    private final int latents;
    private final float[] matrix;
    private final float[] linear;
    private final float[] product;
    private final float[] slope;
    private final float[] curve;

    Quadratic(RandomQuadratic problem, int rows) {
      latents = problem.latents();
      matrix = problem.matrix();
      linear = problem.linear();
      product = new float[rows * latents];
      slope = new float[rows * latents];
      curve = new float[rows * latents];
    }

    @Override
    public int width() {
      return latents;
    }

    @Override
    public void value(int n, float[] x, float[] y) {
      Matrix.multiply(n, latents, latents, x, matrix, product);
      Elementwise.addRow(n, latents, linear, product, slope);
      Elementwise.rowDot(n, latents, x, slope, y);
      Elementwise.add(n * latents, product, slope, slope);
    }

    @Override
    public void tangent(int n, float[] dx, float[] dy) {
      Elementwise.rowDot(n, latents, slope, dx, dy);
      Matrix.multiply(n, latents, latents, dx, matrix, curve);
      Elementwise.scale(n * latents, 2, curve, curve);
    }

    @Override
    public void reverse(
        int n,
        float[] alpha,
        float @Nullable [] beta,
        float @Nullable [] gx,
        float @Nullable [] gdx,
        float @Nullable [] gphi) {
      if (gx != null) {
        Elementwise.rowMultiply(n, latents, alpha, slope, gx);
        if (beta != null) {
          Elementwise.rowMultiplyAdd(n, latents, beta, curve, gx);
        }
      }
      if (beta != null && gdx != null) {
        Elementwise.rowMultiply(n, latents, beta, slope, gdx);
      }
    }
  }
}
