package voidscope.simd;

/// The optimizers' steps on the parameters from..to−1, in arrays that all have the parameters' own
/// indices. g is read, θ and the moments m and v are modified.
public final class Updates {
  private static final int L = Lanes.LENGTH;
  private static final int FEW = 4;

  private Updates() {}

  /// m = β₁m + (1−β₁)g, v = β₂v + (1−β₂)g², θ −= lr·(c₁m)/(√(c₂v) + ε), where c₁ and c₂ are the
  /// corrections 1/(1−βᵗ). m of parameter i stands at `state[i]`, v at `state[vAt+i]`.
  public static void adam(
      int from,
      int to,
      float[] theta,
      float[] g,
      float[] state,
      int vAt,
      float lr,
      float beta1,
      float beta2,
      float eps,
      float correction1,
      float correction2) {
    int few = few(from, to);
    if (few > from) {
      UpdateKernel.adam(
          from, few, theta, g, state, vAt, lr, beta1, beta2, eps, correction1, correction2);
    }
    float rest1 = 1f - beta1;
    float rest2 = 1f - beta2;
    float rate = -lr * correction1;
    for (int i = few; i < to; i++) {
      float m = Math.fma(state[i], beta1, g[i] * rest1);
      float v = Math.fma(state[vAt + i], beta2, g[i] * g[i] * rest2);
      state[i] = m;
      state[vAt + i] = v;
      theta[i] = Math.fma(m / (root(v * correction2) + eps), rate, theta[i]);
    }
  }

  /// m = μm + g, θ −= lr·m.
  public static void momentum(
      int from, int to, float[] theta, float[] g, float[] m, float lr, float mu) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        m[i] = Math.fma(m[i], mu, g[i]);
        theta[i] = Math.fma(m[i], -lr, theta[i]);
      }
    } else {
      UpdateKernel.momentum(from, to, theta, g, m, lr, mu);
    }
  }

  /// θ −= lr·g.
  public static void descend(int from, int to, float[] theta, float[] g, float lr) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        theta[i] = Math.fma(g[i], -lr, theta[i]);
      }
    } else {
      UpdateKernel.descend(from, to, theta, g, lr);
    }
  }

  /// v = ρv + (1−ρ)g², θ −= lr·g/(√v + ε).
  public static void rmsProp(
      int from, int to, float[] theta, float[] g, float[] v, float lr, float decay, float eps) {
    float rest = 1f - decay;
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        v[i] = Math.fma(v[i], decay, g[i] * g[i] * rest);
        theta[i] = Math.fma(g[i] / (root(v[i]) + eps), -lr, theta[i]);
      }
    } else {
      UpdateKernel.rmsProp(from, to, theta, g, v, lr, decay, eps);
    }
  }

  /// From where on parameters are taken one by one: all if they are no vector, none, or the last
  /// few. A vector of those would overlap the one before, and wait until that is in memory.
  private static int few(int from, int to) {
    int rest = (to - from) % L;
    return to - from < L ? from : rest <= FEW ? to - rest : to;
  }

  /// The double root of a float, rounded to float, is the float root, correctly rounded.
  private static float root(float x) {
    return (float) Math.sqrt((double) x);
  }
}
