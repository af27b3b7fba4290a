package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Dense] in vectors. A batch of at least a vector of samples takes five features at a time, so
/// that each loaded vector is used five times. The last vector overlaps the one before it and
/// writes the same values again.
final class DenseKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private DenseKernel() {}

  static void forward(int n, int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    int j = 0;
    for (; j + 5 <= out; j += 5) {
      fiveOutputs(n, in, out, j, w, wOff, bOff, x, y);
    }
    for (; j < out; j++) {
      oneOutput(n, in, out, j, w, wOff, bOff, x, y);
    }
  }

  private static void fiveOutputs(
      int n, int in, int out, int j, float[] w, int wOff, int bOff, float[] x, float[] y) {
    boolean biased = bOff >= 0;
    float b0 = biased ? w[bOff + j] : 0f;
    float b1 = biased ? w[bOff + j + 1] : 0f;
    float b2 = biased ? w[bOff + j + 2] : 0f;
    float b3 = biased ? w[bOff + j + 3] : 0f;
    float b4 = biased ? w[bOff + j + 4] : 0f;
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s0 = FloatVector.broadcast(S, b0);
      FloatVector s1 = FloatVector.broadcast(S, b1);
      FloatVector s2 = FloatVector.broadcast(S, b2);
      FloatVector s3 = FloatVector.broadcast(S, b3);
      FloatVector s4 = FloatVector.broadcast(S, b4);
      int p = wOff + j;
      for (int k = 0; k < in; k++, p += out) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + at);
        s0 = v.fma(FloatVector.broadcast(S, w[p]), s0);
        s1 = v.fma(FloatVector.broadcast(S, w[p + 1]), s1);
        s2 = v.fma(FloatVector.broadcast(S, w[p + 2]), s2);
        s3 = v.fma(FloatVector.broadcast(S, w[p + 3]), s3);
        s4 = v.fma(FloatVector.broadcast(S, w[p + 4]), s4);
      }
      int q = j * n + at;
      s0.intoArray(y, q);
      s1.intoArray(y, q + n);
      s2.intoArray(y, q + 2 * n);
      s3.intoArray(y, q + 3 * n);
      s4.intoArray(y, q + 4 * n);
    }
  }

  private static void oneOutput(
      int n, int in, int out, int j, float[] w, int wOff, int bOff, float[] x, float[] y) {
    float bias = bOff < 0 ? 0f : w[bOff + j];
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s = FloatVector.broadcast(S, bias);
      for (int k = 0; k < in; k++) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + at);
        s = v.fma(FloatVector.broadcast(S, w[wOff + k * out + j]), s);
      }
      s.intoArray(y, j * n + at);
    }
  }

  static void reverseInput(int n, int in, int out, float[] w, int wOff, float[] gy, float[] gx) {
    int k = 0;
    for (; k + 5 <= in; k += 5) {
      fiveInputs(n, out, k, w, wOff + k * out, gy, gx);
    }
    for (; k < in; k++) {
      oneInput(n, out, k, w, wOff + k * out, gy, gx);
    }
  }

  private static void fiveInputs(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s0 = FloatVector.zero(S);
      FloatVector s1 = FloatVector.zero(S);
      FloatVector s2 = FloatVector.zero(S);
      FloatVector s3 = FloatVector.zero(S);
      FloatVector s4 = FloatVector.zero(S);
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + at);
        s0 = g.fma(FloatVector.broadcast(S, w[p + j]), s0);
        s1 = g.fma(FloatVector.broadcast(S, w[p + out + j]), s1);
        s2 = g.fma(FloatVector.broadcast(S, w[p + 2 * out + j]), s2);
        s3 = g.fma(FloatVector.broadcast(S, w[p + 3 * out + j]), s3);
        s4 = g.fma(FloatVector.broadcast(S, w[p + 4 * out + j]), s4);
      }
      int q = k * n + at;
      s0.intoArray(gx, q);
      s1.intoArray(gx, q + n);
      s2.intoArray(gx, q + 2 * n);
      s3.intoArray(gx, q + 3 * n);
      s4.intoArray(gx, q + 4 * n);
    }
  }

  private static void oneInput(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s = FloatVector.zero(S);
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + at);
        s = g.fma(FloatVector.broadcast(S, w[p + j]), s);
      }
      s.intoArray(gx, k * n + at);
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
