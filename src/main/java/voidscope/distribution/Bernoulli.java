package voidscope.distribution;

import voidscope.simd.Elementwise;
import voidscope.simd.Logistic;

/// Independent Bernoulli latents, P = D logits a row: z = θ + logit(u), b = H(z).
///
/// The derivative of the conditional sample is diagonal, so its `jacobian` is one slope a latent.
///
/// @param width D
public record Bernoulli(int width) implements Pathwise {
  @Override
  public int parameters() {
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
  public void conditional(Draw draw, int k, float[] zt, float[] jacobian) {
    Logistic.conditional(draw.n() * width, draw.theta(), draw.v()[k], draw.b()[k], zt, jacobian);
  }

  @Override
  public void couple(Draw draw, int k) {
    Logistic.couple(draw.n() * width, draw.theta(), draw.u()[k], draw.b()[k], draw.v()[k]);
  }

  @Override
  public void tangent(Path path, Draw draw, float[] jacobian, float[] r, float[] dz) {
    through(path, draw.n() * width, jacobian, r, dz);
  }

  @Override
  public void reverse(Path path, Draw draw, float[] jacobian, float[] cz, float[] g) {
    through(path, draw.n() * width, jacobian, cz, g);
  }

  private static void through(Path path, int count, float[] slope, float[] in, float[] out) {
    switch (path) {
      case FREE -> System.arraycopy(in, 0, out, 0, count);
      case CONDITIONAL -> Elementwise.multiply(count, slope, in, out);
    }
  }
}
