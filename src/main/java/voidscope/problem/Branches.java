package voidscope.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
}
