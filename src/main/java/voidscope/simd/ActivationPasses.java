package voidscope.simd;

/// One kernel an activation and pass, all from the activated value h: arrays of n floats, outputs
/// may be inputs.
final class ActivationPasses {
  private static final int L = Lanes.LENGTH;

  private ActivationPasses() {}

  /// out = (1−h²)·g.
  static void tanhSlope(int n, float[] h, float[] g, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.fma(-h[i], h[i], 1f) * g[i];
      }
    } else {
      ActivationKernel.tanhSlope(n, h, g, out);
    }
  }

  /// out = g where h > 0, else 0.
  static void reluSlope(int n, float[] h, float[] g, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = h[i] <= 0f ? 0f : g[i];
      }
    } else {
      ActivationKernel.reluSlope(n, h, g, out);
    }
  }

  /// out = g where h > 0, else (1+h)·g.
  static void eluSlope(int n, float[] h, float[] g, float[] out) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        out[i] = (h[i] > 0f ? 1f : h[i] + 1f) * g[i];
      }
    } else {
      ActivationKernel.eluSlope(n, h, g, out);
    }
  }

  /// gx = a'·(gh − 2·h·dx·gdh), gdx = a'·gdh, with a' = 1−h².
  static void tanhReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float slope = Math.fma(-h[i], h[i], 1f);
        float gd = gdh[i];
        gx[i] = Math.fma(h[i] * -2f * dx[i], gd, gh[i]) * slope;
        gdx[i] = gd * slope;
      }
    } else {
      ActivationKernel.tanhReverse(n, h, dx, gh, gdh, gx, gdx);
    }
  }

  /// gx = a'·gh + a''·dx·gdh, gdx = a'·gdh, with a' = a'' = 1+h up to 0 and a' = 1, a'' = 0 above.
  static void eluReverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        boolean linear = h[i] > 0f;
        float slope = linear ? 1f : h[i] + 1f;
        float gd = gdh[i];
        gx[i] = Math.fma(linear ? 0f : dx[i], gd, gh[i]) * slope;
        gdx[i] = gd * slope;
      }
    } else {
      ActivationKernel.eluReverse(n, h, dx, gh, gdh, gx, gdx);
    }
  }
}
