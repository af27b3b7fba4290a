package voidscope.distribution;

import voidscope.simd.Gumbel;
import voidscope.simd.Noise;
import voidscope.simd.Softmax;

/// Independent categorical latents by their Gumbel noise: z = log softmax(θ) − log(−log u), b the
/// one-hot vector of the greatest z of each latent. P = D = latents × classes, the classes of a
/// latent beside each other.
///
/// The path is not diagonal, ∂zᵢ/∂θⱼ = δᵢⱼ − pⱼ; that of the conditional sample is the same times a
/// slope a class, which is its `jacobian` (0 for the class drawn). The conditional is exact: z̃ₐ =
/// −log(−log vₐ), z̃ᵢ = −log(−log vᵢ/pᵢ − log vₐ) (Tucker et al. 2017, appendix B).
///
/// @param latents L
/// @param classes K, at least 2
public record Categorical(int latents, int classes) implements Relaxable, Finite {
  @Override
  public int parameters() {
    return latents * classes;
  }

  @Override
  public int width() {
    return latents * classes;
  }

  @Override
  public int noise() {
    return latents * classes;
  }

  @Override
  public int jacobian() {
    return latents * classes;
  }

  @Override
  public void sample(Draw draw, int k, int from, int to) {
    Gumbel.sample(
        from * latents, to * latents, classes, draw.theta(), draw.u()[k], draw.z()[k], draw.b()[k]);
  }

  @Override
  public void score(Draw draw, int k, float[] s) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), s);
    float[] b = draw.b()[k];
    for (int i = 0; i < draw.n() * width(); i++) {
      s[i] = b[i] - s[i];
    }
  }

  @Override
  public void mean(Draw draw, float[] m) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), m);
  }

  @Override
  public void reverseMean(Draw draw, float[] cm, float[] g) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), g);
    for (int group = 0; group < draw.n() * latents; group++) {
      float dot = 0;
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        dot += cm[i] * g[i];
      }
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        g[i] *= cm[i] - dot;
      }
    }
  }

  @Override
  public void conditional(Draw draw, int k, float[] zt, float[] jacobian) {
    Gumbel.conditional(
        draw.n() * latents, classes, draw.theta(), draw.v()[k], draw.b()[k], zt, jacobian);
  }

  @Override
  public void couple(Draw draw, int k) {
    Gumbel.couple(draw.n() * latents, classes, draw.theta(), draw.z()[k], draw.b()[k], draw.v()[k]);
  }

  @Override
  public void tangent(Draw draw, int k, float[] r, float[] dz) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), dz);
    for (int group = 0; group < draw.n() * latents; group++) {
      float dot = 0;
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        dot += r[i] * dz[i];
      }
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        dz[i] = r[i] - dot;
      }
    }
  }

  @Override
  public void reverse(Draw draw, int k, float[] cz, float[] g) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), g);
    for (int group = 0; group < draw.n() * latents; group++) {
      float sum = 0;
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        sum += cz[i];
      }
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        g[i] = cz[i] - g[i] * sum;
      }
    }
  }

  @Override
  public void conditionalTangent(Draw draw, float[] jacobian, float[] r, float[] dz) {
    tangent(draw, 0, r, dz);
    for (int i = 0; i < draw.n() * width(); i++) {
      dz[i] *= jacobian[i];
    }
  }

  @Override
  public void conditionalReverse(Draw draw, float[] jacobian, float[] cz, float[] g) {
    Softmax.value(draw.n() * latents, classes, 1, draw.theta(), g);
    for (int group = 0; group < draw.n() * latents; group++) {
      float sum = 0;
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        sum += jacobian[i] * cz[i];
      }
      for (int i = group * classes; i < (group + 1) * classes; i++) {
        g[i] = jacobian[i] * cz[i] - g[i] * sum;
      }
    }
  }

  @Override
  public void residual(Draw draw, int k, float[] r) {
    score(draw, k, r);
  }

  /// J(m)·cm takes no notice of a constant in cm: counted from that of the class drawn, which has
  /// the most of m, nothing cancels where m is near b.
  @Override
  public void reverseHalfway(Draw draw, int k, float inverse, float[] cm, float[] g) {
    Softmax.value(draw.n() * latents, classes, inverse, draw.theta(), g);
    float[] b = draw.b()[k];
    for (int group = 0; group < draw.n() * latents; group++) {
      int from = group * classes;
      int to = from + classes;
      float origin = 0;
      for (int i = from; i < to; i++) {
        origin += b[i] * cm[i];
      }
      float dot = 0;
      for (int i = from; i < to; i++) {
        g[i] = 0.5f * (b[i] + g[i]);
        dot += g[i] * (cm[i] - origin);
      }
      for (int i = from; i < to; i++) {
        g[i] *= cm[i] - origin - dot;
      }
    }
  }

  @Override
  public Relaxation relaxation(int rows) {
    return new SoftmaxRelaxation(rows, latents, classes);
  }

  @Override
  public long outcomes() {
    double count = Math.pow(classes, latents);
    return count < 0x1p62 ? Math.round(count) : Long.MAX_VALUE;
  }

  /// Digit l of the code, to the base of the classes, is the class of latent l; its noise is the
  /// nearest to 1 there is, that of the others the nearest to 0.
  @Override
  public double outcome(long code, Draw draw, int k, int row) {
    double probability = 1;
    long rest = code;
    for (int l = 0; l < latents; l++) {
      int chosen = (int) (rest % classes);
      rest /= classes;
      int at = (row * latents + l) * classes;
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp((double) draw.theta()[at + c] - draw.theta()[at + chosen]);
        draw.u()[k][at + c] = c == chosen ? -Noise.LEAST : Noise.LEAST;
      }
      probability /= sum;
    }
    return probability;
  }
}
