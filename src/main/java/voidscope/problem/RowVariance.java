package voidscope.problem;

import org.jspecify.annotations.Nullable;

/// What the variance of a row's gradient consists of, as it is measured by branching a world;
/// [Branching][voidscope.problem.rl.Branching] tells how each part is defined.
///
/// @param discount γ
/// @param later τ, by later actions and chance
/// @param own a, by the row's own action
/// @param states s, by where one is
/// @param bare what is added without a baseline
/// @param learned what is added by the learned V in place of the true one; null without one, or
///   where it was learned at another γ
/// @param share a/(τ + a)
public record RowVariance(
    double discount,
    Part later,
    Part own,
    Part states,
    Part bare,
    @Nullable Part learned,
    Part share) {
  /// A part, measured without bias: it may be below 0 where there is next to nothing.
  ///
  /// @param error its standard error
  public record Part(double value, double error) {}
}
