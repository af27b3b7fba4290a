package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Arithmetic] for at least a vector of elements.
final class ArithmeticKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ArithmeticKernel() {}

  static void divide(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).div(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void min(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).min(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void max(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).max(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void less(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector w = FloatVector.fromArray(S, y, p);
      Lanes.store(Lanes.all(0f).blend(Lanes.all(1f), v.compare(LT, w)), out, p, i);
    }
  }

  static void atMost(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector w = FloatVector.fromArray(S, y, p);
      Lanes.store(Lanes.all(0f).blend(Lanes.all(1f), v.compare(LE, w)), out, p, i);
    }
  }

  static void equal(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector w = FloatVector.fromArray(S, y, p);
      Lanes.store(Lanes.all(0f).blend(Lanes.all(1f), v.compare(EQ, w)), out, p, i);
    }
  }

  static void select(int n, float[] c, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector w = FloatVector.fromArray(S, y, p);
      FloatVector choice = FloatVector.fromArray(S, c, p);
      Lanes.store(v.blend(w, choice.compare(EQ, Lanes.all(0f))), out, p, i);
    }
  }

  static void abs(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).lanewise(ABS), y, p, i);
    }
  }

  static void sqrt(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).lanewise(SQRT), y, p, i);
    }
  }

  /// Puts y = e^x right where x is beyond what [Series#exp] takes.
  static void expEnds(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector e = FloatVector.fromArray(S, y, p);
      e = e.blend(Lanes.all(Float.POSITIVE_INFINITY), v.compare(GT, Lanes.all(Series.MOST)));
      Lanes.store(e.blend(Lanes.all(0f), v.compare(LT, Lanes.all(Series.LEAST))), y, p, i);
    }
  }

  /// Puts y = ln x right where x is not positive, normal and finite.
  static void logEnds(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector v = FloatVector.fromArray(S, x, p);
      FloatVector l = FloatVector.fromArray(S, y, p);
      FloatVector infinite = Lanes.all(Float.POSITIVE_INFINITY);
      l = l.blend(infinite, v.compare(GT, Lanes.all(Float.MAX_VALUE)));
      l = l.blend(infinite.neg(), v.compare(LT, Lanes.all(Float.MIN_NORMAL)));
      Lanes.store(l.blend(Lanes.all(Float.NaN), v.compare(LT, Lanes.all(0f))), y, p, i);
    }
  }
}
