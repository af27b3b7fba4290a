package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.distribution.Relaxation;
import voidscope.simd.Noise;

/// Two Bernoulli latents whose logits are mixtures of three parameters, ℓ = Mθ: P ≠ D and ∂z/∂θ is
/// not diagonal. Plain scalar code.
final class MixedBernoulli implements Relaxable {
  private static final double[][] MIX = {{1, 0.5, -0.3}, {-0.4, 0.8, 0.7}};
  private static final int P = 3;
  private static final int D = 2;

  @Override
  public int parameters() {
    return P;
  }

  @Override
  public int width() {
    return D;
  }

  @Override
  public int latents() {
    return D;
  }

  @Override
  public int noise() {
    return D;
  }

  @Override
  public int jacobian() {
    return D;
  }

  static double logit(float[] theta, int row, int d) {
    double sum = 0;
    for (int p = 0; p < P; p++) {
      sum += MIX[d][p] * theta[row * P + p];
    }
    return sum;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public void sample(Draw draw, int k, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int d = 0; d < D; d++) {
        double u = Noise.uniform(draw.u()[k][i * D + d]);
        double z = logit(draw.theta(), i, d) + Math.log(u / (1 - u));
        draw.z()[k][i * D + d] = (float) z;
        draw.b()[k][i * D + d] = z > 0 ? 1 : 0;
      }
    }
  }

  @Override
  public void score(Draw draw, int k, float[] s) {
    for (int i = 0; i < draw.n(); i++) {
      for (int p = 0; p < P; p++) {
        double sum = 0;
        for (int d = 0; d < D; d++) {
          sum += MIX[d][p] * (draw.b()[k][i * D + d] - sigmoid(logit(draw.theta(), i, d)));
        }
        s[i * P + p] = (float) sum;
      }
    }
  }

  @Override
  public void conditional(Draw draw, int k, float[] zt, float[] jacobian) {
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        int at = i * D + d;
        double logit = logit(draw.theta(), i, d);
        double p = sigmoid(logit);
        double v = Noise.uniform(draw.v()[k][at]);
        boolean one = draw.b()[k][at] > 0.5;
        double w = one ? 1 - p + v * p : v * (1 - p);
        zt[at] = (float) (logit + Math.log(w / (1 - w)));
        jacobian[at] = (float) (one ? p * v / w : (1 - p) * (1 - v) / (1 - w));
      }
    }
  }

  @Override
  public void couple(Draw draw, int k) {
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        int at = i * D + d;
        double p = sigmoid(logit(draw.theta(), i, d));
        double u = Noise.uniform(draw.u()[k][at]);
        double v = draw.b()[k][at] > 0.5 ? (u - (1 - p)) / p : u / (1 - p);
        draw.v()[k][at] = Noise.of(Math.clamp(v, 1e-6, 1 - 1e-6));
      }
    }
  }

  @Override
  public void mean(Draw draw, float[] m) {
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        m[i * D + d] = (float) sigmoid(logit(draw.theta(), i, d));
      }
    }
  }

  @Override
  public void reverseMean(Draw draw, float[] cm, float[] g) {
    float[] slope = new float[draw.n() * D];
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        double p = sigmoid(logit(draw.theta(), i, d));
        slope[i * D + d] = (float) (p * (1 - p));
      }
    }
    conditionalReverse(draw, slope, cm, g);
  }

  @Override
  public void tangent(Draw draw, int k, float[] r, float[] dz) {
    conditionalTangent(draw, ones(draw), r, dz);
  }

  @Override
  public void reverse(Draw draw, int k, float[] cz, float[] g) {
    conditionalReverse(draw, ones(draw), cz, g);
  }

  private static float[] ones(Draw draw) {
    float[] ones = new float[draw.n() * D];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public void conditionalTangent(Draw draw, float[] jacobian, float[] r, float[] dz) {
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        double sum = 0;
        for (int p = 0; p < P; p++) {
          sum += MIX[d][p] * r[i * P + p];
        }
        dz[i * D + d] = (float) (jacobian[i * D + d] * sum);
      }
    }
  }

  @Override
  public void conditionalReverse(Draw draw, float[] jacobian, float[] cz, float[] g) {
    for (int i = 0; i < draw.n(); i++) {
      for (int p = 0; p < P; p++) {
        double sum = 0;
        for (int d = 0; d < D; d++) {
          sum += MIX[d][p] * jacobian[i * D + d] * cz[i * D + d];
        }
        g[i * P + p] = (float) sum;
      }
    }
  }

  @Override
  public void residual(Draw draw, int k, float[] r) {
    mean(draw, r);
    for (int i = 0; i < draw.n() * D; i++) {
      r[i] = draw.b()[k][i] - r[i];
    }
  }

  @Override
  public void reverseHalfway(Draw draw, int k, float inverse, float[] cm, float[] g) {
    float[] slope = new float[draw.n() * D];
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < D; d++) {
        double sharp = sigmoid(inverse * logit(draw.theta(), i, d));
        double m = (draw.b()[k][i * D + d] + sharp) / 2;
        slope[i * D + d] = (float) (m * (1 - m));
      }
    }
    conditionalReverse(draw, slope, cm, g);
  }

  /// Like that of plain Bernoulli latents.
  @Override
  public Relaxation relaxation(int rows) {
    return new voidscope.distribution.Bernoulli(D).relaxation(rows);
  }
}
