package voidscope.simd;

/// The relaxation y = σ(k·z) with k = 1/λ, its tangent and the reverse of both, down to the
/// temperature.
///
/// All arrays hold n floats. In the reverse passes gz and gdz may be gy and gdy, but not z or dz.
public final class Relaxing {
  private static final int L = Lanes.LENGTH;

  private Relaxing() {}

  /// y = σ(k·z); y overwritten.
  public static void value(int n, float k, float[] z, float[] y) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        y[i] = Scalar.sigmoid(z[i] * k);
      }
    } else {
      RelaxingKernel.value(n, k, z, y);
    }
  }

  /// dy = y(1−y)·k·dz, with y from [#value]; dy overwritten.
  public static void tangent(int n, float k, float[] y, float[] dz, float[] dy) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        dy[i] = Math.fma(-y[i], y[i], y[i]) * (dz[i] * k);
      }
    } else {
      RelaxingKernel.tangent(n, k, y, dz, dy);
    }
  }

  /// The reverse of value and tangent. With s = y(1−y): gz = k·(s·gy + s(1−2y)·k·dz·gdy), gdz =
  /// k·s·gdy, both overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ (gz·z + gdz·dz), summed in a fixed order
  public static float reverse(
      int n,
      float k,
      float[] z,
      float[] dz,
      float[] y,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        float slope = Math.fma(-y[i], y[i], y[i]) * k;
        float gd = gdy[i];
        gz[i] = Math.fma(Math.fma(y[i], -2f, 1f) * (dz[i] * k), gd, gy[i]) * slope;
        gdz[i] = gd * slope;
      }
    } else {
      RelaxingKernel.reverse(n, k, z, dz, y, gy, gdy, gz, gdz);
    }
    return -(Reduce.dot(n, gz, z) + Reduce.dot(n, gdz, dz));
  }

  /// The reverse of the value alone: gz = k·y(1−y)·gy, overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ gz·z, summed in a fixed order
  public static float reverseValue(int n, float k, float[] z, float[] y, float[] gy, float[] gz) {
    if (n < L) {
      for (int i = 0; i < n; i++) {
        gz[i] = Math.fma(-y[i], y[i], y[i]) * k * gy[i];
      }
    } else {
      RelaxingKernel.reverseValue(n, k, z, y, gy, gz);
    }
    return -Reduce.dot(n, gz, z);
  }
}
