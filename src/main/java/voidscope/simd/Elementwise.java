package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Element-wise arithmetic on n floats, or on `rows`×`width` floats row by row. Outputs may be the
/// same arrays as inputs.
public final class Elementwise {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  /// Edge of the square tile of a transposition.
  private static final int TILE = 16;

  private Elementwise() {}

  /// x = a everywhere; x (n) overwritten.
  public static void fill(int n, float a, float[] x) {
    FloatVector v = FloatVector.broadcast(S, a);
    for (int i = 0; i < n; i += L) {
      v.intoArray(x, i, S.indexInRange(i, n));
    }
  }

  /// out = a·x; out (n) overwritten.
  public static void scale(int n, float a, float[] x, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m).mul(a).intoArray(out, i, m);
    }
  }

  /// out = a·x + c; out (n) overwritten.
  public static void affine(int n, float a, float[] x, float c, float[] out) {
    FloatVector v = FloatVector.broadcast(S, a);
    FloatVector w = FloatVector.broadcast(S, c);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m).fma(v, w).intoArray(out, i, m);
    }
  }

  /// Adds a row to every row of x; row (width), x and out (rows×width), out overwritten.
  public static void addRow(int rows, int width, float[] row, float[] x, float[] out) {
    for (int i = 0; i < rows; i++) {
      int end = (i + 1) * width;
      for (int p = i * width, d = 0; p < end; p += L, d += L) {
        VectorMask<Float> m = S.indexInRange(p, end);
        FloatVector.fromArray(S, x, p, m)
            .add(FloatVector.fromArray(S, row, d, m))
            .intoArray(out, p, m);
      }
    }
  }

  /// y += a·x; y (n) modified.
  public static void axpy(int n, float a, float[] x, float[] y) {
    FloatVector v = FloatVector.broadcast(S, a);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m)
          .fma(v, FloatVector.fromArray(S, y, i, m))
          .intoArray(y, i, m);
    }
  }

  /// out = x + y; out (n) overwritten.
  public static void add(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m).add(FloatVector.fromArray(S, y, i, m)).intoArray(out, i, m);
    }
  }

  /// out = x − y; out (n) overwritten.
  public static void subtract(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m).sub(FloatVector.fromArray(S, y, i, m)).intoArray(out, i, m);
    }
  }

  /// out = x·y; out (n) overwritten.
  public static void multiply(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m).mul(FloatVector.fromArray(S, y, i, m)).intoArray(out, i, m);
    }
  }

  /// out += x·y; out (n) modified.
  public static void multiplyAdd(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector o = FloatVector.fromArray(S, out, i, m);
      FloatVector.fromArray(S, x, i, m)
          .fma(FloatVector.fromArray(S, y, i, m), o)
          .intoArray(out, i, m);
    }
  }

  /// `out[i·width+d]` = `r[i]·x[i·width+d]`; r (rows), x and out (rows×width), out overwritten.
  public static void rowMultiply(int rows, int width, float[] r, float[] x, float[] out) {
    if (width == 1) {
      multiply(rows, r, x, out);
      return;
    }
    for (int i = 0; i < rows; i++) {
      float a = r[i];
      int end = (i + 1) * width;
      for (int p = i * width; p < end; p += L) {
        VectorMask<Float> m = S.indexInRange(p, end);
        FloatVector.fromArray(S, x, p, m).mul(a).intoArray(out, p, m);
      }
    }
  }

  /// `out[i·width+d]` += `r[i]·x[i·width+d]`; r (rows), x and out (rows×width), out modified.
  public static void rowMultiplyAdd(int rows, int width, float[] r, float[] x, float[] out) {
    if (width == 1) {
      multiplyAdd(rows, r, x, out);
      return;
    }
    for (int i = 0; i < rows; i++) {
      FloatVector a = FloatVector.broadcast(S, r[i]);
      int end = (i + 1) * width;
      for (int p = i * width; p < end; p += L) {
        VectorMask<Float> m = S.indexInRange(p, end);
        FloatVector o = FloatVector.fromArray(S, out, p, m);
        FloatVector.fromArray(S, x, p, m).fma(a, o).intoArray(out, p, m);
      }
    }
  }

  /// `out[i]` = `Σ_d x[i·width+d]·y[i·width+d]`; x and y (rows×width), out (rows) overwritten. For
  /// a width above 1 out may not be x or y.
  public static void rowDot(int rows, int width, float[] x, float[] y, float[] out) {
    if (width == 1) {
      multiply(rows, x, y, out);
    } else if (width < Lanes.VIRTUAL) {
      for (int i = 0; i < rows; i++) {
        float s = 0f;
        for (int p = i * width; p < (i + 1) * width; p++) {
          s = Math.fma(x[p], y[p], s);
        }
        out[i] = s;
      }
    } else {
      for (int i = 0; i < rows; i++) {
        out[i] = Reduce.dot(width, x, i * width, y, i * width);
      }
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
