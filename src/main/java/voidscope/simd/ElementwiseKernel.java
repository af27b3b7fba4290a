package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Elementwise] for at least a vector of elements, or rows of at least a vector.
final class ElementwiseKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ElementwiseKernel() {}

  static void fill(int from, int to, float a, float[] x) {
    FloatVector v = Lanes.all(a);
    for (int i = from; i < to; i += L) {
      v.intoArray(x, Math.min(i, to - L));
    }
  }

  static void scale(int n, float a, float[] x, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).mul(Lanes.all(a)), out, p, i);
    }
  }

  static void affine(int n, float a, float[] x, float c, float[] out) {
    FloatVector v = Lanes.all(a);
    FloatVector w = Lanes.all(c);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).fma(v, w), out, p, i);
    }
  }

  static void axpy(int n, float a, float[] x, float[] y) {
    FloatVector v = Lanes.all(a);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector o = FloatVector.fromArray(S, y, p);
      Lanes.store(FloatVector.fromArray(S, x, p).fma(v, o), y, p, i);
    }
  }

  static void add(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).add(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void subtract(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).sub(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void multiply(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      Lanes.store(FloatVector.fromArray(S, x, p).mul(FloatVector.fromArray(S, y, p)), out, p, i);
    }
  }

  static void multiplyAdd(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector o = FloatVector.fromArray(S, out, p);
      Lanes.store(FloatVector.fromArray(S, x, p).fma(FloatVector.fromArray(S, y, p), o), out, p, i);
    }
  }

  static void addRow(int rows, int width, float[] row, float[] x, float[] out) {
    for (int at = 0; at < rows * width; at += width) {
      for (int d = 0; d < width; d += L) {
        int p = Math.min(d, width - L);
        FloatVector v = FloatVector.fromArray(S, x, at + p);
        Lanes.store(v.add(FloatVector.fromArray(S, row, p)), out, at + p, at + d);
      }
    }
  }

  static void rowMultiply(int rows, int width, float[] r, float[] x, float[] out) {
    for (int i = 0; i < rows; i++) {
      FloatVector a = Lanes.all(r[i]);
      int end = (i + 1) * width;
      for (int d = i * width; d < end; d += L) {
        int p = Math.min(d, end - L);
        Lanes.store(FloatVector.fromArray(S, x, p).mul(a), out, p, d);
      }
    }
  }

  static void rowMultiplyAdd(int rows, int width, float[] r, float[] x, float[] out) {
    for (int i = 0; i < rows; i++) {
      FloatVector a = Lanes.all(r[i]);
      int end = (i + 1) * width;
      for (int d = i * width; d < end; d += L) {
        int p = Math.min(d, end - L);
        FloatVector o = FloatVector.fromArray(S, out, p);
        Lanes.store(FloatVector.fromArray(S, x, p).fma(a, o), out, p, d);
      }
    }
  }
}
