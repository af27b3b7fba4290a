package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The relaxation y = σ(k·z) with k = 1/λ, its tangent and the reverse of both, down to the
/// temperature.
///
/// All arrays hold n floats. In the reverse passes gz and gdz may be gy and gdy, but not z or dz.
public final class Relaxing {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private Relaxing() {}

  /// y = σ(k·z); y overwritten.
  public static void value(int n, float k, float[] z, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      Series.sigmoid(FloatVector.fromArray(S, z, i, m).mul(k)).intoArray(y, i, m);
    }
  }

  /// dy = y(1−y)·k·dz, with y from [#value]; dy overwritten.
  public static void tangent(int n, float k, float[] y, float[] dz, float[] dy) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, y, i, m);
      FloatVector slope = v.neg().fma(v, v);
      slope.mul(FloatVector.fromArray(S, dz, i, m).mul(k)).intoArray(dy, i, m);
    }
  }

  /// The reverse of value and tangent. With s = y(1−y): gz = k·(s·gy + s(1−2y)·k·dz·gdy), gdz =
  /// k·s·gdy, both overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ (gz·z + gdz·dz), summed in a fixed order
  public static float reverse(
      int n,
      float k,
      float[] z,
      float[] dz,
      float[] y,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, y, i, m);
      FloatVector slope = v.neg().fma(v, v).mul(k);
      FloatVector gd = FloatVector.fromArray(S, gdy, i, m);
      FloatVector bend =
          v.fma(FloatVector.broadcast(S, -2f), one).mul(FloatVector.fromArray(S, dz, i, m).mul(k));
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gy, i, m));
      g.mul(slope).intoArray(gz, i, m);
      gd.mul(slope).intoArray(gdz, i, m);
    }
    return -(Reduce.dot(n, gz, z) + Reduce.dot(n, gdz, dz));
  }

  /// The reverse of the value alone: gz = k·y(1−y)·gy, overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ gz·z, summed in a fixed order
  public static float reverseValue(int n, float k, float[] z, float[] y, float[] gy, float[] gz) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, y, i, m);
      v.neg().fma(v, v).mul(k).mul(FloatVector.fromArray(S, gy, i, m)).intoArray(gz, i, m);
    }
    return -Reduce.dot(n, gz, z);
  }
}
