package voidscope.simd;

/// Bernoulli latents by their logistic noise: θ is a logit, p = σ(θ), b = 1 where z = θ + logit(u)
/// > 0.
///
/// All arrays hold n floats; u and v lie in the open interval (0, 1), b is 0 or 1; outputs may be
/// inputs. Every formula is written once, for the side s = 2b−1 that the sample fell on, in E =
/// e^{sθ} and the noise seen from that side: the two cases are mirror images, and neither ever
/// takes the logarithm of 0 or a difference of nearly equal numbers.
public final class Logistic {
  private static final int L = Lanes.LENGTH;

  /// Past this sθ is added outside the logarithm: E stays finite even divided by the smallest
  /// noise.
  static final float FAR = 60f;

  static final float LEAST = 0x1p-24f;
  static final float MOST = 1f - 0x1p-24f;

  private Logistic() {}

  /// z = θ + logit(u), b = 1 where z > 0 and else 0; z and b overwritten.
  public static void sample(int n, float[] theta, float[] u, float[] z, float[] b) {
    sample(0, n, theta, u, z, b);
  }

  /// The same for the elements `from` to `to`−1 only.
  public static void sample(int from, int to, float[] theta, float[] u, float[] z, float[] b) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        float sum = theta[i] + Scalar.log(u[i] / (1f - u[i]));
        z[i] = sum;
        b[i] = sum > 0f ? 1f : 0f;
      }
    } else {
      LogisticKernel.sample(from, to, theta, u, z, b);
    }
  }

  /// The conditional path z̃ given b, from fresh noise v, and its derivative by θ.
  ///
  /// For b = 1: v' = (1−p) + v·p and slope = p·v/v'; for b = 0: v' = v·(1−p) and slope =
  /// (1−p)(1−v)/(1−v'); either way z̃ = θ + logit(v'), of b's sign. Computed as z̃ = s·ln(1 + q), q
  /// = w(1+E)/(1−w), slope = wE/(1+wE), with w = v for b = 1 and 1−v for b = 0. zt and slope
  /// overwritten; neither may be an input.
  public static void conditional(
      int n, float[] theta, float[] v, float[] b, float[] zt, float[] slope) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        boolean up = b[i] > 0.5f;
        float t = up ? theta[i] : -theta[i];
        float near = t > FAR ? FAR : t;
        float w = up ? v[i] : 1f - v[i];
        float we = w * Scalar.exp(near);
        float z = Scalar.log((w + we) / (up ? 1f - v[i] : v[i]) + 1f) + (t - near);
        zt[i] = up ? z : -z;
        slope[i] = we / (we + 1f);
      }
    } else {
      LogisticKernel.side(n, theta, b, zt);
      LogisticKernel.slope(n, v, b, zt, slope);
      LogisticKernel.odds(n, v, b, zt);
      Functions.log(n, zt, zt);
      LogisticKernel.sign(n, theta, b, zt);
    }
  }

  /// The noise v under which the conditional path passes through the sample itself: v = (u−(1−p))/p
  /// for b = 1 and u/(1−p) for b = 0, cut to [2⁻²⁴, 1−2⁻²⁴]; v overwritten.
  public static void couple(int n, float[] theta, float[] u, float[] b, float[] v) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        boolean up = b[i] > 0.5f;
        float y = up ? 1f - u[i] : u[i];
        y = Math.fma(y, Scalar.exp(up ? -theta[i] : theta[i]), y);
        v[i] = Scalar.cut(up ? 1f - y : y, LEAST, MOST);
      }
    } else {
      LogisticKernel.couple(n, theta, u, b, v);
    }
  }

  /// s = b − σ(θ), the derivative of the log-likelihood by θ; s overwritten.
  public static void score(int n, float[] theta, float[] b, float[] s) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        s[i] = b[i] > 0.5f ? Scalar.sigmoid(-theta[i]) : -Scalar.sigmoid(theta[i]);
      }
    } else {
      LogisticKernel.score(n, theta, b, s);
    }
  }
}
