package voidscope.problem.toy;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;

/// f(x) = ‖x − t‖² / m for a target t, with its derivative.
final class DistanceObjective implements Objective {
  private final float[] shift;
  private final float share;
  private final boolean level;
  private final Set<Capability> offers;
  private final ExactRows exact;
  private final float[] offset;

  /// @param target t, D
  /// @param parts m
  /// @param kinds what b is
  DistanceObjective(Toy problem, float[] target, int parts, int rows, Set<Capability> kinds) {
    shift = new float[target.length];
    boolean same = true;
    for (int d = 0; d < target.length; d++) {
      shift[d] = -target[d];
      same &= target[d] == target[0];
    }
    level = same;
    share = 1f / parts;
    offers = EnumSet.of(Capability.EXACT_GRADIENT, Capability.DERIVATIVE, Capability.REPEATABLE);
    offers.addAll(kinds);
    exact = new ExactRows(problem);
    offset = new float[rows * target.length];
  }

  @Override
  public Set<Capability> offers() {
    return offers;
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    squares(draw.n(), draw.b()[k], offset, f);
  }

  @Override
  public Dual dual(int rows) {
    return new Distance(rows);
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    exact.gradient(draw, g);
  }

  /// f at x, leaving x − t in `offset`.
  private void squares(int n, float[] x, float[] offset, float[] f) {
    if (level) {
      Elementwise.affine(n * shift.length, 1, x, shift[0], offset);
    } else {
      Elementwise.addRow(n, shift.length, shift, x, offset);
    }
    Elementwise.rowDot(n, shift.length, offset, offset, f);
    if (share != 1) {
      Elementwise.scale(n, share, f, f);
    }
  }

  private final class Distance implements Dual {
    private final float[] offset;
    private final float[] weight;
    private float[] direction = {};

    Distance(int rows) {
      offset = new float[rows * shift.length];
      weight = new float[rows];
    }

    @Override
    public int width() {
      return shift.length;
    }

    @Override
    public void value(int n, float[] x, float[] y) {
      squares(n, x, offset, y);
    }

    @Override
    public void tangent(int n, float[] dx, float[] dy) {
      direction = dx;
      Elementwise.rowDot(n, shift.length, offset, dx, dy);
      Elementwise.scale(n, 2 * share, dy, dy);
    }

    @Override
    public void reverse(
        int n,
        float[] alpha,
        float @Nullable [] beta,
        float @Nullable [] gx,
        float @Nullable [] gdx,
        float @Nullable [] gphi) {
      int width = shift.length;
      Elementwise.scale(n, 2 * share, alpha, weight);
      if (gx != null) {
        Elementwise.rowMultiply(n, width, weight, offset, gx);
      }
      if (beta != null) {
        Elementwise.scale(n, 2 * share, beta, weight);
        if (gx != null) {
          Elementwise.rowMultiplyAdd(n, width, weight, direction, gx);
        }
        if (gdx != null) {
          Elementwise.rowMultiply(n, width, weight, offset, gdx);
        }
      }
    }
  }
}
