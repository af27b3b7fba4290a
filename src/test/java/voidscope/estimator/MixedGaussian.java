package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.distribution.Gaussian;
import voidscope.distribution.Pathwise;

/// Two Gaussian latents whose means and logarithms of σ are mixtures of three parameters, η = Mθ: P
/// is neither D nor 2D. The mixing is plain scalar code around the program's Gaussian.
final class MixedGaussian implements Pathwise {
  private static final double[][] MIX = {
    {1, 0.5, -0.3}, {-0.4, 0.8, 0.7}, {0.2, -0.3, 0.1}, {-0.1, 0.2, 0.3}
  };
  private static final int P = 3;
  private static final int NATURAL = 4;
  private static final Gaussian INNER = new Gaussian(2);

  @Override
  public int parameters() {
    return P;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public int noise() {
    return 2;
  }

  /// The same draw with the natural parameters.
  private static Draw natural(Draw draw) {
    float[] eta = new float[draw.theta().length / P * NATURAL];
    mix(draw.theta(), eta);
    return new Draw(draw.n(), eta, draw.u(), draw.v(), draw.z(), draw.b(), draw.context());
  }

  private static void mix(float[] theta, float[] eta) {
    for (int i = 0; i < eta.length / NATURAL; i++) {
      for (int e = 0; e < NATURAL; e++) {
        double sum = 0;
        for (int p = 0; p < P; p++) {
          sum += MIX[e][p] * theta[i * P + p];
        }
        eta[i * NATURAL + e] = (float) sum;
      }
    }
  }

  private static void unmix(int n, float[] cotangent, float[] g) {
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < P; p++) {
        double sum = 0;
        for (int e = 0; e < NATURAL; e++) {
          sum += MIX[e][p] * cotangent[i * NATURAL + e];
        }
        g[i * P + p] = (float) sum;
      }
    }
  }

  @Override
  public void sample(Draw draw, int k, int from, int to) {
    INNER.sample(natural(draw), k, from, to);
  }

  @Override
  public void score(Draw draw, int k, float[] s) {
    float[] eta = new float[draw.n() * NATURAL];
    INNER.score(natural(draw), k, eta);
    unmix(draw.n(), eta, s);
  }

  @Override
  public void mean(Draw draw, float[] m) {
    INNER.mean(natural(draw), m);
  }

  @Override
  public void reverseMean(Draw draw, float[] cm, float[] g) {
    float[] eta = new float[draw.n() * NATURAL];
    INNER.reverseMean(natural(draw), cm, eta);
    unmix(draw.n(), eta, g);
  }

  @Override
  public void tangent(Draw draw, int k, float[] r, float[] dz) {
    float[] eta = new float[draw.n() * NATURAL];
    mix(r, eta);
    INNER.tangent(natural(draw), k, eta, dz);
  }

  @Override
  public void reverse(Draw draw, int k, float[] cz, float[] g) {
    float[] eta = new float[draw.n() * NATURAL];
    INNER.reverse(natural(draw), k, cz, eta);
    unmix(draw.n(), eta, g);
  }
}
