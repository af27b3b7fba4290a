package voidscope.simd;

/// Element-wise arithmetic on n floats, or on `rows`×`width` floats row by row. Outputs may be the
/// same arrays as inputs.
public final class Elementwise {
  private static final int L = Lanes.LENGTH;

  /// Edge of the square tile of a transposition.
  private static final int TILE = 16;

  private Elementwise() {}

  /// x = a everywhere; x (n) overwritten.
  public static void fill(int n, float a, float[] x) {
    fill(0, n, a, x);
  }

  /// x = a from..to−1; those elements of x overwritten.
  public static void fill(int from, int to, float a, float[] x) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        x[i] = a;
      }
    } else {
      ElementwiseKernel.fill(from, to, a, x);
    }
  }

  /// out = a·x; out (n) overwritten.
  public static void scale(int n, float a, float[] x, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] * a;
      }
    } else {
      ElementwiseKernel.scale(n, a, x, out);
    }
  }

  /// out = a·x + c; out (n) overwritten.
  public static void affine(int n, float a, float[] x, float c, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.fma(x[i], a, c);
      }
    } else {
      ElementwiseKernel.affine(n, a, x, c, out);
    }
  }

  /// y += a·x; y (n) modified.
  public static void axpy(int n, float a, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Math.fma(x[i], a, y[i]);
      }
    } else {
      ElementwiseKernel.axpy(n, a, x, y);
    }
  }

  /// out = x + y; out (n) overwritten.
  public static void add(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] + y[i];
      }
    } else {
      ElementwiseKernel.add(n, x, y, out);
    }
  }

  /// out = x − y; out (n) overwritten.
  public static void subtract(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] - y[i];
      }
    } else {
      ElementwiseKernel.subtract(n, x, y, out);
    }
  }

  /// out = x·y; out (n) overwritten.
  public static void multiply(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] * y[i];
      }
    } else {
      ElementwiseKernel.multiply(n, x, y, out);
    }
  }

  /// out += x·y; out (n) modified.
  public static void multiplyAdd(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.fma(x[i], y[i], out[i]);
      }
    } else {
      ElementwiseKernel.multiplyAdd(n, x, y, out);
    }
  }

  /// `out[i·width+d]` = `x[i·width+d] + row[d]`; row (width), x (rows×width), out overwritten.
  public static void addRow(int rows, int width, float[] row, float[] x, float[] out) {
    if (width < L) {
      for (int at = 0; at < rows * width; at += width) {
        for (int d = 0; d < width; d++) {
          out[at + d] = x[at + d] + row[d];
        }
      }
    } else {
      ElementwiseKernel.addRow(rows, width, row, x, out);
    }
  }

  /// `out[i·width+d]` = `r[i]·x[i·width+d]`; r (rows), x and out (rows×width), out overwritten.
  public static void rowMultiply(int rows, int width, float[] r, float[] x, float[] out) {
    if (width == 1) {
      multiply(rows, r, x, out);
    } else if (width < L) {
      for (int i = 0; i < rows; i++) {
        float a = r[i];
        for (int p = i * width; p < (i + 1) * width; p++) {
          out[p] = x[p] * a;
        }
      }
    } else {
      ElementwiseKernel.rowMultiply(rows, width, r, x, out);
    }
  }

  /// `out[i·width+d]` += `r[i]·x[i·width+d]`; r (rows), x and out (rows×width), out modified.
  public static void rowMultiplyAdd(int rows, int width, float[] r, float[] x, float[] out) {
    if (width == 1) {
      multiplyAdd(rows, r, x, out);
    } else if (width < L) {
      for (int i = 0; i < rows; i++) {
        float a = r[i];
        for (int p = i * width; p < (i + 1) * width; p++) {
          out[p] = Math.fma(x[p], a, out[p]);
        }
      }
    } else {
      ElementwiseKernel.rowMultiplyAdd(rows, width, r, x, out);
    }
  }

  /// `out[i]` = `Σ_d x[i·width+d]·y[i·width+d]`; x and y (rows×width), out (rows) overwritten. For
  /// a width above 1 out may not be x or y.
  public static void rowDot(int rows, int width, float[] x, float[] y, float[] out) {
    if (width == 1) {
      multiply(rows, x, y, out);
      return;
    }
    for (int i = 0; i < rows; i++) {
      out[i] = Reduce.dot(width, x, i * width, y, i * width);
    }
  }

  /// `out[c·rows+r]` = `x[r·cols+c]`; x (rows×cols), out (cols×rows) overwritten and not x.
  public static void transpose(int rows, int cols, float[] x, float[] out) {
    if (rows == 1 || cols == 1) {
      System.arraycopy(x, 0, out, 0, rows * cols);
      return;
    }
    for (int r0 = 0; r0 < rows; r0 += TILE) {
      int r1 = Math.min(rows, r0 + TILE);
      for (int c0 = 0; c0 < cols; c0 += TILE) {
        int c1 = Math.min(cols, c0 + TILE);
        for (int c = c0; c < c1; c++) {
          for (int r = r0; r < r1; r++) {
            out[c * rows + r] = x[r * cols + c];
          }
        }
      }
    }
  }
}
