package voidscope.simd;

/// The relaxation y = σ(k·z) with k = 1/λ, its tangent and the reverse of both, down to the
/// temperature.
///
/// All arrays hold n floats. In the reverse passes gz and gdz may be gy and gdy, but not z or dz.
public final class Relaxing {
  private static final int L = Lanes.LENGTH;

  private Relaxing() {}

  /// y = σ(k·z) and s = y(1−y), each to its own digits, also where y is near 1: with m = e^−|kz| s
  /// is m/(1+m)²; y and s overwritten.
  public static void value(int n, float k, float[] z, float[] y, float[] s) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float x = z[i] * k;
        float m = Scalar.exp(-Math.abs(x));
        float r = 1f / (m + 1f);
        float least = m * r;
        y[i] = Scalar.pick(x, r, least);
        s[i] = least * r;
      }
    } else {
      RelaxingKernel.value(n, k, z, y, s);
    }
  }

  /// dy = k·s·dz, with s from [#value]; dy overwritten.
  public static void tangent(int n, float k, float[] s, float[] dz, float[] dy) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        dy[i] = s[i] * (dz[i] * k);
      }
    } else {
      RelaxingKernel.tangent(n, k, s, dz, dy);
    }
  }

  /// The reverse of value and tangent, gz = k·s·(gy + (1−2y)·k·dz·gdy), gdz = k·s·gdy, both
  /// overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ (gz·z + gdz·dz), summed in a fixed order
  public static float reverse(
      int n,
      float k,
      float[] z,
      float[] dz,
      float[] y,
      float[] s,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float slope = s[i] * k;
        float gd = gdy[i];
        gz[i] = Math.fma(Math.fma(y[i], -2f, 1f) * (dz[i] * k), gd, gy[i]) * slope;
        gdz[i] = gd * slope;
      }
    } else {
      RelaxingKernel.reverse(n, k, dz, y, s, gy, gdy, gz, gdz);
    }
    return -(Reduce.dot(n, gz, z) + Reduce.dot(n, gdz, dz));
  }

  /// The reverse of the value alone: gz = k·s·gy, overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ gz·z, summed in a fixed order
  public static float reverseValue(int n, float k, float[] z, float[] s, float[] gy, float[] gz) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        gz[i] = s[i] * k * gy[i];
      }
    } else {
      RelaxingKernel.reverseValue(n, k, s, gy, gz);
    }
    return -Reduce.dot(n, gz, z);
  }
}
