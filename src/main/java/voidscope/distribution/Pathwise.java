package voidscope.distribution;

/// A distribution whose sample z = T(θ, u) has a derivative by θ with the noise held.
///
/// Where b is continuous z is b itself; where it is discrete z is its relaxed sample.
public interface Pathwise extends Distribution {
  /// Moves a direction in θ forward to one in z: dz = ∂z/∂θ · r.
  ///
  /// @param r N×P
  /// @param dz N×D, overwritten
  void tangent(Draw draw, int k, float[] r, float[] dz);

  /// Moves a cotangent of z back to θ: g = (∂z/∂θ)ᵀ · cz.
  ///
  /// @param cz N×D
  /// @param g N×P, overwritten
  void reverse(Draw draw, int k, float[] cz, float[] g);
}
