package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Element-wise functions of n floats: x is read, y overwritten; y may be x. NaN stays NaN.
public final class Functions {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private Functions() {}

  /// y = e^x, with x cut to [-87.33, 88.37]: never 0, never infinite.
  public static void exp(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      Series.exp(FloatVector.fromArray(S, x, i, m)).intoArray(y, i, m);
    }
  }

  /// y = ln x; x must be positive and normal.
  public static void log(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, x, i, m);
      Series.log(v).add(v.sub(v)).intoArray(y, i, m);
    }
  }

  /// y = ln(u / (1−u)); u must lie in (0, 1).
  public static void logit(int n, float[] u, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, u, i, m);
      FloatVector odds = v.div(FloatVector.broadcast(S, 1f).sub(v));
      Series.log(odds).add(v.sub(v)).intoArray(y, i, m);
    }
  }

  /// y = 1 / (1 + e^−x), in [1e-38, 1].
  public static void sigmoid(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      Series.sigmoid(FloatVector.fromArray(S, x, i, m)).intoArray(y, i, m);
    }
  }

  /// y = tanh x.
  public static void tanh(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      Series.tanh(FloatVector.fromArray(S, x, i, m)).intoArray(y, i, m);
    }
  }

  /// y = ln(1 + e^x).
  public static void softplus(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, x, i, m);
      VectorMask<Float> negative = v.compare(LT, 0f);
      FloatVector low = v.blend(v.neg(), negative.not());
      Series.log1p(Series.exp(low)).add(v.blend(0f, negative)).intoArray(y, i, m);
    }
  }

  /// y = max(x, 0).
  public static void relu(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, x, i, m);
      v.blend(0f, v.compare(LT, 0f)).intoArray(y, i, m);
    }
  }

  /// y = x for x above 0, else e^x − 1.
  public static void elu(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector v = FloatVector.fromArray(S, x, i, m);
      VectorMask<Float> negative = v.compare(LT, 0f);
      v.blend(Series.expm1(v), negative).intoArray(y, i, m);
    }
  }
}
