package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Relaxing] for at least a vector of elements.
final class RelaxingKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private RelaxingKernel() {}

  static void value(int n, float k, float[] z, float[] y, float[] s) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector x = FloatVector.fromArray(S, z, p).mul(Lanes.all(k));
      VectorMask<Float> up = x.compare(GT, Lanes.all(0f));
      FloatVector m = Series.exp(x.blend(x.neg(), up));
      FloatVector r = Lanes.all(1f).div(m.add(Lanes.all(1f)));
      FloatVector least = m.mul(r);
      Lanes.store(least.blend(r, up), y, p, i);
      Lanes.store(least.mul(r), s, p, i);
    }
  }

  static void tangent(int n, float k, float[] s, float[] dz, float[] dy) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector slope = FloatVector.fromArray(S, s, p);
      Lanes.store(slope.mul(FloatVector.fromArray(S, dz, p).mul(Lanes.all(k))), dy, p, i);
    }
  }

  static void reverse(
      int n,
      float k,
      float[] dz,
      float[] y,
      float[] s,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    FloatVector one = Lanes.all(1f);
    FloatVector minusTwo = Lanes.all(-2f);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector slope = FloatVector.fromArray(S, s, p).mul(Lanes.all(k));
      FloatVector gd = FloatVector.fromArray(S, gdy, p);
      FloatVector bend =
          FloatVector.fromArray(S, y, p)
              .fma(minusTwo, one)
              .mul(FloatVector.fromArray(S, dz, p).mul(Lanes.all(k)));
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gy, p));
      Lanes.store(g.mul(slope), gz, p, i);
      Lanes.store(gd.mul(slope), gdz, p, i);
    }
  }

  static void reverseValue(int n, float k, float[] s, float[] gy, float[] gz) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector slope = FloatVector.fromArray(S, s, p).mul(Lanes.all(k));
      Lanes.store(slope.mul(FloatVector.fromArray(S, gy, p)), gz, p, i);
    }
  }
}
