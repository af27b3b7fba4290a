package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Row-major matrix products. Each element is one chain of fused multiply-adds in the order of the
/// inner index.
public final class Matrix {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private Matrix() {}

  /// c = a·b; a (m×k), b (k×n), c (m×n) overwritten and neither a nor b.
  public static void multiply(int m, int k, int n, float[] a, float[] b, float[] c) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      fourRows(i, k, n, a, b, c);
    }
    for (; i < m; i++) {
      oneRow(i, k, n, a, b, c);
    }
  }

  private static void fourRows(int i, int k, int n, float[] a, float[] b, float[] c) {
    int p = i * k;
    for (int j = 0; j < n; j += L) {
      VectorMask<Float> mask = S.indexInRange(j, n);
      FloatVector s0 = FloatVector.zero(S);
      FloatVector s1 = FloatVector.zero(S);
      FloatVector s2 = FloatVector.zero(S);
      FloatVector s3 = FloatVector.zero(S);
      for (int l = 0; l < k; l++) {
        FloatVector row = FloatVector.fromArray(S, b, l * n + j, mask);
        s0 = row.fma(FloatVector.broadcast(S, a[p + l]), s0);
        s1 = row.fma(FloatVector.broadcast(S, a[p + k + l]), s1);
        s2 = row.fma(FloatVector.broadcast(S, a[p + 2 * k + l]), s2);
        s3 = row.fma(FloatVector.broadcast(S, a[p + 3 * k + l]), s3);
      }
      s0.intoArray(c, i * n + j, mask);
      s1.intoArray(c, (i + 1) * n + j, mask);
      s2.intoArray(c, (i + 2) * n + j, mask);
      s3.intoArray(c, (i + 3) * n + j, mask);
    }
  }

  private static void oneRow(int i, int k, int n, float[] a, float[] b, float[] c) {
    for (int j = 0; j < n; j += L) {
      VectorMask<Float> mask = S.indexInRange(j, n);
      FloatVector s = FloatVector.zero(S);
      for (int l = 0; l < k; l++) {
        s =
            FloatVector.fromArray(S, b, l * n + j, mask)
                .fma(FloatVector.broadcast(S, a[i * k + l]), s);
      }
      s.intoArray(c, i * n + j, mask);
    }
  }
}
