package voidscope.distribution;

/// The continuous stand-in of a discrete sample, y = the soft H(z/λ), with its tangent and reverse
/// passes and the cotangent of log λ. Scratch of one thread; the arrays it returns are its own and
/// hold until the next call.
public interface Relaxation {
  /// Sets λ.
  void temperature(float logTemperature);

  /// y at z, N×D.
  float[] value(int n, float[] z);

  /// The tangent of y along dz, at the last value.
  float[] tangent(int n, float[] dz);

  /// From the cotangent of y to that of z.
  ///
  /// @param gz N×D, overwritten; may be gy
  /// @return the cotangent of log λ
  float reverse(int n, float[] gy, float[] gz);

  /// From the cotangents of y and its tangent to those of z and dz.
  ///
  /// @param gz N×D, overwritten; may be gy
  /// @param gdz N×D, overwritten; may be gdy
  /// @return the cotangent of log λ
  float reverse(int n, float[] gy, float[] gdy, float[] gz, float[] gdz);
}
