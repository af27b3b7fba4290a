package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The part of [Reduce] that is made of whole virtual registers.
final class ReduceKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ReduceKernel() {}

  static float sum(int from, int to, float[] x) {
    if (L == 16) {
      return sumLanes(from, to, x);
    }
    if (L == 8) {
      return sumLanes(from, to, x) + sumLanes(from + 8, to, x);
    }
    return (sumLanes(from, to, x) + sumLanes(from + 4, to, x))
        + (sumLanes(from + 8, to, x) + sumLanes(from + 12, to, x));
  }

  private static float sumLanes(int from, int to, float[] x) {
    FloatVector a = FloatVector.zero(S);
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      a = a.add(FloatVector.fromArray(S, x, i));
    }
    return Lanes.fold(a);
  }

  static float dot(int n, float[] x, int p, float[] y, int q) {
    if (L == 16) {
      return dotLanes(n, x, p, y, q, 0);
    }
    if (L == 8) {
      return dotLanes(n, x, p, y, q, 0) + dotLanes(n, x, p, y, q, 8);
    }
    return (dotLanes(n, x, p, y, q, 0) + dotLanes(n, x, p, y, q, 4))
        + (dotLanes(n, x, p, y, q, 8) + dotLanes(n, x, p, y, q, 12));
  }

  private static float dotLanes(int n, float[] x, int p, float[] y, int q, int first) {
    FloatVector a = FloatVector.zero(S);
    for (int i = first; i < n; i += Lanes.VIRTUAL) {
      a = FloatVector.fromArray(S, x, p + i).fma(FloatVector.fromArray(S, y, q + i), a);
    }
    return Lanes.fold(a);
  }

  static void columnSum(int rows, int cols, float[] x, float[] out) {
    for (int c = 0; c < cols; c += L) {
      int p = Math.min(c, cols - L);
      FloatVector a = FloatVector.zero(S);
      for (int r = 0; r < rows; r++) {
        a = a.add(FloatVector.fromArray(S, x, r * cols + p));
      }
      a.intoArray(out, p);
    }
  }
}
