package voidscope.simd;

/// Row-major matrix products. Each element is one chain of fused multiply-adds in the order of the
/// inner index.
public final class Matrix {
  private static final int L = Lanes.LENGTH;

  private Matrix() {}

  /// c = a·b; a (m×k), b (k×n), c (m×n) overwritten and neither a nor b.
  public static void multiply(int m, int k, int n, float[] a, float[] b, float[] c) {
    if (n < L) {
      narrow(m, k, n, a, b, c);
      return;
    }
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      MatrixKernel.fourRows(i, k, n, a, b, c);
    }
    for (; i < m; i++) {
      MatrixKernel.oneRow(i, k, n, a, b, c);
    }
  }

  private static void narrow(int m, int k, int n, float[] a, float[] b, float[] c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float s = 0f;
        for (int l = 0; l < k; l++) {
          s = Math.fma(b[l * n + j], a[i * k + l], s);
        }
        c[i * n + j] = s;
      }
    }
  }
}
