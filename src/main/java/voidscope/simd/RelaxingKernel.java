package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Relaxing] for at least a vector of elements.
final class RelaxingKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private RelaxingKernel() {}

  static void value(int n, float k, float[] z, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(Series.sigmoid(FloatVector.fromArray(S, z, p).mul(Lanes.all(k))), y, p, i);
    }
  }

  static void tangent(int n, float k, float[] y, float[] dz, float[] dy) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, y, p);
      FloatVector slope = v.neg().fma(v, v);
      Lanes.store(slope.mul(FloatVector.fromArray(S, dz, p).mul(Lanes.all(k))), dy, p, i);
    }
  }

  static void reverse(
      int n,
      float k,
      float[] z,
      float[] dz,
      float[] y,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    FloatVector one = Lanes.all(1f);
    FloatVector minusTwo = Lanes.all(-2f);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, y, p);
      FloatVector slope = v.neg().fma(v, v).mul(Lanes.all(k));
      FloatVector gd = FloatVector.fromArray(S, gdy, p);
      FloatVector bend =
          v.fma(minusTwo, one).mul(FloatVector.fromArray(S, dz, p).mul(Lanes.all(k)));
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gy, p));
      Lanes.store(g.mul(slope), gz, p, i);
      Lanes.store(gd.mul(slope), gdz, p, i);
    }
  }

  static void reverseValue(int n, float k, float[] z, float[] y, float[] gy, float[] gz) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, y, p);
      FloatVector slope = v.neg().fma(v, v).mul(Lanes.all(k));
      Lanes.store(slope.mul(FloatVector.fromArray(S, gy, p)), gz, p, i);
    }
  }
}
