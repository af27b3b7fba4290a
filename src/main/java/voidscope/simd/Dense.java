package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// A dense layer y = W·x + b on feature-major activations: feature k of sample i stands at
/// `x[k·n+i]`.
///
/// `W[w + k·out + j]` is the weight from input k to output j, `b[bias + j]` a bias; a negative bias
/// offset means none. Each output and each input cotangent is one chain of fused multiply-adds in
/// the order of the summed features, so a sample's values do not depend on the batch it stands in.
/// For n = 1 the vector runs over the outputs, else over the samples.
public final class Dense {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private Dense() {}

  /// y = W·x + b; x (in×n), y (out×n) overwritten and not x.
  public static void forward(
      int n, int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    if (n > 1) {
      int j = 0;
      for (; j + 5 <= out; j += 5) {
        fiveOutputs(n, in, out, j, w, wOff, bOff, x, y);
      }
      for (; j < out; j++) {
        oneOutput(n, in, out, j, w, wOff, bOff, x, y);
      }
    } else if (out > 1) {
      oneSample(in, out, w, wOff, bOff, x, y);
    } else {
      float s = bOff < 0 ? 0f : w[bOff];
      for (int k = 0; k < in; k++) {
        s = Math.fma(w[wOff + k], x[k], s);
      }
      y[0] = s;
    }
  }

  private static void oneSample(
      int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    for (int j = 0; j < out; j += L) {
      VectorMask<Float> m = S.indexInRange(j, out);
      FloatVector s = bOff < 0 ? FloatVector.zero(S) : FloatVector.fromArray(S, w, bOff + j, m);
      for (int k = 0; k < in; k++) {
        s =
            FloatVector.fromArray(S, w, wOff + k * out + j, m)
                .fma(FloatVector.broadcast(S, x[k]), s);
      }
      s.intoArray(y, j, m);
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
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector s0 = FloatVector.broadcast(S, b0);
      FloatVector s1 = FloatVector.broadcast(S, b1);
      FloatVector s2 = FloatVector.broadcast(S, b2);
      FloatVector s3 = FloatVector.broadcast(S, b3);
      FloatVector s4 = FloatVector.broadcast(S, b4);
      int p = wOff + j;
      for (int k = 0; k < in; k++, p += out) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + i, m);
        s0 = v.fma(FloatVector.broadcast(S, w[p]), s0);
        s1 = v.fma(FloatVector.broadcast(S, w[p + 1]), s1);
        s2 = v.fma(FloatVector.broadcast(S, w[p + 2]), s2);
        s3 = v.fma(FloatVector.broadcast(S, w[p + 3]), s3);
        s4 = v.fma(FloatVector.broadcast(S, w[p + 4]), s4);
      }
      int q = j * n + i;
      s0.intoArray(y, q, m);
      s1.intoArray(y, q + n, m);
      s2.intoArray(y, q + 2 * n, m);
      s3.intoArray(y, q + 3 * n, m);
      s4.intoArray(y, q + 4 * n, m);
    }
  }

  private static void oneOutput(
      int n, int in, int out, int j, float[] w, int wOff, int bOff, float[] x, float[] y) {
    FloatVector bias = FloatVector.broadcast(S, bOff < 0 ? 0f : w[bOff + j]);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector s = bias;
      for (int k = 0; k < in; k++) {
        FloatVector v = FloatVector.fromArray(S, x, k * n + i, m);
        s = v.fma(FloatVector.broadcast(S, w[wOff + k * out + j]), s);
      }
      s.intoArray(y, j * n + i, m);
    }
  }

  /// gx = Wᵀ·gy, the cotangent of the input; gy (out×n), gx (in×n) overwritten and not gy.
  public static void reverseInput(
      int n, int in, int out, float[] w, int wOff, float[] gy, float[] gx) {
    if (n > 1) {
      int k = 0;
      for (; k + 5 <= in; k += 5) {
        fiveInputs(n, out, k, w, wOff + k * out, gy, gx);
      }
      for (; k < in; k++) {
        oneInput(n, out, k, w, wOff + k * out, gy, gx);
      }
    } else {
      for (int k = 0; k < in; k++) {
        int p = wOff + k * out;
        float s = 0f;
        for (int j = 0; j < out; j++) {
          s = Math.fma(w[p + j], gy[j], s);
        }
        gx[k] = s;
      }
    }
  }

  private static void fiveInputs(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector s0 = FloatVector.zero(S);
      FloatVector s1 = FloatVector.zero(S);
      FloatVector s2 = FloatVector.zero(S);
      FloatVector s3 = FloatVector.zero(S);
      FloatVector s4 = FloatVector.zero(S);
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + i, m);
        s0 = g.fma(FloatVector.broadcast(S, w[p + j]), s0);
        s1 = g.fma(FloatVector.broadcast(S, w[p + out + j]), s1);
        s2 = g.fma(FloatVector.broadcast(S, w[p + 2 * out + j]), s2);
        s3 = g.fma(FloatVector.broadcast(S, w[p + 3 * out + j]), s3);
        s4 = g.fma(FloatVector.broadcast(S, w[p + 4 * out + j]), s4);
      }
      int q = k * n + i;
      s0.intoArray(gx, q, m);
      s1.intoArray(gx, q + n, m);
      s2.intoArray(gx, q + 2 * n, m);
      s3.intoArray(gx, q + 3 * n, m);
      s4.intoArray(gx, q + 4 * n, m);
    }
  }

  private static void oneInput(int n, int out, int k, float[] w, int p, float[] gy, float[] gx) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector s = FloatVector.zero(S);
      for (int j = 0; j < out; j++) {
        FloatVector g = FloatVector.fromArray(S, gy, j * n + i, m);
        s = g.fma(FloatVector.broadcast(S, w[p + j]), s);
      }
      s.intoArray(gx, k * n + i, m);
    }
  }

  /// Adds the cotangents of W and b, summed over the samples in the order of [Reduce]: `gw[wOff +
  /// k·out + j]` += `Σ_i x[k·n+i]·gy[j·n+i]` and `gw[bOff + j]` += `Σ_i gy[j·n+i]`; x (in×n), gy
  /// (out×n), gw modified.
  public static void reverseWeights(
      int n, int in, int out, float[] x, float[] gy, float[] gw, int wOff, int bOff) {
    if (n > 1) {
      for (int k = 0; k < in; k++) {
        for (int j = 0; j < out; j++) {
          gw[wOff + k * out + j] += Reduce.dot(n, x, k * n, gy, j * n);
        }
      }
      for (int j = 0; j < out && bOff >= 0; j++) {
        gw[bOff + j] += Reduce.sum(n, gy, j * n);
      }
    } else {
      oneSampleWeights(in, out, x, gy, gw, wOff, bOff);
    }
  }

  private static void oneSampleWeights(
      int in, int out, float[] x, float[] gy, float[] gw, int wOff, int bOff) {
    if (out == 1) {
      rank1(in, gy[0], x, gw, wOff);
    } else {
      for (int k = 0; k < in; k++) {
        rank1(out, x[k], gy, gw, wOff + k * out);
      }
    }
    if (bOff >= 0) {
      rank1(out, 1f, gy, gw, bOff);
    }
  }

  /// `gw[at+i]` += a·`x[i]`.
  private static void rank1(int n, float a, float[] x, float[] gw, int at) {
    FloatVector v = FloatVector.broadcast(S, a);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      FloatVector.fromArray(S, x, i, m)
          .fma(v, FloatVector.fromArray(S, gw, at + i, m))
          .intoArray(gw, at + i, m);
    }
  }
}
