package voidscope.simd;

/// The optimizers' steps on the parameters from..to−1, in arrays that have the parameters' own
/// indices, but for g, which begins at `gAt` with that of the first. g is read, θ and the moments m
/// and v are modified.
///
/// A moment that has become subnormal is 0, and so is the square of a g below [#LEAST]. Processors
/// take many times as long for subnormal numbers, and would for good: one that decays is rounded
/// back to itself in the end. A root of them is far below the last digit of ε.
public final class Updates {
  private static final int L = Lanes.LENGTH;

  /// The least |g| whose weighed square is a normal number: weights are at least 2⁻¹⁷.
  static final float LEAST = 0x1p-54f;

  /// Parameters past the last whole vector that are sooner done one by one.
  private static final int FEW = 4;

  private Updates() {}

  /// m = β₁m + (1−β₁)g, v = β₂v + (1−β₂)g², θ −= lr·(c₁m)/(√(c₂v) + ε), where c₁ and c₂ are the
  /// corrections 1/(1−βᵗ). m of parameter i stands at `state[i]`, v at `state[vAt+i]`.
  public static void adam(
      int from,
      int to,
      float[] theta,
      float[] g,
      int gAt,
      float[] state,
      int vAt,
      float lr,
      float beta1,
      float beta2,
      float eps,
      float correction1,
      float correction2) {
    int shift = gAt - from;
    int tail = tail(from, to);
    if (tail > from) {
      UpdateKernel.adam(
          from, tail, theta, g, shift, state, vAt, lr, beta1, beta2, eps, correction1, correction2);
    }
    float rest1 = 1f - beta1;
    float rest2 = 1f - beta2;
    float rate = -lr * correction1;
    for (int i = tail; i < to; i++) {
      float m = normal(Math.fma(state[i], beta1, g[shift + i] * rest1));
      float v = normal(Math.fma(state[vAt + i], beta2, square(g[shift + i], rest2)));
      state[i] = m;
      state[vAt + i] = v;
      theta[i] = Math.fma(m / (root(v * correction2) + eps), rate, theta[i]);
    }
  }

  /// m = μm + g, θ −= lr·m.
  public static void momentum(
      int from, int to, float[] theta, float[] g, int gAt, float[] m, float lr, float mu) {
    int shift = gAt - from;
    int tail = tail(from, to);
    if (tail > from) {
      UpdateKernel.momentum(from, tail, theta, g, shift, m, lr, mu);
    }
    for (int i = tail; i < to; i++) {
      m[i] = normal(Math.fma(m[i], mu, g[shift + i]));
      theta[i] = Math.fma(m[i], -lr, theta[i]);
    }
  }

  /// θ −= lr·g.
  public static void descend(int from, int to, float[] theta, float[] g, int gAt, float lr) {
    int shift = gAt - from;
    int tail = tail(from, to);
    if (tail > from) {
      UpdateKernel.descend(from, tail, theta, g, shift, lr);
    }
    for (int i = tail; i < to; i++) {
      theta[i] = Math.fma(g[shift + i], -lr, theta[i]);
    }
  }

  /// v = ρv + (1−ρ)g², θ −= lr·g/(√v + ε).
  public static void rmsProp(
      int from,
      int to,
      float[] theta,
      float[] g,
      int gAt,
      float[] v,
      float lr,
      float decay,
      float eps) {
    float rest = 1f - decay;
    int shift = gAt - from;
    int tail = tail(from, to);
    if (tail > from) {
      UpdateKernel.rmsProp(from, tail, theta, g, shift, v, lr, decay, eps);
    }
    for (int i = tail; i < to; i++) {
      v[i] = normal(Math.fma(v[i], decay, square(g[shift + i], rest)));
      theta[i] = Math.fma(g[shift + i] / (root(v[i]) + eps), -lr, theta[i]);
    }
  }

  /// From where on parameters are taken one by one: all if they are no vector, none, or the last
  /// few. A vector of those would overlap the one before, and wait until that is in memory.
  private static int tail(int from, int to) {
    int rest = (to - from) % L;
    return to - from < L ? from : rest <= FEW ? to - rest : to;
  }

  private static float square(float g, float rest) {
    float felt = Math.abs(g) < LEAST ? 0f : g;
    return felt * felt * rest;
  }

  private static float normal(float moment) {
    return Math.abs(moment) < Float.MIN_NORMAL ? 0f : moment;
  }

  /// The double root of a float, rounded to float, is the float root, correctly rounded.
  private static float root(float x) {
    return (float) Math.sqrt((double) x);
  }
}
