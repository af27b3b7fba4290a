package voidscope.distribution;

import voidscope.simd.Normal;

/// Independent Gaussian latents, b = z = μ + σε with ε = Φ⁻¹(u): P = 2D, a row holds the D means,
/// then the D logarithms of the standard deviations.
///
/// Score (b−μ)/σ² and ((b−μ)/σ)² − 1; path ∂b/∂μ = 1, ∂b/∂log σ = b − μ.
///
/// @param width D
public record Gaussian(int width) implements Pathwise {
  @Override
  public int parameters() {
    return 2 * width;
  }

  @Override
  public int noise() {
    return width;
  }

  @Override
  public void sample(Draw draw, int k, int from, int to) {
    Normal.sample(from, to, width, draw.theta(), draw.u()[k], draw.z()[k], draw.b()[k]);
  }

  @Override
  public void score(Draw draw, int k, float[] s) {
    Normal.score(draw.n(), width, draw.theta(), draw.b()[k], s);
  }

  @Override
  public void mean(Draw draw, float[] m) {
    for (int i = 0; i < draw.n(); i++) {
      System.arraycopy(draw.theta(), 2 * i * width, m, i * width, width);
    }
  }

  @Override
  public void reverseMean(Draw draw, float[] cm, float[] g) {
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < width; d++) {
        g[2 * i * width + d] = cm[i * width + d];
        g[(2 * i + 1) * width + d] = 0;
      }
    }
  }

  @Override
  public void tangent(Draw draw, int k, float[] r, float[] dz) {
    float[] theta = draw.theta();
    float[] z = draw.z()[k];
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < width; d++) {
        int at = i * width + d;
        int mean = 2 * i * width + d;
        dz[at] = r[mean] + r[mean + width] * (z[at] - theta[mean]);
      }
    }
  }

  @Override
  public void reverse(Draw draw, int k, float[] cz, float[] g) {
    float[] theta = draw.theta();
    float[] z = draw.z()[k];
    for (int i = 0; i < draw.n(); i++) {
      for (int d = 0; d < width; d++) {
        int at = i * width + d;
        int mean = 2 * i * width + d;
        g[mean] = cz[at];
        g[mean + width] = cz[at] * (z[at] - theta[mean]);
      }
    }
  }
}
