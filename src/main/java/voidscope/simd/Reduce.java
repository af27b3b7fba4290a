package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Sums in one fixed order: 16 virtual lanes, lane i taking the elements i, i+16, …, then a tree
/// with neighbours first.
public final class Reduce {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private Reduce() {}

  /// Σ x over n floats.
  public static float sum(int n, float[] x) {
    return sum(n, x, 0);
  }

  /// `Σ x[p+i]` over n floats.
  static float sum(int n, float[] x, int p) {
    if (L == 16) {
      return sumLanes(n, x, p, 0);
    }
    if (L == 8) {
      return sumLanes(n, x, p, 0) + sumLanes(n, x, p, 8);
    }
    return (sumLanes(n, x, p, 0) + sumLanes(n, x, p, 4))
        + (sumLanes(n, x, p, 8) + sumLanes(n, x, p, 12));
  }

  private static float sumLanes(int n, float[] x, int p, int first) {
    FloatVector a = FloatVector.zero(S);
    for (int i = first; i < n; i += Lanes.VIRTUAL) {
      a = a.add(FloatVector.fromArray(S, x, p + i, S.indexInRange(i, n)));
    }
    return Lanes.fold(a);
  }

  /// Σ x·y over n floats.
  public static float dot(int n, float[] x, float[] y) {
    return dot(n, x, 0, y, 0);
  }

  /// `Σ x[p+i]·y[q+i]` over n floats.
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
      VectorMask<Float> m = S.indexInRange(i, n);
      a = FloatVector.fromArray(S, x, p + i, m).fma(FloatVector.fromArray(S, y, q + i, m), a);
    }
    return Lanes.fold(a);
  }

  /// `out[c]` = Σ_r `x[r·cols+c]`, rows in order; x (rows×cols), out (cols) overwritten and not x.
  /// A single column is summed as [#sum] does.
  public static void columnSum(int rows, int cols, float[] x, float[] out) {
    if (cols == 1) {
      out[0] = sum(rows, x);
      return;
    }
    for (int c = 0; c < cols; c += L) {
      VectorMask<Float> m = S.indexInRange(c, cols);
      FloatVector a = FloatVector.zero(S);
      for (int r = 0; r < rows; r++) {
        a = a.add(FloatVector.fromArray(S, x, r * cols + c, m));
      }
      a.intoArray(out, c, m);
    }
  }

  /// Of the n floats from x(from) on, n at least 1: `out[0]` = its mean, `out[1]`, `out[2]`,
  /// `out[3]` = Σd², Σd³, Σd⁴ of the deviations d from that mean, in double precision; out (4)
  /// overwritten.
  public static void centralMoments(int n, float[] x, int from, double[] out) {
    CentralMoments.compute(n, x, from, out);
  }
}
