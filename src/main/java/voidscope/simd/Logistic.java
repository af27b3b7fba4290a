package voidscope.simd;

/// Bernoulli latents by their logistic noise: θ is a logit, p = σ(θ), b = 1 where z = θ + logit(u)
/// > 0.
///
/// All arrays hold n floats; u and v are signed noise ([Noise]), b is 0 or 1; outputs may be inputs
/// unless said otherwise. Every formula is written once, for the side s = 2b−1 that the sample fell
/// on, in t = sθ and the noise seen from that side, whose sign is turned with it: the two cases are
/// mirror images, and neither ever takes the logarithm of 0 or a difference of nearly equal
/// numbers.
public final class Logistic {
  private static final int L = Lanes.LENGTH;

  private Logistic() {}

  /// z = θ + logit(u), b = 1 where z > 0 and else 0; z and b overwritten. Near 0 z is right to
  /// 1e-7, however great θ, so that P(b = 1) is p to 1e-6 of itself.
  public static void sample(int n, float[] theta, float[] u, float[] z, float[] b) {
    sample(0, n, theta, u, z, b);
  }

  /// The same for the elements `from` to `to`−1 only.
  public static void sample(int from, int to, float[] theta, float[] u, float[] z, float[] b) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        float w = u[i];
        float a = Math.abs(w);
        z[i] = Scalar.turned(Scalar.log(a / (1f - a), Scalar.turned(theta[i], w)), w);
        b[i] = Scalar.step(z[i]);
      }
    } else {
      LogisticKernel.sample(from, to, theta, u, z);
      LogisticKernel.step(from, to, z, b);
    }
  }

  /// The conditional path z̃ given b, from fresh noise v, and its derivative by θ.
  ///
  /// For b = 1: v' = (1−p) + v·p and slope = p·v/v'; for b = 0: v' = v·(1−p) and slope =
  /// (1−p)(1−v)/(1−v'); either way z̃ = θ + logit(v'), of b's sign. Computed with m = e^−|t| as z̃
  /// = s·(max(t, 0) + ln(y/(1−v))), slope = x/y with (x, y) = (v, v + m) for t > 0 and (vm, vm + 1)
  /// else. zt and slope overwritten; neither may be an input.
  public static void conditional(
      int n, float[] theta, float[] v, float[] b, float[] zt, float[] slope) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float up = b[i] - 0.5f;
        float seen = Scalar.turned(v[i], up);
        float t = Scalar.turned(theta[i], up);
        float a = Math.abs(seen);
        float m = Scalar.exp(-Math.abs(t));
        float near = Scalar.pick(seen, a, 1f - a);
        float x = Scalar.pick(t, near, near * m);
        float y = x + Scalar.pick(t, m, 1f);
        slope[i] = x / y;
        float z = Scalar.log(y / Scalar.pick(seen, 1f - a, a), Scalar.pick(t, t, 0f));
        zt[i] = Scalar.turned(z < 0f ? 0f : z, up);
      }
    } else {
      LogisticKernel.decay(n, theta, zt);
      LogisticKernel.slope(n, theta, v, b, zt, slope);
      LogisticKernel.path(n, theta, b, zt);
    }
  }

  /// The noise v under which the conditional path passes through the sample itself: v = (u−(1−p))/p
  /// for b = 1 and u/(1−p) for b = 0, no nearer to an end than [Noise#LEAST]; v overwritten, may
  /// not be an input.
  ///
  /// Computed with e = e^−t from the noise's distance a: where u lies at the far end of its side
  /// 1−v = a(1+e), else v = a(1+e) − e.
  public static void couple(int n, float[] theta, float[] u, float[] b, float[] v) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        boolean up = b[i] > 0.5f;
        boolean low = up ? u[i] > 0f : u[i] < 0f;
        float a = Math.abs(u[i]);
        float e = Scalar.exp(up ? -theta[i] : theta[i]);
        float x = Math.fma(a, e, a) - (low ? e : 0f);
        boolean turned = x > 0.5f;
        x = turned ? 1f - x : x;
        x = x < Noise.LEAST ? Noise.LEAST : x;
        v[i] = low == up != turned ? x : -x;
      }
    } else {
      LogisticKernel.odds(n, theta, b, v);
      LogisticKernel.couple(n, u, b, v);
    }
  }

  /// s = b − σ(θ), the derivative of the log-likelihood by θ; s overwritten, may be theta.
  public static void score(int n, float[] theta, float[] b, float[] s) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float up = b[i] - 0.5f;
        s[i] = Scalar.turned(Scalar.sigmoid(Scalar.turned(-theta[i], up)), up);
      }
    } else {
      LogisticKernel.score(n, theta, b, s);
    }
  }

  /// The reverse of p = σ(θ), g = cm·p(1−p), to the digits of p(1−p) also where p is near 1; g
  /// overwritten, may be cm.
  public static void reverseMean(int n, float[] theta, float[] cm, float[] g) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float m = Scalar.exp(-Math.abs(theta[i]));
        float r = 1f / (m + 1f);
        g[i] = cm[i] * (m * r * r);
      }
    } else {
      LogisticKernel.reverseMean(n, theta, cm, g);
    }
  }
}
