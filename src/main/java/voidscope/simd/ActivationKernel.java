package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [ActivationPasses] for at least a vector of elements.
final class ActivationKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ActivationKernel() {}

  static void tanhSlope(int n, float[] h, float[] g, float[] out) {
    FloatVector one = Lanes.all(1f);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, h, p);
      FloatVector slope = v.neg().fma(v, one);
      Lanes.store(slope.mul(FloatVector.fromArray(S, g, p)), out, p, i);
    }
  }

  static void reluSlope(int n, float[] h, float[] g, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> off = FloatVector.fromArray(S, h, p).compare(LE, Lanes.all(0f));
      Lanes.store(FloatVector.fromArray(S, g, p).blend(Lanes.all(0f), off), out, p, i);
    }
  }

  static void eluSlope(int n, float[] h, float[] g, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, h, p);
      FloatVector slope = v.add(Lanes.all(1f)).blend(Lanes.all(1f), v.compare(GT, Lanes.all(0f)));
      Lanes.store(slope.mul(FloatVector.fromArray(S, g, p)), out, p, i);
    }
  }

  static void tanhReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    FloatVector one = Lanes.all(1f);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, h, p);
      FloatVector slope = v.neg().fma(v, one);
      FloatVector gd = FloatVector.fromArray(S, gdh, p);
      FloatVector bend = v.mul(Lanes.all(-2f)).mul(FloatVector.fromArray(S, dx, p));
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gh, p));
      Lanes.store(g.mul(slope), gx, p, i);
      Lanes.store(gd.mul(slope), gdx, p, i);
    }
  }

  static void eluReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, h, p);
      VectorMask<Float> linear = v.compare(GT, Lanes.all(0f));
      FloatVector slope = v.add(Lanes.all(1f)).blend(Lanes.all(1f), linear);
      FloatVector gd = FloatVector.fromArray(S, gdh, p);
      FloatVector bend = FloatVector.fromArray(S, dx, p).blend(Lanes.all(0f), linear);
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gh, p));
      Lanes.store(g.mul(slope), gx, p, i);
      Lanes.store(gd.mul(slope), gdx, p, i);
    }
  }
}
