package voidscope.estimator;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;

/// Draws, estimates and adapts with scratch that one thread owns. Nothing is allocated.
public interface Pass {
  /// Draws z and b of rows `from` to `to` (exclusive) from the noise; f may become known later.
  void draw(State state, Draw draw, int from, int to);

  /// Estimates the gradient, once all rows are drawn and f is known. Changes no state.
  ///
  /// @param g N×P, overwritten: a row per row of the draw, averaged over its K samples
  void estimate(State state, Draw draw, float[] g);

  /// Adds the gradient by φ of Σᵢ ⟨rᵢ, ĝᵢ⟩, r held constant, at the draw of the last [#estimate]:
  /// with r = 2ĝ/N that of the mean of ‖ĝ‖², hence of the variance of an unbiased ĝ. Also moves
  /// what is learned without a gradient, such as a running mean.
  ///
  /// @param r N×P
  /// @param gphi as long as the state; added to
  default void adapt(State state, Draw draw, float[] r, float[] gphi) {}

  /// f of sample 0 at the last [#estimate], N; null where f was not asked.
  default float @Nullable [] objective() {
    return null;
  }

  /// The control variate c(z̃) of sample 0 at the last [#estimate], N; null where there is none.
  default float @Nullable [] control() {
    return null;
  }
}
