package voidscope.simd;

/// A uniform number u in the open interval (0, 1) as one signed float w: |w| in (0, ½] is the
/// distance to the nearer end, the sign tells which, so that u = w or, for w < 0, u = 1 + w.
///
/// A float near 1 has steps of 2⁻²⁴, one near 0 of almost none: so both ends are as fine as 0, and
/// 1 − u is −w without rounding.
public final class Noise {
  /// The least distance that samples and integrals may have.
  public static final float LEAST = 1e-30f;

  private Noise() {}

  /// The noise of a u.
  ///
  /// @param u in the open interval (0, 1)
  public static float of(double u) {
    return u <= 0.5 ? (float) u : -(float) (1 - u);
  }

  /// The u of a noise.
  public static double uniform(float w) {
    return w > 0 ? w : 1 + (double) w;
  }
}
