package voidscope.simd;

/// A dense layer y = W·x + b on feature-major activations: feature k of sample i stands at
/// `x[k·n+i]`.
///
/// `W[wOff + k·out + j]` is the weight from input k to output j, `b[bOff + j]` a bias; a negative
/// bOff means no biases. Each output and each input cotangent is one chain of fused multiply-adds
/// in the order of the summed features (the bias comes last), so a sample's values do not depend on
/// the batch it stands in. One sample runs its vectors over the outputs, a batch over the samples.
public final class Dense {
  private static final int L = Lanes.LENGTH;

  private Dense() {}

  /// y = W·x + b; x (in×n), y (out×n) overwritten and not x.
  public static void forward(
      int n, int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    if (n >= L) {
      forwardBatch(n, in, out, w, wOff, bOff, x, y);
    } else if (n == 1
        && out > 1
        && fits(wOff + (in - 1) * out, out, w)
        && fits(bOff, out, w)
        && fits(0, out, y)) {
      DenseKernel.oneSample(in, out, w, wOff, bOff, x, y);
    } else {
      for (int j = 0; j < out; j++) {
        float bias = bOff < 0 ? 0f : w[bOff + j];
        for (int i = 0; i < n; i++) {
          float s = 0f;
          for (int k = 0; k < in; k++) {
            s = Math.fma(x[k * n + i], w[wOff + k * out + j], s);
          }
          y[j * n + i] = bias + s;
        }
      }
    }
  }

  private static void forwardBatch(
      int n, int in, int out, float[] w, int wOff, int bOff, float[] x, float[] y) {
    int j = 0;
    for (; j + 5 <= out; j += 5) {
      DenseKernel.fiveOutputs(n, in, out, j, w, wOff, bOff, x, y);
    }
    for (; j < out; j++) {
      DenseKernel.oneOutput(n, in, out, j, w, wOff, bOff, x, y);
    }
  }

  /// gx = Wᵀ·gy, the cotangent of the input; gy (out×n), gx (in×n) overwritten and not gy.
  public static void reverseInput(
      int n, int in, int out, float[] w, int wOff, float[] gy, float[] gx) {
    if (n >= L) {
      reverseInputBatch(n, in, out, w, wOff, gy, gx);
      return;
    }
    int k = 0;
    for (; n == 1 && k + 5 <= in; k += 5) {
      fiveInputsOfOne(out, k, w, wOff + k * out, gy, gx);
    }
    for (; k < in; k++) {
      int p = wOff + k * out;
      for (int i = 0; i < n; i++) {
        float s = 0f;
        for (int j = 0; j < out; j++) {
          s = Math.fma(gy[j * n + i], w[p + j], s);
        }
        gx[k * n + i] = s;
      }
    }
  }

  /// Five inputs of one sample side by side, so that their chains do not wait for each other.
  private static void fiveInputsOfOne(int out, int k, float[] w, int p, float[] gy, float[] gx) {
    float s0 = 0f;
    float s1 = 0f;
    float s2 = 0f;
    float s3 = 0f;
    float s4 = 0f;
    for (int j = 0; j < out; j++) {
      float g = gy[j];
      s0 = Math.fma(g, w[p + j], s0);
      s1 = Math.fma(g, w[p + out + j], s1);
      s2 = Math.fma(g, w[p + 2 * out + j], s2);
      s3 = Math.fma(g, w[p + 3 * out + j], s3);
      s4 = Math.fma(g, w[p + 4 * out + j], s4);
    }
    gx[k] = s0;
    gx[k + 1] = s1;
    gx[k + 2] = s2;
    gx[k + 3] = s3;
    gx[k + 4] = s4;
  }

  private static void reverseInputBatch(
      int n, int in, int out, float[] w, int wOff, float[] gy, float[] gx) {
    int k = 0;
    for (; k + 5 <= in; k += 5) {
      DenseKernel.fiveInputs(n, out, k, w, wOff + k * out, gy, gx);
    }
    for (; k < in; k++) {
      DenseKernel.oneInput(n, out, k, w, wOff + k * out, gy, gx);
    }
  }

  /// Adds the cotangents of W and b, summed over the samples in the order of [Reduce]: `gw[wOff +
  /// k·out + j]` += `Σ_i x[k·n+i]·gy[j·n+i]` and `gw[bOff + j]` += `Σ_i gy[j·n+i]`; x (in×n), gy
  /// (out×n), gw modified.
  public static void reverseWeights(
      int n, int in, int out, float[] x, float[] gy, float[] gw, int wOff, int bOff) {
    if (n > 1) {
      reverseWeightsBatch(n, in, out, x, gy, gw, wOff, bOff);
      return;
    }
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

  private static void reverseWeightsBatch(
      int n, int in, int out, float[] x, float[] gy, float[] gw, int wOff, int bOff) {
    for (int k = 0; k < in; k++) {
      int at = wOff + k * out;
      int j = 0;
      for (; L == Lanes.VIRTUAL && n >= L && j + 5 <= out; j += 5) {
        DenseKernel.fiveWeights(n, j, k, x, gy, gw, at + j);
      }
      for (; j < out; j++) {
        gw[at + j] += Reduce.dot(n, x, k * n, gy, j * n);
      }
    }
    if (bOff >= 0) {
      for (int j = 0; j < out; j++) {
        gw[bOff + j] += Reduce.sum(n, gy, j * n);
      }
    }
  }

  /// gw(at+i) += a·x(i) for n elements.
  private static void rank1(int n, float a, float[] x, float[] gw, int at) {
    if (n < L && (n == 1 || !fits(0, n, x) || !fits(at, n, gw))) {
      for (int i = 0; i < n; i++) {
        gw[at + i] = Math.fma(x[i], a, gw[at + i]);
      }
    } else {
      DenseKernel.rank1(n, a, x, gw, at);
    }
  }

  /// Whether a vector may be read at that index for `count` elements, or there is nothing to read
  /// (a negative index).
  private static boolean fits(int at, int count, float[] a) {
    return count >= L || at + L <= a.length;
  }
}
