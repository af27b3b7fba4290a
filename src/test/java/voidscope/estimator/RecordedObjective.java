package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;

/// f(x₁, x₂; context) = (1 + c₁)·x₁x₂ + sin(x₁)·c₂ + (x₂ − .3)², whose hard values are recorded
/// after the draw, as an episode's returns are, and asked for only then.
final class RecordedObjective implements Objective {
  private static final int D = 2;

  private float @Nullable [][] recorded;
  private Draw batch;

  /// @param batch whose context the relaxed f reads
  RecordedObjective(Draw batch) {
    this.batch = batch;
  }

  /// Plays the episodes of a draw.
  void record(Draw draw) {
    batch = draw;
    float[][] values = new float[draw.samples()][draw.n()];
    for (int k = 0; k < draw.samples(); k++) {
      for (int i = 0; i < draw.n(); i++) {
        values[k][i] = (float) f(draw.b()[k][i * D], draw.b()[k][i * D + 1], i);
      }
    }
    recorded = values;
  }

  double f(double x, double y, int row) {
    double c1 = batch.context()[row * 2];
    double c2 = batch.context()[row * 2 + 1];
    return (1 + c1) * x * y + c2 * Math.sin(x) + (y - 0.3) * (y - 0.3);
  }

  @Override
  public Set<Capability> offers() {
    return Set.of(Capability.RELAXATION, Capability.EXACT_GRADIENT);
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    float[][] values = recorded;
    if (values == null) {
      throw new IllegalStateException("f is not known before the episode has ended");
    }
    System.arraycopy(values[k], 0, f, 0, draw.n());
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    for (int i = 0; i < draw.n(); i++) {
      double[] exact = exact(draw, i);
      for (int p = 0; p < 3; p++) {
        g[i * 3 + p] = (float) exact[p];
      }
    }
  }

  /// The gradient of a row by enumeration.
  double[] exact(Draw draw, int row) {
    MixedBernoulli distribution = new MixedBernoulli();
    Draw all = Draw.allocate(distribution, 4, 1, 0);
    double[] g = new double[3];
    float[] score = new float[12];
    for (int code = 0; code < 4; code++) {
      System.arraycopy(draw.theta(), row * 3, all.theta(), code * 3, 3);
      all.b()[0][code * 2] = code & 1;
      all.b()[0][code * 2 + 1] = code >> 1;
    }
    distribution.score(all, 0, score);
    for (int code = 0; code < 4; code++) {
      double p = 1;
      for (int d = 0; d < D; d++) {
        double q = MixedBernoulli.sigmoid(MixedBernoulli.logit(all.theta(), code, d));
        p *= all.b()[0][code * 2 + d] > 0.5 ? q : 1 - q;
      }
      for (int j = 0; j < 3; j++) {
        g[j] += p * score[code * 3 + j] * f(code & 1, code >> 1, row);
      }
    }
    return g;
  }

  @Override
  public Dual relaxed(int rows) {
    return new Relaxed();
  }

  private final class Relaxed implements Dual {
    private float[] x = {};
    private float[] dx = {};

    @Override
    public int width() {
      return D;
    }

    @Override
    public void value(int n, float[] at, float[] y) {
      x = at;
      for (int i = 0; i < n; i++) {
        y[i] = (float) f(at[i * D], at[i * D + 1], i);
      }
    }

    private double[] slope(int i) {
      double c1 = batch.context()[i * 2];
      double c2 = batch.context()[i * 2 + 1];
      double a = x[i * D];
      double b = x[i * D + 1];
      return new double[] {(1 + c1) * b + c2 * Math.cos(a), (1 + c1) * a + 2 * (b - 0.3)};
    }

    @Override
    public void tangent(int n, float[] along, float[] dy) {
      dx = along;
      for (int i = 0; i < n; i++) {
        double[] s = slope(i);
        dy[i] = (float) (s[0] * along[i * D] + s[1] * along[i * D + 1]);
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
      for (int i = 0; i < n; i++) {
        double[] s = slope(i);
        double c1 = batch.context()[i * 2];
        double c2 = batch.context()[i * 2 + 1];
        double a = x[i * D];
        double g0 = alpha[i] * s[0];
        double g1 = alpha[i] * s[1];
        if (beta != null) {
          double d0 = dx[i * D];
          double d1 = dx[i * D + 1];
          g0 += beta[i] * (-c2 * Math.sin(a) * d0 + (1 + c1) * d1);
          g1 += beta[i] * ((1 + c1) * d0 + 2 * d1);
          if (gdx != null) {
            gdx[i * D] = (float) (beta[i] * s[0]);
            gdx[i * D + 1] = (float) (beta[i] * s[1]);
          }
        }
        if (gx != null) {
          gx[i * D] = (float) g0;
          gx[i * D + 1] = (float) g1;
        }
      }
    }
  }
}
