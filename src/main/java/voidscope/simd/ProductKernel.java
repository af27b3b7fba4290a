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

  /// Which lanes of two registers come first and last where the two are dealt out in turn.
  private static final FloatVector FIRST = dealt(0);

  private static final FloatVector LAST = dealt(L / 2);

  /// Which lanes of two registers are the left and the right of each pair of neighbours.
  private static final FloatVector LEFT = FloatVector.broadcast(S, 0f).addIndex(2);

  private static final FloatVector RIGHT = FloatVector.broadcast(S, 1f).addIndex(2);

  private ProductKernel() {}

  private static FloatVector dealt(int from) {
    float[] lanes = new float[L];
    for (int i = 0; i < L; i++) {
      lanes[i] = from + i / 2 + i % 2 * L;
    }
    return FloatVector.fromArray(S, lanes, 0);
  }

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

  /// Transposes 16×16 numbers, for registers of 16 lanes: y(t + j·to + i) = x(s + i·from + j). The
  /// registers' halves are dealt out four times, as a perfect shuffle of 256 cards.
  static void transpose(float[] x, int s, int from, float[] y, int t, int to) {
    FloatVector a0 = FloatVector.fromArray(S, x, s);
    FloatVector a1 = FloatVector.fromArray(S, x, s + 1 * from);
    FloatVector a2 = FloatVector.fromArray(S, x, s + 2 * from);
    FloatVector a3 = FloatVector.fromArray(S, x, s + 3 * from);
    FloatVector a4 = FloatVector.fromArray(S, x, s + 4 * from);
    FloatVector a5 = FloatVector.fromArray(S, x, s + 5 * from);
    FloatVector a6 = FloatVector.fromArray(S, x, s + 6 * from);
    FloatVector a7 = FloatVector.fromArray(S, x, s + 7 * from);
    FloatVector a8 = FloatVector.fromArray(S, x, s + 8 * from);
    FloatVector a9 = FloatVector.fromArray(S, x, s + 9 * from);
    FloatVector a10 = FloatVector.fromArray(S, x, s + 10 * from);
    FloatVector a11 = FloatVector.fromArray(S, x, s + 11 * from);
    FloatVector a12 = FloatVector.fromArray(S, x, s + 12 * from);
    FloatVector a13 = FloatVector.fromArray(S, x, s + 13 * from);
    FloatVector a14 = FloatVector.fromArray(S, x, s + 14 * from);
    FloatVector a15 = FloatVector.fromArray(S, x, s + 15 * from);
    FloatVector b0 = FIRST.selectFrom(a0, a8);
    FloatVector b1 = LAST.selectFrom(a0, a8);
    FloatVector b2 = FIRST.selectFrom(a1, a9);
    FloatVector b3 = LAST.selectFrom(a1, a9);
    FloatVector b4 = FIRST.selectFrom(a2, a10);
    FloatVector b5 = LAST.selectFrom(a2, a10);
    FloatVector b6 = FIRST.selectFrom(a3, a11);
    FloatVector b7 = LAST.selectFrom(a3, a11);
    FloatVector b8 = FIRST.selectFrom(a4, a12);
    FloatVector b9 = LAST.selectFrom(a4, a12);
    FloatVector b10 = FIRST.selectFrom(a5, a13);
    FloatVector b11 = LAST.selectFrom(a5, a13);
    FloatVector b12 = FIRST.selectFrom(a6, a14);
    FloatVector b13 = LAST.selectFrom(a6, a14);
    FloatVector b14 = FIRST.selectFrom(a7, a15);
    FloatVector b15 = LAST.selectFrom(a7, a15);
    FloatVector c0 = FIRST.selectFrom(b0, b8);
    FloatVector c1 = LAST.selectFrom(b0, b8);
    FloatVector c2 = FIRST.selectFrom(b1, b9);
    FloatVector c3 = LAST.selectFrom(b1, b9);
    FloatVector c4 = FIRST.selectFrom(b2, b10);
    FloatVector c5 = LAST.selectFrom(b2, b10);
    FloatVector c6 = FIRST.selectFrom(b3, b11);
    FloatVector c7 = LAST.selectFrom(b3, b11);
    FloatVector c8 = FIRST.selectFrom(b4, b12);
    FloatVector c9 = LAST.selectFrom(b4, b12);
    FloatVector c10 = FIRST.selectFrom(b5, b13);
    FloatVector c11 = LAST.selectFrom(b5, b13);
    FloatVector c12 = FIRST.selectFrom(b6, b14);
    FloatVector c13 = LAST.selectFrom(b6, b14);
    FloatVector c14 = FIRST.selectFrom(b7, b15);
    FloatVector c15 = LAST.selectFrom(b7, b15);
    FloatVector d0 = FIRST.selectFrom(c0, c8);
    FloatVector d1 = LAST.selectFrom(c0, c8);
    FloatVector d2 = FIRST.selectFrom(c1, c9);
    FloatVector d3 = LAST.selectFrom(c1, c9);
    FloatVector d4 = FIRST.selectFrom(c2, c10);
    FloatVector d5 = LAST.selectFrom(c2, c10);
    FloatVector d6 = FIRST.selectFrom(c3, c11);
    FloatVector d7 = LAST.selectFrom(c3, c11);
    FloatVector d8 = FIRST.selectFrom(c4, c12);
    FloatVector d9 = LAST.selectFrom(c4, c12);
    FloatVector d10 = FIRST.selectFrom(c5, c13);
    FloatVector d11 = LAST.selectFrom(c5, c13);
    FloatVector d12 = FIRST.selectFrom(c6, c14);
    FloatVector d13 = LAST.selectFrom(c6, c14);
    FloatVector d14 = FIRST.selectFrom(c7, c15);
    FloatVector d15 = LAST.selectFrom(c7, c15);
    FloatVector e0 = FIRST.selectFrom(d0, d8);
    FloatVector e1 = LAST.selectFrom(d0, d8);
    FloatVector e2 = FIRST.selectFrom(d1, d9);
    FloatVector e3 = LAST.selectFrom(d1, d9);
    FloatVector e4 = FIRST.selectFrom(d2, d10);
    FloatVector e5 = LAST.selectFrom(d2, d10);
    FloatVector e6 = FIRST.selectFrom(d3, d11);
    FloatVector e7 = LAST.selectFrom(d3, d11);
    FloatVector e8 = FIRST.selectFrom(d4, d12);
    FloatVector e9 = LAST.selectFrom(d4, d12);
    FloatVector e10 = FIRST.selectFrom(d5, d13);
    FloatVector e11 = LAST.selectFrom(d5, d13);
    FloatVector e12 = FIRST.selectFrom(d6, d14);
    FloatVector e13 = LAST.selectFrom(d6, d14);
    FloatVector e14 = FIRST.selectFrom(d7, d15);
    FloatVector e15 = LAST.selectFrom(d7, d15);
    e0.intoArray(y, t);
    e1.intoArray(y, t + 1 * to);
    e2.intoArray(y, t + 2 * to);
    e3.intoArray(y, t + 3 * to);
    e4.intoArray(y, t + 4 * to);
    e5.intoArray(y, t + 5 * to);
    e6.intoArray(y, t + 6 * to);
    e7.intoArray(y, t + 7 * to);
    e8.intoArray(y, t + 8 * to);
    e9.intoArray(y, t + 9 * to);
    e10.intoArray(y, t + 10 * to);
    e11.intoArray(y, t + 11 * to);
    e12.intoArray(y, t + 12 * to);
    e13.intoArray(y, t + 13 * to);
    e14.intoArray(y, t + 14 * to);
    e15.intoArray(y, t + 15 * to);
  }

  /// The lanes of the 16 inner products of four rows of A with four of B, k ≥ 16 long each, one
  /// register behind the other; for registers of 16 lanes.
  static void sixteenDots(int k, float[] a, int p, float[] b, int q, float[] sums) {
    FloatVector zero = FloatVector.broadcast(S, 0f);
    FloatVector s00 = zero;
    FloatVector s01 = zero;
    FloatVector s02 = zero;
    FloatVector s03 = zero;
    FloatVector s10 = zero;
    FloatVector s11 = zero;
    FloatVector s12 = zero;
    FloatVector s13 = zero;
    FloatVector s20 = zero;
    FloatVector s21 = zero;
    FloatVector s22 = zero;
    FloatVector s23 = zero;
    FloatVector s30 = zero;
    FloatVector s31 = zero;
    FloatVector s32 = zero;
    FloatVector s33 = zero;
    int whole = k & -V;
    for (int l = 0; l < whole; l += V) {
      FloatVector b0 = FloatVector.fromArray(S, b, q + l);
      FloatVector b1 = FloatVector.fromArray(S, b, q + k + l);
      FloatVector b2 = FloatVector.fromArray(S, b, q + 2 * k + l);
      FloatVector b3 = FloatVector.fromArray(S, b, q + 3 * k + l);
      FloatVector a0 = FloatVector.fromArray(S, a, p + l);
      s00 = a0.fma(b0, s00);
      s01 = a0.fma(b1, s01);
      s02 = a0.fma(b2, s02);
      s03 = a0.fma(b3, s03);
      FloatVector a1 = FloatVector.fromArray(S, a, p + k + l);
      s10 = a1.fma(b0, s10);
      s11 = a1.fma(b1, s11);
      s12 = a1.fma(b2, s12);
      s13 = a1.fma(b3, s13);
      FloatVector a2 = FloatVector.fromArray(S, a, p + 2 * k + l);
      s20 = a2.fma(b0, s20);
      s21 = a2.fma(b1, s21);
      s22 = a2.fma(b2, s22);
      s23 = a2.fma(b3, s23);
      FloatVector a3 = FloatVector.fromArray(S, a, p + 3 * k + l);
      s30 = a3.fma(b0, s30);
      s31 = a3.fma(b1, s31);
      s32 = a3.fma(b2, s32);
      s33 = a3.fma(b3, s33);
    }
    if (whole < k) {
      VectorMask<Float> rest = Lanes.IOTA.compare(GE, (float) (whole - k + V));
      int l = k - V;
      FloatVector b0 = FloatVector.fromArray(S, b, q + l);
      FloatVector b1 = FloatVector.fromArray(S, b, q + k + l);
      FloatVector b2 = FloatVector.fromArray(S, b, q + 2 * k + l);
      FloatVector b3 = FloatVector.fromArray(S, b, q + 3 * k + l);
      FloatVector a0 = zero.blend(FloatVector.fromArray(S, a, p + l), rest);
      s00 = a0.fma(b0, s00);
      s01 = a0.fma(b1, s01);
      s02 = a0.fma(b2, s02);
      s03 = a0.fma(b3, s03);
      FloatVector a1 = zero.blend(FloatVector.fromArray(S, a, p + k + l), rest);
      s10 = a1.fma(b0, s10);
      s11 = a1.fma(b1, s11);
      s12 = a1.fma(b2, s12);
      s13 = a1.fma(b3, s13);
      FloatVector a2 = zero.blend(FloatVector.fromArray(S, a, p + 2 * k + l), rest);
      s20 = a2.fma(b0, s20);
      s21 = a2.fma(b1, s21);
      s22 = a2.fma(b2, s22);
      s23 = a2.fma(b3, s23);
      FloatVector a3 = zero.blend(FloatVector.fromArray(S, a, p + 3 * k + l), rest);
      s30 = a3.fma(b0, s30);
      s31 = a3.fma(b1, s31);
      s32 = a3.fma(b2, s32);
      s33 = a3.fma(b3, s33);
    }
    zero.add(s00).intoArray(sums, 0);
    zero.add(s01).intoArray(sums, V);
    zero.add(s02).intoArray(sums, 2 * V);
    zero.add(s03).intoArray(sums, 3 * V);
    zero.add(s10).intoArray(sums, 4 * V);
    zero.add(s11).intoArray(sums, 5 * V);
    zero.add(s12).intoArray(sums, 6 * V);
    zero.add(s13).intoArray(sums, 7 * V);
    zero.add(s20).intoArray(sums, 8 * V);
    zero.add(s21).intoArray(sums, 9 * V);
    zero.add(s22).intoArray(sums, 10 * V);
    zero.add(s23).intoArray(sums, 11 * V);
    zero.add(s30).intoArray(sums, 12 * V);
    zero.add(s31).intoArray(sums, 13 * V);
    zero.add(s32).intoArray(sums, 14 * V);
    zero.add(s33).intoArray(sums, 15 * V);
  }

  /// Adds up the lanes of 16 registers that stand one behind the other, neighbours first, to their
  /// first 16 elements; for registers of 16 lanes.
  static void fold(float[] sums) {
    FloatVector x0 = FloatVector.fromArray(S, sums, 0);
    FloatVector x1 = FloatVector.fromArray(S, sums, V);
    FloatVector x2 = FloatVector.fromArray(S, sums, 2 * V);
    FloatVector x3 = FloatVector.fromArray(S, sums, 3 * V);
    FloatVector x4 = FloatVector.fromArray(S, sums, 4 * V);
    FloatVector x5 = FloatVector.fromArray(S, sums, 5 * V);
    FloatVector x6 = FloatVector.fromArray(S, sums, 6 * V);
    FloatVector x7 = FloatVector.fromArray(S, sums, 7 * V);
    FloatVector x8 = FloatVector.fromArray(S, sums, 8 * V);
    FloatVector x9 = FloatVector.fromArray(S, sums, 9 * V);
    FloatVector x10 = FloatVector.fromArray(S, sums, 10 * V);
    FloatVector x11 = FloatVector.fromArray(S, sums, 11 * V);
    FloatVector x12 = FloatVector.fromArray(S, sums, 12 * V);
    FloatVector x13 = FloatVector.fromArray(S, sums, 13 * V);
    FloatVector x14 = FloatVector.fromArray(S, sums, 14 * V);
    FloatVector x15 = FloatVector.fromArray(S, sums, 15 * V);
    FloatVector a0 = LEFT.selectFrom(x0, x1).add(RIGHT.selectFrom(x0, x1));
    FloatVector a1 = LEFT.selectFrom(x2, x3).add(RIGHT.selectFrom(x2, x3));
    FloatVector a2 = LEFT.selectFrom(x4, x5).add(RIGHT.selectFrom(x4, x5));
    FloatVector a3 = LEFT.selectFrom(x6, x7).add(RIGHT.selectFrom(x6, x7));
    FloatVector a4 = LEFT.selectFrom(x8, x9).add(RIGHT.selectFrom(x8, x9));
    FloatVector a5 = LEFT.selectFrom(x10, x11).add(RIGHT.selectFrom(x10, x11));
    FloatVector a6 = LEFT.selectFrom(x12, x13).add(RIGHT.selectFrom(x12, x13));
    FloatVector a7 = LEFT.selectFrom(x14, x15).add(RIGHT.selectFrom(x14, x15));
    FloatVector b0 = LEFT.selectFrom(a0, a1).add(RIGHT.selectFrom(a0, a1));
    FloatVector b1 = LEFT.selectFrom(a2, a3).add(RIGHT.selectFrom(a2, a3));
    FloatVector b2 = LEFT.selectFrom(a4, a5).add(RIGHT.selectFrom(a4, a5));
    FloatVector b3 = LEFT.selectFrom(a6, a7).add(RIGHT.selectFrom(a6, a7));
    FloatVector c0 = LEFT.selectFrom(b0, b1).add(RIGHT.selectFrom(b0, b1));
    FloatVector c1 = LEFT.selectFrom(b2, b3).add(RIGHT.selectFrom(b2, b3));
    FloatVector d0 = LEFT.selectFrom(c0, c1).add(RIGHT.selectFrom(c0, c1));
    d0.intoArray(sums, 0);
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
