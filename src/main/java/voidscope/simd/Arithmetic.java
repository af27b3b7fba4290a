package voidscope.simd;

/// The arithmetic of formulas, element by element on n floats: outputs are overwritten. Infinities
/// and NaN come as IEEE 754 has them, so that a formula shows where it is no number. Comparisons
/// give 1 or 0.
public final class Arithmetic {
  private static final int L = Lanes.LENGTH;

  private Arithmetic() {}

  /// out = x / y; out may be x or y.
  public static void divide(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] / y[i];
      }
    } else {
      ArithmeticKernel.divide(n, x, y, out);
    }
  }

  /// out = the lesser of x and y, NaN if either is; out may be x or y.
  public static void min(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(x[i], y[i]);
      }
    } else {
      ArithmeticKernel.min(n, x, y, out);
    }
  }

  /// out = the greater of x and y, NaN if either is; out may be x or y.
  public static void max(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.max(x[i], y[i]);
      }
    } else {
      ArithmeticKernel.max(n, x, y, out);
    }
  }

  /// out = 1 where x < y, else 0; out may be x or y.
  public static void less(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] < y[i] ? 1f : 0f;
      }
    } else {
      ArithmeticKernel.less(n, x, y, out);
    }
  }

  /// out = 1 where x ≤ y, else 0; out may be x or y.
  public static void atMost(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] <= y[i] ? 1f : 0f;
      }
    } else {
      ArithmeticKernel.atMost(n, x, y, out);
    }
  }

  /// out = 1 where x = y, else 0; out may be x or y.
  public static void equal(int n, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = x[i] == y[i] ? 1f : 0f;
      }
    } else {
      ArithmeticKernel.equal(n, x, y, out);
    }
  }

  /// out = y where c is 0, else x; out may be any of them.
  public static void select(int n, float[] c, float[] x, float[] y, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = c[i] == 0f ? y[i] : x[i];
      }
    } else {
      ArithmeticKernel.select(n, c, x, y, out);
    }
  }

  /// y = |x|; y may be x.
  public static void abs(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Math.abs(x[i]);
      }
    } else {
      ArithmeticKernel.abs(n, x, y);
    }
  }

  /// y = √x, NaN below 0; y may be x.
  public static void sqrt(int n, float[] x, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = (float) Math.sqrt(x[i]);
      }
    } else {
      ArithmeticKernel.sqrt(n, x, y);
    }
  }

  /// y = e^x, infinite above 88.37 and 0 below −87.33; y may not be x.
  public static void exp(int n, float[] x, float[] y) {
    Functions.exp(n, x, y);
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = x[i] > Series.MOST ? Float.POSITIVE_INFINITY : x[i] < Series.LEAST ? 0f : y[i];
      }
    } else {
      ArithmeticKernel.expEnds(n, x, y);
    }
  }

  /// y = ln x, NaN below 0 and −∞ below the least normal number; y may not be x.
  public static void log(int n, float[] x, float[] y) {
    Functions.log(n, x, y);
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float low = x[i] < 0f ? Float.NaN : Float.NEGATIVE_INFINITY;
        y[i] =
            x[i] < Float.MIN_NORMAL ? low : x[i] > Float.MAX_VALUE ? Float.POSITIVE_INFINITY : y[i];
      }
    } else {
      ArithmeticKernel.logEnds(n, x, y);
    }
  }

  /// y = the greatest whole number that is at most x; y may be x.
  public static void floor(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.floor(x[i]);
    }
  }

  /// y = −1, 0 or 1, as x is below, at or above 0; y may be x.
  public static void sign(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.signum(x[i]);
    }
  }

  /// y = sin x; y may be x. It is the JVM's own in double precision, rounded, and slower than the
  /// others; StrictMath's would allocate.
  public static void sin(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.sin(x[i]);
    }
  }

  /// y = cos x; as [#sin].
  public static void cos(int n, float[] x, float[] y) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.cos(x[i]);
    }
  }

  /// out = x^y; out may be x or y. As [#sin].
  public static void power(int n, float[] x, float[] y, float[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.pow(x[i], y[i]);
    }
  }
}
