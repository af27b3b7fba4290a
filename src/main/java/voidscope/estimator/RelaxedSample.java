package voidscope.estimator;

import voidscope.simd.Relaxing;

/// y = σ(z/λ) with its tangent and reverse passes, and the cotangent of log λ. Scratch of one
/// thread.
final class RelaxedSample {
  private final float[] y;
  private final float[] dy;
  private float[] z = {};
  private float[] dz = {};
  private float inverse = 1;

  /// @param size N·D at most
  RelaxedSample(int size) {
    y = new float[size];
    dy = new float[size];
  }

  /// Sets λ.
  void temperature(float logTemperature) {
    inverse = (float) Math.exp(-logTemperature);
  }

  /// y at z.
  float[] value(int count, float[] at) {
    z = at;
    Relaxing.value(count, inverse, z, y);
    return y;
  }

  /// The tangent of y along dz, at the last value.
  float[] tangent(int count, float[] along) {
    dz = along;
    Relaxing.tangent(count, inverse, y, dz, dy);
    return dy;
  }

  /// From the cotangent of y to that of z.
  ///
  /// @return the cotangent of log λ
  float reverse(int count, float[] gy, float[] gz) {
    return Relaxing.reverseValue(count, inverse, z, y, gy, gz);
  }

  /// From the cotangents of y and dy to those of z and dz.
  ///
  /// @return the cotangent of log λ
  float reverse(int count, float[] gy, float[] gdy, float[] gz, float[] gdz) {
    return Relaxing.reverse(count, inverse, z, dz, y, gy, gdy, gz, gdz);
  }
}
