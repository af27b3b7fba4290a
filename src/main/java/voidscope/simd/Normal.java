package voidscope.simd;

/// Gaussian latents by their noise: ε = Φ⁻¹(u), b = μ + σε. θ is rows × 2·width, a row's means
/// before its logarithms of σ; u is signed noise ([Noise]).
public final class Normal {
  private static final int L = Lanes.LENGTH;

  private Normal() {}

  /// The quantile y = Φ⁻¹(u) of the standard normal distribution, relative error below 1e-6 for
  /// noise of a distance from 1e-30 on; y overwritten, may not be u. In the middle it is PPND7 of
  /// Wichura 1988, Algorithm AS 241, beyond a fit of our own that reaches further, in √(−ln
  /// distance).
  public static void quantile(int n, float[] u, float[] y) {
    quantile(0, n, u, y);
  }

  /// The same for the elements `from` to `to`−1 only.
  static void quantile(int from, int to, float[] u, float[] y) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        y[i] = quantile(u[i]);
      }
    } else {
      NormalKernel.tail(from, to, u, y);
      NormalKernel.quantile(from, to, u, y);
    }
  }

  /// The kernel's operations, one by one.
  private static float quantile(float u) {
    float least = Math.abs(u);
    float q = least - 0.5f;
    float t = (float) Math.sqrt(-Scalar.log(least)) - NormalKernel.SHIFT;
    float above = Math.fma(t, NormalKernel.C3, NormalKernel.C2);
    above = Math.fma(above, t, NormalKernel.C1);
    above = Math.fma(above, t, NormalKernel.C0);
    float below = Math.fma(Math.fma(t, NormalKernel.D2, NormalKernel.D1), t, 1f);
    float tail = above / below;
    float r = Math.fma(-q, q, NormalKernel.CENTRE);
    above = Math.fma(r, NormalKernel.A3, NormalKernel.A2);
    above = Math.fma(above, r, NormalKernel.A1);
    above = Math.fma(above, r, NormalKernel.A0);
    below = Math.fma(r, NormalKernel.B3, NormalKernel.B2);
    below = Math.fma(below, r, NormalKernel.B1);
    below = Math.fma(below, r, 1f);
    float low = r < 0f ? -tail : q * above / below;
    return u < 0f ? -low : low;
  }

  /// b = z = μ + σε of the rows `from` to `to` (exclusive), overwritten.
  public static void sample(
      int from, int to, int width, float[] theta, float[] u, float[] z, float[] b) {
    quantile(from * width, to * width, u, b);
    for (int i = from; i < to; i++) {
      for (int d = 0; d < width; d++) {
        int at = i * width + d;
        int mean = 2 * i * width + d;
        z[at] = Math.fma(Scalar.exp(theta[mean + width]), b[at], theta[mean]);
        b[at] = z[at];
      }
    }
  }

  /// ∂ ln p/∂μ = ε/σ and ∂ ln p/∂ ln σ = ε² − 1 with ε = (b − μ)/σ; s (rows × 2·width) overwritten.
  public static void score(int rows, int width, float[] theta, float[] b, float[] s) {
    for (int i = 0; i < rows; i++) {
      for (int d = 0; d < width; d++) {
        int mean = 2 * i * width + d;
        float inverse = Scalar.exp(-theta[mean + width]);
        float epsilon = (b[i * width + d] - theta[mean]) * inverse;
        s[mean] = epsilon * inverse;
        s[mean + width] = Math.fma(epsilon, epsilon, -1f);
      }
    }
  }
}
