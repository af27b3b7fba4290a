package voidscope.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Perceptron;
import voidscope.random.RandomStream;

/// That a problem is a policy in a world which can be put back into a state, so that it goes on
/// from there many times. Immutable; callable from any thread.
public interface Branches {
  /// γ.
  double discount();

  /// What the variance of a row's gradient consists of, of each discount, in their order.
  ///
  /// @param weights of the policy, kept
  /// @param critic that expects f from a row's context on, bound; or null
  /// @param discounts γ, one or more
  /// @param stream of all noise
  Piecewise<List<RowVariance>> variance(
      float[] weights, @Nullable Perceptron critic, double[] discounts, RandomStream stream);

  /// The numbers over which maps are drawn; null where the world has none.
  @Nullable Plane plane();

  /// Rows over a plane, a cell each, as at the first step of an episode.
  ///
  /// @param side cells across, and upwards
  Rows rows(Plane plane, int side);

  /// The true Q(s, 1) − Q(s, 0) of two actions over a plane, as at the first step of an episode; of
  /// a real action Q(s, μ + σ) − Q(s, μ − σ).
  ///
  /// @param weights of the policy, kept
  /// @param side cells across, and upwards
  /// @param each how often the world goes on after each action of a cell, at least 2
  /// @param stream of all noise
  Piecewise<Difference> difference(
      float[] weights, Plane plane, int side, int each, RandomStream stream);

  /// Rows, with scratch of one thread.
  interface Rows {
    /// They with θ and context, row by row of the cells from the lowest; the same draw every time.
    ///
    /// @param weights of the policy
    Draw at(float[] weights);
  }
}
