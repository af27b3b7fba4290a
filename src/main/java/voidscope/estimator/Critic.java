package voidscope.estimator;

import java.util.ArrayList;
import java.util.List;
import voidscope.network.Perceptron;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// A network V(x) that learns by least squares what f comes to from a row's context on, with an
/// optimizer's steps of its own: an immutable description. What it expects is taken off f, which
/// changes no expectation as it does not know b (Sutton et al. 2000).
///
/// @param depth hidden layers
/// @param width units of each
/// @param activation of the hidden layers
/// @param steps optimizer steps at each step of a run
/// @param rate their learning rate
/// @param trace ℓ of generalised advantage estimation (Schulman et al. 2016): 1 takes V off what f
///   comes to; less trusts V of later rows, and is biased
/// @param bootstrapped whether V counts where f was cut off, which is biased, too
public record Critic(
    int depth,
    int width,
    Activation activation,
    int steps,
    double rate,
    double trace,
    boolean bootstrapped) {
  /// Span that holds the network's weights.
  public static final String SPAN = "critic";

  /// Whether no expectation changes by it.
  public boolean unbiased() {
    return trace == 1 && !bootstrapped;
  }

  /// The network, with scratch of one thread; its weights are those of [#SPAN].
  ///
  /// @param rows rows at most
  public Perceptron network(Shape shape, int rows) {
    return new Perceptron(shape.context(), depth, width, 1, activation, rows);
  }

  /// What an estimate is the sum of where the first term is of what a critic leaves of f.
  static List<Term> terms(List<Term> terms) {
    List<Term> left = new ArrayList<>(terms);
    if (!left.isEmpty()) {
      Term first = left.getFirst();
      left.set(0, new Term("REINFORCE of f − V", first.sign(), first.part()));
    }
    return List.copyOf(left);
  }

  /// The state with the critic's weights behind it, at their initial values.
  State extend(State state, Shape shape, RandomStream stream) {
    Perceptron network = network(shape, 1);
    State extended = state.with(SPAN, network.parameters(), false);
    network.initialize(extended.values(), extended.at(SPAN), stream);
    return extended;
  }
}
