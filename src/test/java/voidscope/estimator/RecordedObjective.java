package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;

/// f(x; context) = (1 + c₁)·x₁x_D + sin(x₁)·c₂ + (x_D − .3)², of the first and the last x, whose
/// values at b are recorded after the draw, as an episode's returns are, and asked for only then.
final class RecordedObjective implements Objective {
  private final World world;
  private final int width;
  private float @Nullable [][] recorded;
  private Draw batch;
  private int evaluations;

  /// @param batch whose context the relaxed f reads
  RecordedObjective(World world, Draw batch) {
    this.world = world;
    width = world.distribution().width();
    this.batch = batch;
  }

  /// Plays the episodes of a draw.
  void record(Draw draw) {
    batch = draw;
    float[][] values = new float[draw.samples()][draw.n()];
    for (int k = 0; k < draw.samples(); k++) {
      for (int i = 0; i < draw.n(); i++) {
        values[k][i] = (float) f(draw.b()[k], i, i);
      }
    }
    recorded = values;
  }

  /// How often f has been asked for, hard or relaxed, over all rows.
  int evaluations() {
    return evaluations;
  }

  /// f at row `at` of x, in the context of row `row`.
  double f(float[] x, int at, int row) {
    double c1 = batch.context()[row * 2];
    double c2 = batch.context()[row * 2 + 1];
    double first = x[at * width];
    double last = x[at * width + width - 1];
    return (1 + c1) * first * last + c2 * Math.sin(first) + (last - 0.3) * (last - 0.3);
  }

  @Override
  public Set<Capability> offers() {
    return world.offers();
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    float[][] values = recorded;
    if (values == null) {
      throw new IllegalStateException("f is not known before the episode has ended");
    }
    System.arraycopy(values[k], 0, f, 0, draw.n());
    evaluations += draw.n();
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    int parameters = world.distribution().parameters();
    for (int i = 0; i < draw.n(); i++) {
      double[] exact = exact(draw, i);
      for (int p = 0; p < parameters; p++) {
        g[i * parameters + p] = (float) exact[p];
      }
    }
  }

  /// The gradient of a row by enumeration or quadrature.
  double[] exact(Draw draw, int row) {
    int parameters = world.distribution().parameters();
    float[] theta = new float[parameters];
    System.arraycopy(draw.theta(), row * parameters, theta, 0, parameters);
    double[] g = new double[parameters];
    float[] score = new float[parameters];
    world.visit(
        theta,
        (one, weight) -> {
          world.distribution().score(one, 0, score);
          double f = f(one.b()[0], 0, row);
          for (int p = 0; p < parameters; p++) {
            g[p] += weight * score[p] * f;
          }
        });
    return g;
  }

  @Override
  public Dual dual(int rows) {
    return new Relaxed();
  }

  private final class Relaxed implements Dual {
    private float[] x = {};
    private float[] dx = {};

    @Override
    public int width() {
      return width;
    }

    @Override
    public void value(int n, float[] at, float[] y) {
      evaluations += n;
      x = at;
      for (int i = 0; i < n; i++) {
        y[i] = (float) f(at, i, i);
      }
    }

    /// Derivatives by the first and the last x.
    private double[] slope(int i) {
      double c1 = batch.context()[i * 2];
      double c2 = batch.context()[i * 2 + 1];
      double a = x[i * width];
      double b = x[i * width + width - 1];
      return new double[] {(1 + c1) * b + c2 * Math.cos(a), (1 + c1) * a + 2 * (b - 0.3)};
    }

    @Override
    public void tangent(int n, float[] along, float[] dy) {
      dx = along;
      for (int i = 0; i < n; i++) {
        double[] s = slope(i);
        dy[i] = (float) (s[0] * along[i * width] + s[1] * along[i * width + width - 1]);
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
      for (float[] out : new float[][] {gx, gdx}) {
        if (out != null) {
          java.util.Arrays.fill(out, 0, n * width, 0);
        }
      }
      for (int i = 0; i < n; i++) {
        int first = i * width;
        int last = first + width - 1;
        double[] s = slope(i);
        double c1 = batch.context()[i * 2];
        double c2 = batch.context()[i * 2 + 1];
        double g0 = alpha[i] * s[0];
        double g1 = alpha[i] * s[1];
        if (beta != null) {
          g0 += beta[i] * (-c2 * Math.sin(x[first]) * dx[first] + (1 + c1) * dx[last]);
          g1 += beta[i] * ((1 + c1) * dx[first] + 2 * dx[last]);
          if (gdx != null) {
            gdx[first] = (float) (beta[i] * s[0]);
            gdx[last] = (float) (beta[i] * s[1]);
          }
        }
        if (gx != null) {
          gx[first] = (float) g0;
          gx[last] = (float) g1;
        }
      }
    }
  }
}
