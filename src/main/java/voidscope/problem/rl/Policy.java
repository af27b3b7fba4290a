package voidscope.problem.rl;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// How one acts on what one observes: θ of the distribution of an action, π(a|s) = p(b|θ(s)).
/// Immutable.
public interface Policy {
  /// A network that suits the actions of a world.
  ///
  /// @param layers hidden layers; 0 is linear
  /// @param units of each hidden layer
  static Policy of(World world, int layers, int units, Activation activation) {
    int inputs = world.observations();
    return world.actions() == 0
        ? new GaussianPolicy(inputs, layers, units, activation, List.of())
        : new CategoricalPolicy(inputs, layers, units, activation, world.actions());
  }

  /// Of an action.
  Pathwise distribution();

  /// How many numbers are trained, W.
  int parameters();

  /// Writes them as they are at step 0, W numbers.
  void initialize(float[] to, RandomStream stream);

  /// The action that a sample is: its number from 0, or the real number.
  ///
  /// @param b of a draw, N×D
  double action(float[] b, int row);

  /// π(a|s) of the action that a sample is; a density where it is a real number.
  ///
  /// @param draw of which θ and b are read
  double density(Draw draw, int row);

  /// The gradient of minus the entropy H of every row's π, by θ.
  ///
  /// @param weight times it
  /// @param g N×P, overwritten
  void entropy(Draw draw, float weight, float[] g);

  /// Mean KL divergence KL(p‖q) of n rows' distributions p from others, q.
  ///
  /// @param of θ of each p, n×P
  /// @param from θ of each q, n×P
  double divergence(int n, float[] of, float[] from);

  /// Passes with scratch of one thread.
  ///
  /// @param rows rows at most
  Passes passes(int rows);

  /// θ of rows, and the way back from it to what is trained. Allocates nothing.
  interface Passes {
    /// Takes what is trained, W numbers, kept until the next call.
    void bind(float[] weights);

    /// θ of n rows.
    ///
    /// @param observed what they are put out by, n×O
    /// @return n×P, the same array every time
    float[] value(int n, float[] observed);

    /// The derivative of θ of n rows along a direction of what is trained, at the last [#value].
    ///
    /// @param direction W numbers
    /// @return n×P, the same array every time
    float[] along(int n, float[] direction);

    /// Adds the gradient of what is trained, at the last [#value].
    ///
    /// @param g cotangent of θ, n×P
    /// @param gradient W numbers, added to
    void reverse(int n, float[] g, float[] gradient);
  }
}
