package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.OuterProducts;

/// Draws, estimates and adapts with scratch that one thread owns. Nothing is allocated.
public interface Pass {
  /// Has large products of the gradient by φ kept from now on, where there are such, instead of
  /// added to what [#adapt] is given.
  default void keep(OuterProducts products) {}

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

  /// Adds the gradient by φ of ½ the mean of (V − f)², V a [Critic], at the draw of the last
  /// [#estimate] and the state's present values.
  ///
  /// @param gphi as long as the state; added to
  default void fit(State state, Draw draw, float[] gphi) {}

  /// What the estimate is the sum of, ĝ = Σ sign · term; empty where it has one term only. Term 0
  /// is the estimate without its control variate, so that the others have mean zero together.
  default List<Term> terms() {
    return List.of();
  }

  /// A term of the last [#estimate], averaged over the K samples.
  ///
  /// @param index which of [#terms]
  /// @param out N×P, overwritten
  /// @throws IllegalStateException if there are no terms
  default void term(int index, Draw draw, float[] out) {
    throw new IllegalStateException("this estimate has one term only");
  }

  /// f of sample 0 at the last [#estimate], N; null where f was not asked for at the hard sample by
  /// [voidscope.objective.Objective#value]. What a differentiable evaluation puts out is none: it
  /// may relax what lies behind the sample even where the sample itself is hard.
  default float @Nullable [] objective() {
    return null;
  }

  /// The control variate c(z̃) of sample 0 at the last [#estimate], N; null where there is none.
  default float @Nullable [] control() {
    return null;
  }

  /// What the last [#estimate] took off f whatever the samples are, N; null where there is none.
  default float @Nullable [] baseline() {
    return null;
  }
}
