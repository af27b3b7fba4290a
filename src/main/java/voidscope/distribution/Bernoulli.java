package voidscope.distribution;

import voidscope.simd.Elementwise;
import voidscope.simd.Functions;
import voidscope.simd.Logistic;

/// Independent Bernoulli latents, P = D logits a row: z = θ + logit(u), b = H(z).
///
/// The derivative of the conditional sample is diagonal, so its `jacobian` is one slope a latent.
///
/// @param width D
public record Bernoulli(int width) implements Relaxable, Finite {
  @Override
  public int parameters() {
    return width;
  }

  @Override
  public int latents() {
    return width;
  }

  @Override
  public int noise() {
    return width;
  }

  @Override
  public int jacobian() {
    return width;
  }

  @Override
  public void sample(Draw draw, int k, int from, int to) {
    int first = from * width;
    int past = to * width;
    Logistic.sample(first, past, draw.theta(), draw.u()[k], draw.z()[k], draw.b()[k]);
  }

  @Override
  public void score(Draw draw, int k, float[] s) {
    Logistic.score(draw.n() * width, draw.theta(), draw.b()[k], s);
  }

  @Override
  public void mean(Draw draw, float[] m) {
    Functions.sigmoid(draw.n() * width, draw.theta(), m);
  }

  @Override
  public void reverseMean(Draw draw, float[] cm, float[] g) {
    Logistic.reverseMean(draw.n() * width, draw.theta(), cm, g);
  }

  @Override
  public void conditional(Draw draw, int k, float[] zt, float[] jacobian) {
    Logistic.conditional(draw.n() * width, draw.theta(), draw.v()[k], draw.b()[k], zt, jacobian);
  }

  @Override
  public void couple(Draw draw, int k) {
    Logistic.couple(draw.n() * width, draw.theta(), draw.u()[k], draw.b()[k], draw.v()[k]);
  }

  @Override
  public void tangent(Draw draw, int k, float[] r, float[] dz) {
    System.arraycopy(r, 0, dz, 0, draw.n() * width);
  }

  @Override
  public void reverse(Draw draw, int k, float[] cz, float[] g) {
    System.arraycopy(cz, 0, g, 0, draw.n() * width);
  }

  @Override
  public void conditionalTangent(Draw draw, float[] jacobian, float[] r, float[] dz) {
    Elementwise.multiply(draw.n() * width, jacobian, r, dz);
  }

  @Override
  public void conditionalReverse(Draw draw, float[] jacobian, float[] cz, float[] g) {
    Elementwise.multiply(draw.n() * width, jacobian, cz, g);
  }

  @Override
  public void residual(Draw draw, int k, float[] r) {
    score(draw, k, r);
  }

  /// With r = b − π it is m(1 − m) = |r|(2 − |r|)/4, which cancels nothing where π is near b.
  @Override
  public void reverseHalfway(Draw draw, int k, float inverse, float[] cm, float[] g) {
    int count = draw.n() * width;
    Elementwise.scale(count, inverse, draw.theta(), g);
    Logistic.score(count, g, draw.b()[k], g);
    for (int i = 0; i < count; i++) {
      float away = Math.abs(g[i]);
      g[i] = 0.25f * away * (2 - away) * cm[i];
    }
  }

  @Override
  public Relaxation relaxation(int rows) {
    return new SigmoidRelaxation(rows, width);
  }

  @Override
  public long outcomes() {
    return width < Long.SIZE - 1 ? 1L << width : Long.MAX_VALUE;
  }

  /// Bit d of the code is latent d; its noise lies in the middle of the part of (0, 1) that gives
  /// it.
  @Override
  public double outcome(long code, Draw draw, int k, int row) {
    double probability = 1;
    for (int d = 0; d < width; d++) {
      int at = row * width + d;
      double p = 1 / (1 + Math.exp(-draw.theta()[at]));
      boolean one = (code >> d & 1) == 1;
      double q = 1 / (1 + Math.exp(draw.theta()[at]));
      draw.u()[k][at] = (float) (one ? -p / 2 : q / 2);
      probability *= one ? p : q;
    }
    return probability;
  }
}
