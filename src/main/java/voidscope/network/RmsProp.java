package voidscope.network;

import voidscope.simd.Updates;

/// RMSProp: v = ρv + (1−ρ)g², θ −= lr·g/(√v + ε).
///
/// @param decay ρ
/// @param eps added to the root
public record RmsProp(float decay, float eps) implements Optimizer {
  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void step(
      float[] theta, float[] g, int gAt, float[] state, int from, int to, long t, float lr) {
    Updates.rmsProp(from, to, theta, g, gAt, state, lr, decay, eps);
  }
}
