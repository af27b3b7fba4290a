package voidscope.distribution;

/// A discrete distribution whose samples are hard functions of a relaxed sample, b = H(z), with the
/// relaxed conditional z̃ ~ p(z|b, θ) (Tucker et al. 2017, appendix; Grathwohl et al. 2018, §3.2).
///
/// The derivative of z̃ by θ is kept by the caller between calls in a `jacobian` of [#jacobian]
/// floats a row, written by [#conditional].
public interface Relaxable extends Pathwise {
  /// Latents a row, each of which has an equal share of the D floats, side by side.
  int latents();

  /// Floats a row in which the derivative of a conditional sample is kept.
  int jacobian();

  /// Draws z̃ from `v[k]` given `b[k]`, and its derivative by θ.
  ///
  /// @param zt N×D, overwritten
  /// @param jacobian overwritten
  void conditional(Draw draw, int k, float[] zt, float[] jacobian);

  /// Maps `u[k]` back to the noise `v[k]` from which the conditional sample is z itself.
  void couple(Draw draw, int k);

  /// Moves a direction in θ forward to one in z̃: dz = ∂z̃/∂θ · r.
  ///
  /// @param jacobian what [#conditional] left
  /// @param r N×P
  /// @param dz N×D, overwritten
  void conditionalTangent(Draw draw, float[] jacobian, float[] r, float[] dz);

  /// Moves a cotangent of z̃ back to θ: g = (∂z̃/∂θ)ᵀ · cz.
  ///
  /// @param jacobian what [#conditional] left
  /// @param cz N×D
  /// @param g N×P, overwritten
  void conditionalReverse(Draw draw, float[] jacobian, float[] cz, float[] g);

  /// b − E b of sample `k`, to the digits of the probability of the side that was not drawn.
  ///
  /// @param r N×D, overwritten
  void residual(Draw draw, int k, float[] r);

  /// Moves a cotangent of E b back to θ as if the mean were halfway between the sample and π, the
  /// mean at the logits divided by τ: g = J(m)·cm in the logits, with m = (b + π)/2 and J(m) the
  /// covariance of a b of mean m.
  ///
  /// @param inverse 1/τ
  /// @param cm N×D
  /// @param g N×P, overwritten
  void reverseHalfway(Draw draw, int k, float inverse, float[] cm, float[] g);

  /// A new relaxation of b, with scratch of its own.
  ///
  /// @param rows rows at most
  Relaxation relaxation(int rows);
}
