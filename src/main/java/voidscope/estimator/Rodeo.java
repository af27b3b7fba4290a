package voidscope.estimator;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// [LeaveOneOut] of f with two control variates from a Stein operator, of mean zero for every
/// function h,
///
///     ĝ = 1/K Σₖ {[fₖ − mean of the other (fⱼ + α(Ahⱼ)(bⱼ))]·s(bₖ) + β(A[hₖ·s])(bₖ)},
///     (Ah)(b) = 1/D Σᵢ P(bᵢ flips | the other latents)·(h(b with bᵢ flipped) − h(b)),
///     hₖ(y) = H(mean of the other fⱼ + ⟨f′(bⱼ), y − bⱼ⟩)
///
/// with the score s = ∂log p(b)/∂θ (Shi et al. 2022), of Bernoulli latents. Unbiased for all α, β
/// and H that do not depend on the samples: given the others, hₖ is a fixed function. K evaluations
/// of f and K of f′; at the flips only H is asked.
///
/// α, β and H follow the gradient of the variance, or are fixed. A learned H has a head for each of
/// its two uses, H(x) = x + network(x − mean of the other fⱼ): the level of f is kept from the
/// network, which could do nothing with it but lose digits. The heads begin at zero, so that H
/// begins as the identity.
///
/// @param count K, at least 2
/// @param heads the learned part of H; null where H is the identity
/// @param alpha α, initial where it is tuned
/// @param tuneAlpha whether α follows the variance gradient
/// @param beta β, initial where it is tuned
/// @param tuneBeta whether β follows the variance gradient
public record Rodeo(
    int count,
    @Nullable Heads heads,
    double alpha,
    boolean tuneAlpha,
    double beta,
    boolean tuneBeta)
    implements Estimator {
  /// Span that holds α.
  static final String ALPHA = "alpha";

  /// Span that holds β.
  static final String BETA = "beta";

  /// Where H's weights begin.
  static final int NETWORK_AT = 2;

  /// The network of H.
  ///
  /// @param depth hidden layers
  /// @param hidden units a hidden layer
  /// @param activation of the hidden layers
  public record Heads(int depth, int hidden, Activation activation) {
    /// Its outputs: that for Ah, and that for A\[h·s\].
    static final int COUNT = 2;

    /// A network with scratch for so many points.
    Perceptron network(int points) {
      return new Perceptron(1, depth, hidden, COUNT, activation, points);
    }
  }

  @Override
  public Set<Capability> requires() {
    return Set.of(
        Capability.DISCRETE, Capability.BERNOULLI, Capability.DERIVATIVE, Capability.REPEATABLE);
  }

  @Override
  public int evaluations() {
    return 2 * count;
  }

  @Override
  public int samples() {
    return count;
  }

  @Override
  public boolean pathwise() {
    return false;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State.Layout layout = new State.Layout().span(ALPHA, 1, tuneAlpha).span(BETA, 1, tuneBeta);
    State state;
    if (heads == null) {
      state = layout.allocate();
    } else {
      Perceptron network = heads.network(1);
      state = layout.span(Surrogate.NETWORK, network.parameters(), true).allocate();
      network.initialize(state.values(), NETWORK_AT, stream);
      int end = NETWORK_AT + network.parameters();
      Arrays.fill(state.values(), end - (heads.hidden() + 1) * Heads.COUNT, end, 0);
    }
    state.values()[0] = (float) alpha;
    state.values()[1] = (float) beta;
    return state;
  }

  @Override
  public void retune(State state) {
    state.train(ALPHA, tuneAlpha);
    state.train(BETA, tuneBeta);
    if (!tuneAlpha) {
      state.values()[0] = (float) alpha;
    }
    if (!tuneBeta) {
      state.values()[1] = (float) beta;
    }
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new RodeoPass(shape, objective, heads);
  }
}
