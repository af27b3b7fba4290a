package voidscope.problem.toy;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Matrix;

/// f(b) = bᵀQb + qᵀb, Q symmetric, at hard and at relaxed samples.
final class QuadraticObjective implements Objective {
  private final Set<Capability> offers;
  private final float[] matrix;
  private final float[] linear;
  private final Quadratic hard;
  private final ExactRows exact;

  /// @param matrix Q, D×D
  /// @param linear q, D
  /// @param kinds what b is
  QuadraticObjective(Toy problem, float[] matrix, float[] linear, int rows, Set<Capability> kinds) {
    offers = EnumSet.of(Capability.EXACT_GRADIENT, Capability.DERIVATIVE, Capability.REPEATABLE);
    offers.addAll(kinds);
    this.matrix = matrix;
    this.linear = linear;
    hard = new Quadratic(matrix, linear, rows);
    exact = new ExactRows(problem);
  }

  @Override
  public Set<Capability> offers() {
    return offers;
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    hard.value(draw.n(), draw.b()[k], f);
  }

  @Override
  public Dual dual(int rows) {
    return new Quadratic(matrix, linear, rows);
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    exact.gradient(draw, g);
  }

  /// xᵀQx + qᵀx with its tangent and reverse passes.
  private static final class Quadratic implements Dual {
    private final int latents;
    private final float[] matrix;
    private final float[] linear;
    private final float[] product;
    private final float[] slope;
    private final float[] curve;

    Quadratic(float[] matrix, float[] linear, int rows) {
      latents = linear.length;
      this.matrix = matrix;
      this.linear = linear;
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
