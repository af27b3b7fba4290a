package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Updates] for at least a vector of parameters; the gradient of parameter i stands at `g[shift +
/// i]`.
final class UpdateKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private UpdateKernel() {}

  static void adam(
      int from,
      int to,
      float[] theta,
      float[] g,
      int shift,
      float[] state,
      int vAt,
      float lr,
      float beta1,
      float beta2,
      float eps,
      float correction1,
      float correction2) {
    float rest1 = 1f - beta1;
    float rest2 = 1f - beta2;
    float rate = -lr * correction1;
    FloatVector b1 = Lanes.all(beta1);
    FloatVector b2 = Lanes.all(beta2);
    FloatVector r = Lanes.all(rate);
    FloatVector zero = Lanes.all(0f);
    FloatVector least = Lanes.all(Float.MIN_NORMAL);
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector d = FloatVector.fromArray(S, g, shift + p);
      FloatVector m = FloatVector.fromArray(S, state, p).fma(b1, d.mul(Lanes.all(rest1)));
      FloatVector felt = d.blend(zero, d.abs().compare(LT, Lanes.all(Updates.LEAST)));
      FloatVector v =
          FloatVector.fromArray(S, state, vAt + p).fma(b2, felt.mul(felt).mul(Lanes.all(rest2)));
      m = m.blend(zero, m.abs().compare(LT, least));
      v = v.blend(zero, v.compare(LT, least));
      FloatVector step = m.div(v.mul(Lanes.all(correction2)).sqrt().add(Lanes.all(eps)));
      Lanes.store(m, state, p, i);
      Lanes.store(v, state, vAt + p, vAt + i);
      Lanes.store(step.fma(r, FloatVector.fromArray(S, theta, p)), theta, p, i);
    }
  }

  static void momentum(
      int from, int to, float[] theta, float[] g, int shift, float[] m, float lr, float mu) {
    FloatVector decay = Lanes.all(mu);
    FloatVector rate = Lanes.all(-lr);
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector v =
          FloatVector.fromArray(S, m, p).fma(decay, FloatVector.fromArray(S, g, shift + p));
      v = v.blend(Lanes.all(0f), v.abs().compare(LT, Lanes.all(Float.MIN_NORMAL)));
      Lanes.store(v, m, p, i);
      Lanes.store(v.fma(rate, FloatVector.fromArray(S, theta, p)), theta, p, i);
    }
  }

  static void descend(int from, int to, float[] theta, float[] g, int shift, float lr) {
    FloatVector rate = Lanes.all(-lr);
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector t = FloatVector.fromArray(S, theta, p);
      Lanes.store(FloatVector.fromArray(S, g, shift + p).fma(rate, t), theta, p, i);
    }
  }

  static void rmsProp(
      int from,
      int to,
      float[] theta,
      float[] g,
      int shift,
      float[] v,
      float lr,
      float decay,
      float eps) {
    float rest = 1f - decay;
    FloatVector rho = Lanes.all(decay);
    FloatVector rate = Lanes.all(-lr);
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector d = FloatVector.fromArray(S, g, shift + p);
      FloatVector felt = d.blend(Lanes.all(0f), d.abs().compare(LT, Lanes.all(Updates.LEAST)));
      FloatVector s = FloatVector.fromArray(S, v, p).fma(rho, felt.mul(felt).mul(Lanes.all(rest)));
      s = s.blend(Lanes.all(0f), s.compare(LT, Lanes.all(Float.MIN_NORMAL)));
      FloatVector step = d.div(s.sqrt().add(Lanes.all(eps)));
      Lanes.store(s, v, p, i);
      Lanes.store(step.fma(rate, FloatVector.fromArray(S, theta, p)), theta, p, i);
    }
  }
}
