package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [Product]. All calls are to the vectors themselves: a method of this size does not
/// get helpers inlined. What comes out of a loop is an argument, not a receiver: its exact type is
/// lost there, and a call on it would be virtual. A matrix is read in whole vectors, as masked
/// loads that reach past the end of an array even once make a loop four times slower from then on.
final class ProductKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;
  private static final int V = Lanes.VIRTUAL;

  private ProductKernel() {}

  /// Four rows of C, four vectors wide: c(r + i·n + j) += Σₗ a(p + i·row + l·step)·b(q + l·down +
  /// j).
  ///
  /// @param last where the last vector begins, which may overlap the one before; the columns of
  ///   that one are left alone
  static void fourByFour(
      int k,
      int n,
      int last,
      float[] a,
      int p,
      int row,
      int step,
      float[] b,
      int q,
      int down,
      float[] c,
      int r) {
    FloatVector zero = FloatVector.broadcast(S, 0f);
    FloatVector s00 = FloatVector.fromArray(S, c, r);
    FloatVector s01 = FloatVector.fromArray(S, c, r + L);
    FloatVector s02 = FloatVector.fromArray(S, c, r + 2 * L);
    FloatVector s03 = FloatVector.fromArray(S, c, r + last);
    FloatVector s10 = FloatVector.fromArray(S, c, r + n);
    FloatVector s11 = FloatVector.fromArray(S, c, r + n + L);
    FloatVector s12 = FloatVector.fromArray(S, c, r + n + 2 * L);
    FloatVector s13 = FloatVector.fromArray(S, c, r + n + last);
    FloatVector s20 = FloatVector.fromArray(S, c, r + 2 * n);
    FloatVector s21 = FloatVector.fromArray(S, c, r + 2 * n + L);
    FloatVector s22 = FloatVector.fromArray(S, c, r + 2 * n + 2 * L);
    FloatVector s23 = FloatVector.fromArray(S, c, r + 2 * n + last);
    FloatVector s30 = FloatVector.fromArray(S, c, r + 3 * n);
    FloatVector s31 = FloatVector.fromArray(S, c, r + 3 * n + L);
    FloatVector s32 = FloatVector.fromArray(S, c, r + 3 * n + 2 * L);
    FloatVector s33 = FloatVector.fromArray(S, c, r + 3 * n + last);
    int x = p;
    int y = q;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(S, b, y);
      FloatVector b1 = FloatVector.fromArray(S, b, y + L);
      FloatVector b2 = FloatVector.fromArray(S, b, y + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, y + last);
      FloatVector a0 = FloatVector.broadcast(S, a[x]);
      s00 = b0.fma(a0, s00);
      s01 = b1.fma(a0, s01);
      s02 = b2.fma(a0, s02);
      s03 = b3.fma(a0, s03);
      FloatVector a1 = FloatVector.broadcast(S, a[x + row]);
      s10 = b0.fma(a1, s10);
      s11 = b1.fma(a1, s11);
      s12 = b2.fma(a1, s12);
      s13 = b3.fma(a1, s13);
      FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * row]);
      s20 = b0.fma(a2, s20);
      s21 = b1.fma(a2, s21);
      s22 = b2.fma(a2, s22);
      s23 = b3.fma(a2, s23);
      FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * row]);
      s30 = b0.fma(a3, s30);
      s31 = b1.fma(a3, s31);
      s32 = b2.fma(a3, s32);
      s33 = b3.fma(a3, s33);
      x += step;
      y += down;
    }
    VectorMask<Float> fresh = Lanes.IOTA.compare(GE, (float) (3 * L - last));
    zero.add(s00).intoArray(c, r);
    zero.add(s01).intoArray(c, r + L);
    zero.add(s02).intoArray(c, r + 2 * L);
    FloatVector.fromArray(S, c, r + last).blend(s03, fresh).intoArray(c, r + last);
    zero.add(s10).intoArray(c, r + n);
    zero.add(s11).intoArray(c, r + n + L);
    zero.add(s12).intoArray(c, r + n + 2 * L);
    FloatVector.fromArray(S, c, r + n + last).blend(s13, fresh).intoArray(c, r + n + last);
    zero.add(s20).intoArray(c, r + 2 * n);
    zero.add(s21).intoArray(c, r + 2 * n + L);
    zero.add(s22).intoArray(c, r + 2 * n + 2 * L);
    FloatVector.fromArray(S, c, r + 2 * n + last).blend(s23, fresh).intoArray(c, r + 2 * n + last);
    zero.add(s30).intoArray(c, r + 3 * n);
    zero.add(s31).intoArray(c, r + 3 * n + L);
    zero.add(s32).intoArray(c, r + 3 * n + 2 * L);
    FloatVector.fromArray(S, c, r + 3 * n + last).blend(s33, fresh).intoArray(c, r + 3 * n + last);
  }

  /// The same, three vectors wide.
  static void fourByThree(
      int k,
      int n,
      int last,
      float[] a,
      int p,
      int row,
      int step,
      float[] b,
      int q,
      int down,
      float[] c,
      int r) {
    FloatVector zero = FloatVector.broadcast(S, 0f);
    FloatVector s00 = FloatVector.fromArray(S, c, r);
    FloatVector s01 = FloatVector.fromArray(S, c, r + L);
    FloatVector s02 = FloatVector.fromArray(S, c, r + last);
    FloatVector s10 = FloatVector.fromArray(S, c, r + n);
    FloatVector s11 = FloatVector.fromArray(S, c, r + n + L);
    FloatVector s12 = FloatVector.fromArray(S, c, r + n + last);
    FloatVector s20 = FloatVector.fromArray(S, c, r + 2 * n);
    FloatVector s21 = FloatVector.fromArray(S, c, r + 2 * n + L);
    FloatVector s22 = FloatVector.fromArray(S, c, r + 2 * n + last);
    FloatVector s30 = FloatVector.fromArray(S, c, r + 3 * n);
    FloatVector s31 = FloatVector.fromArray(S, c, r + 3 * n + L);
    FloatVector s32 = FloatVector.fromArray(S, c, r + 3 * n + last);
    int x = p;
    int y = q;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(S, b, y);
      FloatVector b1 = FloatVector.fromArray(S, b, y + L);
      FloatVector b2 = FloatVector.fromArray(S, b, y + last);
      FloatVector a0 = FloatVector.broadcast(S, a[x]);
      s00 = b0.fma(a0, s00);
      s01 = b1.fma(a0, s01);
      s02 = b2.fma(a0, s02);
      FloatVector a1 = FloatVector.broadcast(S, a[x + row]);
      s10 = b0.fma(a1, s10);
      s11 = b1.fma(a1, s11);
      s12 = b2.fma(a1, s12);
      FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * row]);
      s20 = b0.fma(a2, s20);
      s21 = b1.fma(a2, s21);
      s22 = b2.fma(a2, s22);
      FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * row]);
      s30 = b0.fma(a3, s30);
      s31 = b1.fma(a3, s31);
      s32 = b2.fma(a3, s32);
      x += step;
      y += down;
    }
    VectorMask<Float> fresh = Lanes.IOTA.compare(GE, (float) (2 * L - last));
    zero.add(s00).intoArray(c, r);
    zero.add(s01).intoArray(c, r + L);
    FloatVector.fromArray(S, c, r + last).blend(s02, fresh).intoArray(c, r + last);
    zero.add(s10).intoArray(c, r + n);
    zero.add(s11).intoArray(c, r + n + L);
    FloatVector.fromArray(S, c, r + n + last).blend(s12, fresh).intoArray(c, r + n + last);
    zero.add(s20).intoArray(c, r + 2 * n);
    zero.add(s21).intoArray(c, r + 2 * n + L);
    FloatVector.fromArray(S, c, r + 2 * n + last).blend(s22, fresh).intoArray(c, r + 2 * n + last);
    zero.add(s30).intoArray(c, r + 3 * n);
    zero.add(s31).intoArray(c, r + 3 * n + L);
    FloatVector.fromArray(S, c, r + 3 * n + last).blend(s32, fresh).intoArray(c, r + 3 * n + last);
  }

  /// The same, two vectors wide.
  static void fourByTwo(
      int k,
      int n,
      int last,
      float[] a,
      int p,
      int row,
      int step,
      float[] b,
      int q,
      int down,
      float[] c,
      int r) {
    FloatVector zero = FloatVector.broadcast(S, 0f);
    FloatVector s00 = FloatVector.fromArray(S, c, r);
    FloatVector s01 = FloatVector.fromArray(S, c, r + last);
    FloatVector s10 = FloatVector.fromArray(S, c, r + n);
    FloatVector s11 = FloatVector.fromArray(S, c, r + n + last);
    FloatVector s20 = FloatVector.fromArray(S, c, r + 2 * n);
    FloatVector s21 = FloatVector.fromArray(S, c, r + 2 * n + last);
    FloatVector s30 = FloatVector.fromArray(S, c, r + 3 * n);
    FloatVector s31 = FloatVector.fromArray(S, c, r + 3 * n + last);
    int x = p;
    int y = q;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(S, b, y);
      FloatVector b1 = FloatVector.fromArray(S, b, y + last);
      FloatVector a0 = FloatVector.broadcast(S, a[x]);
      s00 = b0.fma(a0, s00);
      s01 = b1.fma(a0, s01);
      FloatVector a1 = FloatVector.broadcast(S, a[x + row]);
      s10 = b0.fma(a1, s10);
      s11 = b1.fma(a1, s11);
      FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * row]);
      s20 = b0.fma(a2, s20);
      s21 = b1.fma(a2, s21);
      FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * row]);
      s30 = b0.fma(a3, s30);
      s31 = b1.fma(a3, s31);
      x += step;
      y += down;
    }
    VectorMask<Float> fresh = Lanes.IOTA.compare(GE, (float) (L - last));
    zero.add(s00).intoArray(c, r);
    FloatVector.fromArray(S, c, r + last).blend(s01, fresh).intoArray(c, r + last);
    zero.add(s10).intoArray(c, r + n);
    FloatVector.fromArray(S, c, r + n + last).blend(s11, fresh).intoArray(c, r + n + last);
    zero.add(s20).intoArray(c, r + 2 * n);
    FloatVector.fromArray(S, c, r + 2 * n + last).blend(s21, fresh).intoArray(c, r + 2 * n + last);
    zero.add(s30).intoArray(c, r + 3 * n);
    FloatVector.fromArray(S, c, r + 3 * n + last).blend(s31, fresh).intoArray(c, r + 3 * n + last);
  }

  /// The same, one vector wide.
  static void fourByOne(
      int k,
      int n,
      int last,
      float[] a,
      int p,
      int row,
      int step,
      float[] b,
      int q,
      int down,
      float[] c,
      int r) {
    FloatVector s00 = FloatVector.fromArray(S, c, r + last);
    FloatVector s10 = FloatVector.fromArray(S, c, r + n + last);
    FloatVector s20 = FloatVector.fromArray(S, c, r + 2 * n + last);
    FloatVector s30 = FloatVector.fromArray(S, c, r + 3 * n + last);
    int x = p;
    int y = q;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(S, b, y + last);
      FloatVector a0 = FloatVector.broadcast(S, a[x]);
      s00 = b0.fma(a0, s00);
      FloatVector a1 = FloatVector.broadcast(S, a[x + row]);
      s10 = b0.fma(a1, s10);
      FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * row]);
      s20 = b0.fma(a2, s20);
      FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * row]);
      s30 = b0.fma(a3, s30);
      x += step;
      y += down;
    }
    VectorMask<Float> fresh = Lanes.IOTA.compare(GE, (float) -last);
    FloatVector.fromArray(S, c, r + last).blend(s00, fresh).intoArray(c, r + last);
    FloatVector.fromArray(S, c, r + n + last).blend(s10, fresh).intoArray(c, r + n + last);
    FloatVector.fromArray(S, c, r + 2 * n + last).blend(s20, fresh).intoArray(c, r + 2 * n + last);
    FloatVector.fromArray(S, c, r + 3 * n + last).blend(s30, fresh).intoArray(c, r + 3 * n + last);
  }

  /// One row of C, n wide, at least a vector.
  static void oneRow(
      int k, int n, float[] a, int p, int step, float[] b, int q, int down, float[] c, int r) {
    for (int j = 0; j < n; j += L) {
      int at = Math.min(j, n - L);
      FloatVector s = FloatVector.fromArray(S, c, r + at);
      for (int l = 0; l < k; l++) {
        s =
            FloatVector.fromArray(S, b, q + l * down + at)
                .fma(FloatVector.broadcast(S, a[p + l * step]), s);
      }
      FloatVector.fromArray(S, c, r + at)
          .blend(s, Lanes.IOTA.compare(GE, (float) (j - at)))
          .intoArray(c, r + at);
    }
  }

  /// Up to four rows of C that are narrower than a vector. Whole vectors are read, past the rows'
  /// ends, and only the rows themselves written.
  ///
  /// @param rows from 1 on; less than four are worked on as four, of which some are the same
  /// @param n columns of C
  /// @param stride what the index of C grows by from one row to the next
  static void fourNarrow(
      int k,
      int rows,
      int n,
      int stride,
      float[] a,
      int p,
      int row,
      int step,
      float[] b,
      int q,
      int down,
      float[] c,
      int r) {
    int second = Math.min(1, rows - 1);
    int third = Math.min(2, rows - 1);
    int fourth = Math.min(3, rows - 1);
    int r1 = r + second * stride;
    int r2 = r + third * stride;
    int r3 = r + fourth * stride;
    FloatVector s0 = FloatVector.fromArray(S, c, r);
    FloatVector s1 = FloatVector.fromArray(S, c, r1);
    FloatVector s2 = FloatVector.fromArray(S, c, r2);
    FloatVector s3 = FloatVector.fromArray(S, c, r3);
    int x0 = p;
    int x1 = p + second * row;
    int x2 = p + third * row;
    int x3 = p + fourth * row;
    int y = q;
    for (int l = 0; l < k; l++) {
      FloatVector b0 = FloatVector.fromArray(S, b, y);
      s0 = b0.fma(FloatVector.broadcast(S, a[x0]), s0);
      s1 = b0.fma(FloatVector.broadcast(S, a[x1]), s1);
      s2 = b0.fma(FloatVector.broadcast(S, a[x2]), s2);
      s3 = b0.fma(FloatVector.broadcast(S, a[x3]), s3);
      x0 += step;
      x1 += step;
      x2 += step;
      x3 += step;
      y += down;
    }
    VectorMask<Float> own = Lanes.IOTA.compare(LT, (float) n);
    FloatVector zero = FloatVector.broadcast(S, 0f);
    zero.blend(s0, own).intoArray(c, r, own);
    zero.blend(s1, own).intoArray(c, r1, own);
    zero.blend(s2, own).intoArray(c, r2, own);
    zero.blend(s3, own).intoArray(c, r3, own);
  }

  /// One row of C that is narrower than a vector, in the same way.
  static void oneNarrow(
      int k, int n, float[] a, int p, int step, float[] b, int q, int down, float[] c, int r) {
    FloatVector s = FloatVector.fromArray(S, c, r);
    for (int l = 0; l < k; l++) {
      s =
          FloatVector.fromArray(S, b, q + l * down)
              .fma(FloatVector.broadcast(S, a[p + l * step]), s);
    }
    VectorMask<Float> own = Lanes.IOTA.compare(LT, (float) n);
    FloatVector.broadcast(S, 0f).blend(s, own).intoArray(c, r, own);
  }

  /// The lanes `first` and following of the virtual register, added up; k at least 16.
  static float dot(int k, float[] a, int p, float[] b, int q, int first) {
    int whole = k & -V;
    FloatVector zero = FloatVector.broadcast(S, 0f);
    FloatVector s = zero;
    for (int l = first; l < whole; l += V) {
      s = FloatVector.fromArray(S, a, p + l).fma(FloatVector.fromArray(S, b, q + l), s);
    }
    if (whole < k) {
      int l = k - V + first;
      VectorMask<Float> rest = Lanes.IOTA.compare(GE, (float) (whole - l));
      s =
          zero.blend(FloatVector.fromArray(S, a, p + l), rest)
              .fma(FloatVector.fromArray(S, b, q + l), s);
    }
    return Lanes.fold(s);
  }
}
