package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The optimizers' steps on the parameters from..to−1, in arrays that all have the parameters' own
/// indices. g is read, θ and the moments m and v are modified.
public final class Updates {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

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
    FloatVector b1 = FloatVector.broadcast(S, beta1);
    FloatVector b2 = FloatVector.broadcast(S, beta2);
    FloatVector rate = FloatVector.broadcast(S, -lr * correction1);
    for (int i = from; i < to; i += L) {
      VectorMask<Float> k = S.indexInRange(i, to);
      FloatVector d = FloatVector.fromArray(S, g, i, k);
      FloatVector m = FloatVector.fromArray(S, state, i, k).fma(b1, d.mul(1f - beta1));
      FloatVector v = FloatVector.fromArray(S, state, vAt + i, k).fma(b2, d.mul(d).mul(1f - beta2));
      m.intoArray(state, i, k);
      v.intoArray(state, vAt + i, k);
      FloatVector step = m.div(v.mul(correction2).sqrt().add(eps));
      step.fma(rate, FloatVector.fromArray(S, theta, i, k)).intoArray(theta, i, k);
    }
  }

  /// m = μm + g, θ −= lr·m.
  public static void momentum(
      int from, int to, float[] theta, float[] g, float[] m, float lr, float mu) {
    FloatVector decay = FloatVector.broadcast(S, mu);
    FloatVector rate = FloatVector.broadcast(S, -lr);
    for (int i = from; i < to; i += L) {
      VectorMask<Float> k = S.indexInRange(i, to);
      FloatVector v =
          FloatVector.fromArray(S, m, i, k).fma(decay, FloatVector.fromArray(S, g, i, k));
      v.intoArray(m, i, k);
      v.fma(rate, FloatVector.fromArray(S, theta, i, k)).intoArray(theta, i, k);
    }
  }

  /// θ −= lr·g.
  public static void descend(int from, int to, float[] theta, float[] g, float lr) {
    FloatVector rate = FloatVector.broadcast(S, -lr);
    for (int i = from; i < to; i += L) {
      VectorMask<Float> k = S.indexInRange(i, to);
      FloatVector t = FloatVector.fromArray(S, theta, i, k);
      FloatVector.fromArray(S, g, i, k).fma(rate, t).intoArray(theta, i, k);
    }
  }

  /// v = ρv + (1−ρ)g², θ −= lr·g/(√v + ε).
  public static void rmsProp(
      int from, int to, float[] theta, float[] g, float[] v, float lr, float decay, float eps) {
    FloatVector rho = FloatVector.broadcast(S, decay);
    FloatVector rate = FloatVector.broadcast(S, -lr);
    for (int i = from; i < to; i += L) {
      VectorMask<Float> k = S.indexInRange(i, to);
      FloatVector d = FloatVector.fromArray(S, g, i, k);
      FloatVector s = FloatVector.fromArray(S, v, i, k).fma(rho, d.mul(d).mul(1f - decay));
      s.intoArray(v, i, k);
      d.div(s.sqrt().add(eps))
          .fma(rate, FloatVector.fromArray(S, theta, i, k))
          .intoArray(theta, i, k);
    }
  }
}
