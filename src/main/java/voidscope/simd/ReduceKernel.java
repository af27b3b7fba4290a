package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The part of [Reduce] that is made of whole virtual registers.
final class ReduceKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ReduceKernel() {}

  static float sum(int from, int to, float[] x) {
    FloatVector a = Lanes.all(0f);
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      a = FloatVector.fromArray(S, x, i).add(a);
    }
    return Lanes.fold(a);
  }

  static float dot(int n, float[] x, int p, float[] y, int q, int first) {
    FloatVector a = Lanes.all(0f);
    for (int i = first; i < n; i += Lanes.VIRTUAL) {
      a = FloatVector.fromArray(S, x, p + i).fma(FloatVector.fromArray(S, y, q + i), a);
    }
    return Lanes.fold(a);
  }

  static void columnSum(int rows, int cols, float[] x, float[] out) {
    for (int c = 0; c < cols; c += L) {
      int p = Math.min(c, cols - L);
      FloatVector a = Lanes.all(0f);
      for (int r = 0; r < rows; r++) {
        a = FloatVector.fromArray(S, x, r * cols + p).add(a);
      }
      Lanes.all(0f).add(a).intoArray(out, p);
    }
  }
}
