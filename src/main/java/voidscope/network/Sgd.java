package voidscope.network;

import voidscope.simd.Updates;

/// Stochastic gradient descent: m = μm + g, θ −= lr·m; for μ = 0 without state.
///
/// @param momentum μ
public record Sgd(float momentum) implements Optimizer {
  @Override
  public int slots() {
    return momentum == 0f ? 0 : 1;
  }

  @Override
  public void step(
      float[] theta, float[] g, int gAt, float[] state, int from, int to, long t, float lr) {
    if (momentum == 0f) {
      Updates.descend(from, to, theta, g, gAt, lr);
    } else {
      Updates.momentum(from, to, theta, g, gAt, state, lr, momentum);
    }
  }
}
