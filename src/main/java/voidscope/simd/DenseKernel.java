package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Dense] in vectors, for a batch of at least a vector of samples. Every feature is a combination
/// of rows, five at a time, its partial sum kept in memory between them: vectors that a loop
/// carries from one turn to the next get boxed.
final class DenseKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private DenseKernel() {}

  static void forward(int n, int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    for (int j = 0; j < out; j++) {
      combine(n, in, x, w, wOff + j, out, bOff < 0 ? 0f : w[bOff + j], y, j * n);
    }
  }

  static void reverseInput(int n, int in, int out, float[] w, int wOff, float[] gy, float[] gx) {
    for (int k = 0; k < in; k++) {
      combine(n, out, gy, w, wOff + k * out, 1, 0f, gx, k * n);
    }
  }

  /// y(to+i) = bias + Σ_t x(t·n+i)·w(at+t·stride), a chain of fused multiply-adds in the order of
  /// t.
  private static void combine(
      int n, int terms, float[] x, float[] w, int at, int stride, float bias, float[] y, int to) {
    one(n, x, 0, w[at], bias, y, to);
    int t = 1;
    for (; t + 5 <= terms; t += 5) {
      int q = at + t * stride;
      five(
          n,
          x,
          t * n,
          w[q],
          w[q + stride],
          w[q + 2 * stride],
          w[q + 3 * stride],
          w[q + 4 * stride],
          y,
          to);
    }
    for (; t < terms; t++) {
      more(n, x, t * n, w[at + t * stride], y, to);
    }
  }

  private static void one(int n, float[] x, int from, float a, float bias, float[] y, int to) {
    FloatVector v = FloatVector.broadcast(S, a);
    FloatVector b = FloatVector.broadcast(S, bias);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector.fromArray(S, x, from + p).fma(v, b).intoArray(y, to + p);
    }
  }

  private static void more(int n, float[] x, int from, float a, float[] y, int to) {
    FloatVector v = FloatVector.broadcast(S, a);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector old = FloatVector.fromArray(S, y, to + p);
      Lanes.store(FloatVector.fromArray(S, x, from + p).fma(v, old), y, to + p, to + i);
    }
  }

  private static void five(
      int n, float[] x, int from, float a, float b, float c, float d, float e, float[] y, int to) {
    FloatVector v0 = FloatVector.broadcast(S, a);
    FloatVector v1 = FloatVector.broadcast(S, b);
    FloatVector v2 = FloatVector.broadcast(S, c);
    FloatVector v3 = FloatVector.broadcast(S, d);
    FloatVector v4 = FloatVector.broadcast(S, e);
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      int q = from + p;
      FloatVector s = FloatVector.fromArray(S, y, to + p);
      s = FloatVector.fromArray(S, x, q).fma(v0, s);
      s = FloatVector.fromArray(S, x, q + n).fma(v1, s);
      s = FloatVector.fromArray(S, x, q + 2 * n).fma(v2, s);
      s = FloatVector.fromArray(S, x, q + 3 * n).fma(v3, s);
      s = FloatVector.fromArray(S, x, q + 4 * n).fma(v4, s);
      Lanes.store(s, y, to + p, to + i);
    }
  }

  static void reverseWeights(
      int n, int in, int out, float[] x, float[] gy, float[] gw, int wOff, int bOff) {
    for (int k = 0; k < in; k++) {
      for (int j = 0; j < out; j++) {
        gw[wOff + k * out + j] += Reduce.dot(n, x, k * n, gy, j * n);
      }
    }
    if (bOff >= 0) {
      for (int j = 0; j < out; j++) {
        gw[bOff + j] += Reduce.sum(n, gy, j * n);
      }
    }
  }

  static void oneSample(int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    for (int j = 0; j < out; j += L) {
      int p = out < L ? 0 : Math.min(j, out - L);
      FloatVector s = bOff < 0 ? FloatVector.zero(S) : FloatVector.fromArray(S, w, bOff + p);
      for (int k = 0; k < in; k++) {
        s = FloatVector.fromArray(S, w, wOff + k * out + p).fma(FloatVector.broadcast(S, x[k]), s);
      }
      if (out < L) {
        s = FloatVector.fromArray(S, y, 0).blend(s, Lanes.IOTA.compare(LT, (float) out));
      }
      s.intoArray(y, p);
    }
  }

  /// gw(at+i) += a·x(i) for n elements; for an n below a vector, both arrays must have a vector's
  /// room there.
  static void rank1(int n, float a, float[] x, float[] gw, int at) {
    FloatVector v = FloatVector.broadcast(S, a);
    for (int i = 0; i < n; i += L) {
      int p = n < L ? 0 : Math.min(i, n - L);
      FloatVector old = FloatVector.fromArray(S, gw, at + p);
      FloatVector sum = FloatVector.fromArray(S, x, p).fma(v, old);
      if (n < L) {
        old.blend(sum, Lanes.IOTA.compare(LT, (float) n)).intoArray(gw, at);
      } else {
        Lanes.store(sum, gw, at + p, at + i);
      }
    }
  }
}
