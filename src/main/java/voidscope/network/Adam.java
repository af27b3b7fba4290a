package voidscope.network;

import voidscope.simd.Updates;

/// Adam (Kingma and Ba 2015): m = β₁m + (1−β₁)g, v = β₂v + (1−β₂)g², θ −= lr·m̂/(√v̂ + ε), with
/// both moments divided by 1−βᵗ.
///
/// @param beta1 decay of the first moment
/// @param beta2 decay of the second moment
/// @param eps added to the root
public record Adam(float beta1, float beta2, float eps) implements Optimizer {
  /// The usual β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
  public Adam() {
    this(0.9f, 0.999f, 1e-8f);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void step(
      float[] theta, float[] g, int gAt, float[] state, int from, int to, long t, float lr) {
    float c1 = correction(beta1, t);
    float c2 = correction(beta2, t);
    Updates.adam(from, to, theta, g, gAt, state, theta.length, lr, beta1, beta2, eps, c1, c2);
  }

  /// 1/(1−βᵗ); from βᵗ < e⁻⁴⁰ on it is 1 to the last bit.
  private static float correction(double beta, long t) {
    if (t * (1 - beta) > 40) {
      return 1;
    }
    return (float) (1 / (1 - StrictMath.pow(beta, (double) t)));
  }
}
