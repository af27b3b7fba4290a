package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// One kernel an activation and pass, all from the activated value h: arrays of n floats, outputs
/// may be inputs.
final class ActivationKernels {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ActivationKernels() {}

  /// out = (1−h²)·g.
  static void tanhSlope(int n, float[] h, float[] g, float[] out) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, h, i, m);
      FloatVector slope = v.neg().fma(v, one);
      slope.mul(FloatVector.fromArray(S, g, i, m)).intoArray(out, i, m);
    }
  }

  /// out = g where h > 0, else 0.
  static void reluSlope(int n, float[] h, float[] g, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, h, i, m);
      FloatVector.fromArray(S, g, i, m).blend(0f, v.compare(LE, 0f)).intoArray(out, i, m);
    }
  }

  /// out = g where h > 0, else (1+h)·g.
  static void eluSlope(int n, float[] h, float[] g, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, h, i, m);
      FloatVector slope = v.add(1f).blend(1f, v.compare(GT, 0f));
      slope.mul(FloatVector.fromArray(S, g, i, m)).intoArray(out, i, m);
    }
  }

  /// gx = a'·(gh − 2·h·dx·gdh), gdx = a'·gdh, with a' = 1−h².
  static void tanhReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, h, i, m);
      FloatVector slope = v.neg().fma(v, one);
      FloatVector gd = FloatVector.fromArray(S, gdh, i, m);
      FloatVector bend = v.mul(-2f).mul(FloatVector.fromArray(S, dx, i, m));
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gh, i, m));
      g.mul(slope).intoArray(gx, i, m);
      gd.mul(slope).intoArray(gdx, i, m);
    }
  }

  /// gx = a'·gh + a''·dx·gdh, gdx = a'·gdh, with a' = a'' = 1+h up to 0 and a' = 1, a'' = 0 above.
  static void eluReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, h, i, m);
      VectorMask<Float> linear = v.compare(GT, 0f);
      FloatVector slope = v.add(1f).blend(1f, linear);
      FloatVector gd = FloatVector.fromArray(S, gdh, i, m);
      FloatVector bend = FloatVector.fromArray(S, dx, i, m).blend(0f, linear);
      FloatVector g = bend.fma(gd, FloatVector.fromArray(S, gh, i, m));
      g.mul(slope).intoArray(gx, i, m);
      gd.mul(slope).intoArray(gdx, i, m);
    }
  }
}
