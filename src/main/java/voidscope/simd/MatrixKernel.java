package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Matrix] for a result of at least a vector's width.
final class MatrixKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private MatrixKernel() {}

  static void fourRows(int i, int k, int n, float[] a, float[] b, float[] c) {
    int p = i * k;
    for (int col = 0; col < n; col += L) {
      int j = Math.min(col, n - L);
      FloatVector s0 = Lanes.all(0f);
      FloatVector s1 = Lanes.all(0f);
      FloatVector s2 = Lanes.all(0f);
      FloatVector s3 = Lanes.all(0f);
      for (int l = 0; l < k; l++) {
        FloatVector row = FloatVector.fromArray(S, b, l * n + j);
        s0 = row.fma(Lanes.all(a[p + l]), s0);
        s1 = row.fma(Lanes.all(a[p + k + l]), s1);
        s2 = row.fma(Lanes.all(a[p + 2 * k + l]), s2);
        s3 = row.fma(Lanes.all(a[p + 3 * k + l]), s3);
      }
      Lanes.all(0f).add(s0).intoArray(c, i * n + j);
      Lanes.all(0f).add(s1).intoArray(c, (i + 1) * n + j);
      Lanes.all(0f).add(s2).intoArray(c, (i + 2) * n + j);
      Lanes.all(0f).add(s3).intoArray(c, (i + 3) * n + j);
    }
  }

  static void oneRow(int i, int k, int n, float[] a, float[] b, float[] c) {
    for (int col = 0; col < n; col += L) {
      int j = Math.min(col, n - L);
      FloatVector s = Lanes.all(0f);
      for (int l = 0; l < k; l++) {
        s = FloatVector.fromArray(S, b, l * n + j).fma(Lanes.all(a[i * k + l]), s);
      }
      Lanes.all(0f).add(s).intoArray(c, i * n + j);
    }
  }
}
