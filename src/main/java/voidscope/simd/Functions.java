package voidscope.simd;

/// Element-wise functions of n floats: x is read, y overwritten; y may be x. NaN stays NaN.
public final class Functions {
  private static final int L = Lanes.LENGTH;

  private Functions() {}

  /// y = e^x, with x cut to [-87.33, 88.37]: never 0, never infinite.
  public static void exp(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Scalar.exp(x[i]);
      }
    } else {
      FunctionKernel.exp(n, x, y);
    }
  }

  /// y = ln x; x must be positive and normal.
  public static void log(int n, float[] x, float[] y) {
    log(0, n, x, y);
  }

  /// The same for the elements `from` to `to`−1 only.
  static void log(int from, int to, float[] x, float[] y) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        y[i] = Math.fma(x[i], 0f, Scalar.log(x[i]));
      }
    } else {
      FunctionKernel.log(from, to, x, y);
    }
  }

  /// y = −ln u of signed noise ([Noise]), a standard exponential number, to a relative error of
  /// 3e-7 at both ends; of the elements `from` to `to`−1.
  static void exponential(int from, int to, float[] w, float[] y) {
    if (to - from < L) {
      for (int i = from; i < to; i++) {
        boolean low = w[i] > 0f;
        float a = Math.abs(w[i]);
        float x = low ? a : 1f - a;
        y[i] = (low ? 0f : (a + (x - 1f)) / x) - Scalar.log(x);
      }
    } else {
      FunctionKernel.exponential(from, to, w, y);
    }
  }

  /// The signed noise w of which x is the [#exponential], no nearer to an end than e^−87.
  static void exponentialNoise(int n, float[] x, float[] w) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        w[i] = x[i] > Series.LN2 ? Scalar.exp(-x[i]) : Scalar.expm1(-x[i]);
      }
    } else {
      FunctionKernel.exponentialNoise(n, x, w);
    }
  }

  /// y = 1 / (1 + e^−x), in [4e-39, 1].
  public static void sigmoid(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Scalar.sigmoid(x[i]);
      }
    } else {
      FunctionKernel.sigmoid(n, x, y);
    }
  }

  /// y = tanh x.
  public static void tanh(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Scalar.tanh(x[i]);
      }
    } else {
      FunctionKernel.tanh(n, x, y);
    }
  }

  /// y = ln(1 + e^x); y may not be x.
  public static void softplus(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        boolean negative = x[i] < 0f;
        float e = Scalar.exp(negative ? x[i] : -x[i]);
        y[i] = Scalar.log1p(e) + (negative ? 0f : x[i]);
      }
    } else {
      FunctionKernel.decay(n, x, y);
      FunctionKernel.softplus(n, x, y);
    }
  }

  /// y = max(x, 0).
  public static void relu(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = x[i] < 0f ? 0f : x[i];
      }
    } else {
      FunctionKernel.relu(n, x, y);
    }
  }

  /// y = x for x above 0, else e^x − 1.
  public static void elu(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = x[i] < 0f ? Scalar.expm1(x[i]) : x[i];
      }
    } else {
      FunctionKernel.elu(n, x, y);
    }
  }
}
