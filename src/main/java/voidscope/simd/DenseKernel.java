package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Dense] in vectors. A batch of at least a vector of samples takes five features at a time, so
/// that each loaded vector is used five times. The last vector overlaps the one before it and
/// writes the same values again.
final class DenseKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private DenseKernel() {}

  static void fiveOutputs(
      int n, int in, int out, int j, float[] w, int wOff, int bOff, float[] x, float[] y) {
    boolean biased = bOff >= 0;
    float b0 = biased ? w[bOff + j] : 0f;
    float b1 = biased ? w[bOff + j + 1] : 0f;
    float b2 = biased ? w[bOff + j + 2] : 0f;
    float b3 = biased ? w[bOff + j + 3] : 0f;
    float b4 = biased ? w[bOff + j + 4] : 0f;
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s0 = Lanes.all(0f);
      FloatVector s1 = Lanes.all(0f);
      FloatVector s2 = Lanes.all(0f);
      FloatVector s3 = Lanes.all(0f);
      FloatVector s4 = Lanes.all(0f);
      int p = wOff + j;
      for (int k = 0; k < in; k++, p += out) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + at);
        s0 = v.fma(Lanes.all(w[p]), s0);
        s1 = v.fma(Lanes.all(w[p + 1]), s1);
        s2 = v.fma(Lanes.all(w[p + 2]), s2);
        s3 = v.fma(Lanes.all(w[p + 3]), s3);
        s4 = v.fma(Lanes.all(w[p + 4]), s4);
      }
      int q = j * n + at;
      Lanes.all(b0).add(s0).intoArray(y, q);
      Lanes.all(b1).add(s1).intoArray(y, q + n);
      Lanes.all(b2).add(s2).intoArray(y, q + 2 * n);
      Lanes.all(b3).add(s3).intoArray(y, q + 3 * n);
      Lanes.all(b4).add(s4).intoArray(y, q + 4 * n);
    }
  }

  static void oneOutput(
      int n, int in, int out, int j, float[] w, int wOff, int bOff, float[] x, float[] y) {
    float bias = bOff < 0 ? 0f : w[bOff + j];
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s = Lanes.all(0f);
      for (int k = 0; k < in; k++) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + at);
        s = v.fma(Lanes.all(w[wOff + k * out + j]), s);
      }
      Lanes.all(bias).add(s).intoArray(y, j * n + at);
    }
  }

  static void fiveInputs(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    FloatVector zero = Lanes.all(0f);
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s0 = zero;
      FloatVector s1 = zero;
      FloatVector s2 = zero;
      FloatVector s3 = zero;
      FloatVector s4 = zero;
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + at);
        s0 = g.fma(Lanes.all(w[p + j]), s0);
        s1 = g.fma(Lanes.all(w[p + out + j]), s1);
        s2 = g.fma(Lanes.all(w[p + 2 * out + j]), s2);
        s3 = g.fma(Lanes.all(w[p + 3 * out + j]), s3);
        s4 = g.fma(Lanes.all(w[p + 4 * out + j]), s4);
      }
      int q = k * n + at;
      zero.add(s0).intoArray(gx, q);
      zero.add(s1).intoArray(gx, q + n);
      zero.add(s2).intoArray(gx, q + 2 * n);
      zero.add(s3).intoArray(gx, q + 3 * n);
      zero.add(s4).intoArray(gx, q + 4 * n);
    }
  }

  static void oneInput(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    FloatVector zero = Lanes.all(0f);
    for (int i = 0; i < n; i += L) {
      int at = Math.min(i, n - L);
      FloatVector s = zero;
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + at);
        s = g.fma(Lanes.all(w[p + j]), s);
      }
      zero.add(s).intoArray(gx, k * n + at);
    }
  }

  /// gw(at+l) += Σ_i x(k·n+i)·gy((j+l)·n+i) for l from 0 to 4, each in the order of [Reduce]: only
  /// for a real register as wide as the virtual one.
  static void fiveWeights(int n, int j, int k, float[] x, float[] gy, float[] gw, int at) {
    FloatVector zero = Lanes.all(0f);
    FloatVector s0 = zero;
    FloatVector s1 = zero;
    FloatVector s2 = zero;
    FloatVector s3 = zero;
    FloatVector s4 = zero;
    int whole = n & -L;
    int p = k * n;
    int q = j * n;
    for (int i = 0; i < whole; i += L) {
      FloatVector v = FloatVector.fromArray(S, x, p + i);
      s0 = v.fma(FloatVector.fromArray(S, gy, q + i), s0);
      s1 = v.fma(FloatVector.fromArray(S, gy, q + n + i), s1);
      s2 = v.fma(FloatVector.fromArray(S, gy, q + 2 * n + i), s2);
      s3 = v.fma(FloatVector.fromArray(S, gy, q + 3 * n + i), s3);
      s4 = v.fma(FloatVector.fromArray(S, gy, q + 4 * n + i), s4);
    }
    gw[at] += Lanes.fold(s0) + Reduce.rest(whole, n, x, p, gy, q);
    gw[at + 1] += Lanes.fold(s1) + Reduce.rest(whole, n, x, p, gy, q + n);
    gw[at + 2] += Lanes.fold(s2) + Reduce.rest(whole, n, x, p, gy, q + 2 * n);
    gw[at + 3] += Lanes.fold(s3) + Reduce.rest(whole, n, x, p, gy, q + 3 * n);
    gw[at + 4] += Lanes.fold(s4) + Reduce.rest(whole, n, x, p, gy, q + 4 * n);
  }

  static void oneSample(int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    for (int j = 0; j < out; j += L) {
      int p = out < L ? 0 : Math.min(j, out - L);
      FloatVector s = Lanes.all(0f);
      for (int k = 0; k < in; k++) {
        s = FloatVector.fromArray(S, w, wOff + k * out + p).fma(Lanes.all(x[k]), s);
      }
      FloatVector bias = bOff < 0 ? Lanes.all(0f) : FloatVector.fromArray(S, w, bOff + p);
      if (out < L) {
        VectorMask<Float> used = Lanes.IOTA.compare(LT, Lanes.all((float) out));
        FloatVector.fromArray(S, y, 0).blend(bias.add(s), used).intoArray(y, 0);
      } else {
        bias.add(s).intoArray(y, p);
      }
    }
  }

  /// gw(at+i) += a·x(i) for n elements; for an n below a vector, both arrays must have a vector's
  /// room there.
  static void rank1(int n, float a, float[] x, float[] gw, int at) {
    FloatVector v = Lanes.all(a);
    for (int i = 0; i < n; i += L) {
      int p = n < L ? 0 : Math.min(i, n - L);
      FloatVector old = FloatVector.fromArray(S, gw, at + p);
      FloatVector sum = FloatVector.fromArray(S, x, p).fma(v, old);
      if (n < L) {
        old.blend(sum, Lanes.IOTA.compare(LT, Lanes.all((float) n))).intoArray(gw, at);
      } else {
        Lanes.store(sum, gw, at + p, at + i);
      }
    }
  }
}
