package voidscope.simd;

/// Categorical latents by their Gumbel noise: θ are logits, p = softmax(θ), z = ln p − ln(−ln u), b
/// one-hot at the greatest z.
///
/// All arrays hold groups × classes floats, a group's classes beside each other; u and v are signed
/// noise ([Noise]). Logarithms and exponentials are taken over whole arrays, what belongs to a
/// group in plain code.
public final class Gumbel {
  /// Logits this far below the greatest of their group are held there: −ln v/p stays finite.
  private static final float FAR = 60f;

  private Gumbel() {}

  /// z and b of the groups `from` to `to` (exclusive), overwritten.
  public static void sample(
      int from, int to, int classes, float[] theta, float[] u, float[] z, float[] b) {
    int first = from * classes;
    int past = to * classes;
    Functions.exponential(first, past, u, b);
    Functions.log(first, past, b, z);
    for (int at = first; at < past; at += classes) {
      float norm = logSum(at, classes, theta);
      int best = at;
      for (int i = at; i < at + classes; i++) {
        z[i] = theta[i] - norm - z[i];
        best = z[i] > z[best] ? i : best;
      }
      for (int i = at; i < at + classes; i++) {
        b[i] = i == best ? 1f : 0f;
      }
    }
  }

  /// The conditional path z̃ given b, from fresh noise v: with E = −ln v and a the class drawn, z̃ₐ
  /// = −ln Eₐ and z̃ᵢ = −ln(Eᵢ/pᵢ + Eₐ). Its derivative is ∂z̃ᵢ/∂θⱼ = slopeᵢ·(δᵢⱼ − pⱼ) with slopeᵢ
  /// = (Eᵢ/pᵢ)/(Eᵢ/pᵢ + Eₐ) and slopeₐ = 0. zt and slope overwritten; neither may be an input.
  public static void conditional(
      int groups, int classes, float[] theta, float[] v, float[] b, float[] zt, float[] slope) {
    int n = groups * classes;
    Functions.exponential(0, n, v, slope);
    shares(groups, classes, theta, zt);
    for (int at = 0; at < n; at += classes) {
      int drawn = drawn(at, classes, b);
      float least = slope[drawn];
      for (int i = at; i < at + classes; i++) {
        float part = i == drawn ? 0f : slope[i] / zt[i];
        zt[i] = part + least;
        slope[i] = part / zt[i];
      }
    }
    Functions.log(0, n, zt, zt);
    negate(0, n, zt);
  }

  /// The noise v from which the conditional path passes through the sample z itself: vₐ =
  /// exp(−e^−zₐ), vᵢ = exp(−pᵢ(e^−zᵢ − e^−zₐ)), no nearer to an end than [Noise#LEAST]; v
  /// overwritten.
  public static void couple(
      int groups, int classes, float[] theta, float[] z, float[] b, float[] v) {
    int n = groups * classes;
    shares(groups, classes, theta, v);
    for (int at = 0; at < n; at += classes) {
      int drawn = drawn(at, classes, b);
      float least = Scalar.exp(-z[drawn]);
      for (int i = at; i < at + classes; i++) {
        v[i] = i == drawn ? least : v[i] * (Scalar.exp(-z[i]) - least);
        v[i] = v[i] < Noise.LEAST ? Noise.LEAST : v[i];
      }
    }
    Functions.exponentialNoise(n, v, v);
  }

  /// softmax(θ), no logit further below its group's greatest than the limit.
  private static void shares(int groups, int classes, float[] theta, float[] p) {
    for (int at = 0; at < groups * classes; at += classes) {
      float norm = logSum(at, classes, theta);
      for (int i = at; i < at + classes; i++) {
        p[i] = Math.max(theta[i] - norm, -FAR);
      }
    }
    Functions.exp(groups * classes, p, p);
  }

  private static float logSum(int at, int classes, float[] theta) {
    float most = theta[at];
    for (int i = at + 1; i < at + classes; i++) {
      most = Math.max(most, theta[i]);
    }
    float sum = 0;
    for (int i = at; i < at + classes; i++) {
      sum += Scalar.exp(theta[i] - most);
    }
    return most + Scalar.log(sum);
  }

  private static int drawn(int at, int classes, float[] b) {
    int drawn = at;
    while (drawn < at + classes - 1 && b[drawn] < 0.5f) {
      drawn++;
    }
    return drawn;
  }

  private static void negate(int from, int to, float[] x) {
    for (int i = from; i < to; i++) {
      x[i] = -x[i];
    }
  }
}
