package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Functions] for at least a vector of elements.
final class FunctionKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private FunctionKernel() {}

  static void exp(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(Series.exp(FloatVector.fromArray(S, x, p)), y, p, i);
    }
  }

  static void log(int from, int to, float[] x, float[] y) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      Lanes.store(v.fma(Lanes.all(0f), Series.log(v)), y, p, i);
    }
  }

  static void exponential(int from, int to, float[] w, float[] y) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector v = FloatVector.fromArray(S, w, p);
      VectorMask<Float> low = v.compare(GT, Lanes.all(0f));
      FloatVector a = v.neg().blend(v, low);
      FloatVector x = Lanes.all(1f).sub(a).blend(a, low);
      FloatVector rest = a.add(x.sub(Lanes.all(1f))).div(x).blend(Lanes.all(0f), low);
      Lanes.store(rest.sub(Series.log(x)), y, p, i);
    }
  }

  static void exponentialNoise(int n, float[] x, float[] w) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector less = Lanes.all(1f).blend(Lanes.all(0f), v.compare(GT, Lanes.all(Series.LN2)));
      Lanes.store(Series.exp(v.neg(), less), w, p, i);
    }
  }

  static void sigmoid(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(Series.sigmoid(FloatVector.fromArray(S, x, p)), y, p, i);
    }
  }

  static void tanh(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(Series.tanh(FloatVector.fromArray(S, x, p)), y, p, i);
    }
  }

  /// y = e^−|x|, the first half of the softplus: in two so that each stays within the compiler's
  /// budget.
  static void decay(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      Lanes.store(Series.exp(v.neg().blend(v, v.compare(LT, Lanes.all(0f)))), y, p, i);
    }
  }

  /// y = ln(1 + y) + max(x, 0).
  static void softplus(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector rest = v.blend(Lanes.all(0f), v.compare(LT, Lanes.all(0f)));
      Lanes.store(Series.log1p(FloatVector.fromArray(S, y, p)).add(rest), y, p, i);
    }
  }

  static void relu(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      Lanes.store(v.blend(Lanes.all(0f), v.compare(LT, Lanes.all(0f))), y, p, i);
    }
  }

  static void elu(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      Lanes.store(v.blend(Series.expm1(v), v.compare(LT, Lanes.all(0f))), y, p, i);
    }
  }
}
