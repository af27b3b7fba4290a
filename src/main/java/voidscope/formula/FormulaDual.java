package voidscope.formula;

import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;
import voidscope.simd.Elementwise;

/// A formula with its derivatives on whole rows: its program has three sections, f, its gradient,
/// and the gradient's derivative along a direction, whose coordinates are the variables behind
/// those of the sample. The two last are run when they are first asked for.
final class FormulaDual implements Dual {
  private static final int VALUE = 0;
  private static final int SLOPE = 1;
  private static final int CURVE = 2;

  private final Machine machine;
  private final int width;
  private final float[] column;
  private final float[] part;
  private float[] direction = {};
  private boolean sloped;

  FormulaDual(Program program, int width, int rows) {
    machine = new Machine(program, rows);
    this.width = width;
    column = new float[rows];
    part = new float[rows];
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void value(int n, float[] x, float[] y) {
    machine.load(n, x, width, 0);
    machine.run(n, VALUE);
    sloped = false;
    float @Nullable [] f = machine.output(VALUE, 0);
    if (f != null) {
      System.arraycopy(f, 0, y, 0, n);
    }
  }

  private void slope(int n) {
    if (!sloped) {
      machine.run(n, SLOPE);
      sloped = true;
    }
  }

  @Override
  public void tangent(int n, float[] dx, float[] dy) {
    slope(n);
    direction = dx;
    Elementwise.fill(n, 0, part);
    for (int d = 0; d < width; d++) {
      float @Nullable [] by = machine.output(SLOPE, d);
      if (by != null) {
        gather(n, dx, d);
        Elementwise.multiplyAdd(n, by, column, part);
      }
    }
    System.arraycopy(part, 0, dy, 0, n);
  }

  private void gather(int n, float[] x, int d) {
    for (int i = 0; i < n; i++) {
      column[i] = x[i * width + d];
    }
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    slope(n);
    boolean curved = beta != null && gx != null;
    if (curved) {
      machine.load(n, direction, width, width);
      machine.run(n, CURVE);
    }
    for (int d = 0; d < width; d++) {
      if (gx != null) {
        weigh(n, alpha, machine.output(SLOPE, d), column);
        if (beta != null) {
          weigh(n, beta, machine.output(CURVE, d), part);
          Elementwise.add(n, column, part, column);
        }
        scatter(n, d, gx);
      }
      if (beta != null && gdx != null) {
        weigh(n, beta, machine.output(SLOPE, d), column);
        scatter(n, d, gdx);
      }
    }
  }

  private static void weigh(int n, float[] weight, float @Nullable [] by, float[] out) {
    if (by == null) {
      Elementwise.fill(n, 0, out);
    } else {
      Elementwise.multiply(n, weight, by, out);
    }
  }

  private void scatter(int n, int d, float[] out) {
    for (int i = 0; i < n; i++) {
      out[i * width + d] = column[i];
    }
  }
}
