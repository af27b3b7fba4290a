package voidscope.simd;

/// Sums in one fixed order: 16 virtual lanes, lane i taking the elements i, i+16, …, added up by a
/// tree with neighbours first; then what is left of the last 16, one after another.
public final class Reduce {
  private static final int L = Lanes.LENGTH;

  private Reduce() {}

  /// Σ x over n floats.
  public static float sum(int n, float[] x) {
    return sum(n, x, 0);
  }

  /// `Σ x[p+i]` over n floats.
  static float sum(int n, float[] x, int p) {
    int whole = n & -Lanes.VIRTUAL;
    float s = whole == 0 ? 0f : sumWhole(p, p + whole, x);
    float rest = 0f;
    for (int i = p + whole; i < p + n; i++) {
      rest += x[i];
    }
    return s + rest;
  }

  private static float sumWhole(int from, int to, float[] x) {
    if (L == 16) {
      return ReduceKernel.sum(from, to, x);
    }
    if (L == 8) {
      return ReduceKernel.sum(from, to, x) + ReduceKernel.sum(from + 8, to, x);
    }
    return (ReduceKernel.sum(from, to, x) + ReduceKernel.sum(from + 4, to, x))
        + (ReduceKernel.sum(from + 8, to, x) + ReduceKernel.sum(from + 12, to, x));
  }

  /// Σ x·y over n floats.
  public static float dot(int n, float[] x, float[] y) {
    return dot(n, x, 0, y, 0);
  }

  /// `Σ x[p+i]·y[q+i]` over n floats.
  static float dot(int n, float[] x, int p, float[] y, int q) {
    int whole = n & -Lanes.VIRTUAL;
    float s = whole == 0 ? 0f : dotWhole(whole, x, p, y, q);
    return s + rest(whole, n, x, p, y, q);
  }

  /// `Σ x[p+i]·y[q+i]` from `from` to n−1, one after another.
  static float rest(int from, int n, float[] x, int p, float[] y, int q) {
    float s = 0f;
    for (int i = from; i < n; i++) {
      s = Math.fma(x[p + i], y[q + i], s);
    }
    return s;
  }

  private static float dotWhole(int n, float[] x, int p, float[] y, int q) {
    if (L == 16) {
      return ReduceKernel.dot(n, x, p, y, q, 0);
    }
    if (L == 8) {
      return ReduceKernel.dot(n, x, p, y, q, 0) + ReduceKernel.dot(n, x, p, y, q, 8);
    }
    return (ReduceKernel.dot(n, x, p, y, q, 0) + ReduceKernel.dot(n, x, p, y, q, 4))
        + (ReduceKernel.dot(n, x, p, y, q, 8) + ReduceKernel.dot(n, x, p, y, q, 12));
  }

  /// `out[c]` = `Σ_r x[r·cols+c]`, rows in order; x (rows×cols), out (cols) overwritten and not x.
  /// A single column is summed as [#sum] does.
  public static void columnSum(int rows, int cols, float[] x, float[] out) {
    if (cols == 1) {
      out[0] = sum(rows, x);
    } else if (cols < L) {
      narrow(rows, cols, x, out);
    } else {
      ReduceKernel.columnSum(rows, cols, x, out);
    }
  }

  /// Four columns at once, as a sum waits for itself; where less are left, some of the four are the
  /// same.
  private static void narrow(int rows, int cols, float[] x, float[] out) {
    for (int c = 0; c < cols; c += 4) {
      int second = Math.min(c + 1, cols - 1);
      int third = Math.min(c + 2, cols - 1);
      int fourth = Math.min(c + 3, cols - 1);
      float s0 = 0f;
      float s1 = 0f;
      float s2 = 0f;
      float s3 = 0f;
      for (int at = 0; at < rows * cols; at += cols) {
        s0 += x[at + c];
        s1 += x[at + second];
        s2 += x[at + third];
        s3 += x[at + fourth];
      }
      out[c] = s0;
      out[second] = s1;
      out[third] = s2;
      out[fourth] = s3;
    }
  }

  /// Of the n floats from x(from) on, n at least 1: `out[0]` = its mean, `out[1]`, `out[2]`,
  /// `out[3]` = Σd², Σd³, Σd⁴ of the deviations d from that mean, in double precision; out (4)
  /// overwritten.
  public static void centralMoments(int n, float[] x, int from, double[] out) {
    Moments.compute(n, x, from, out);
  }
}
