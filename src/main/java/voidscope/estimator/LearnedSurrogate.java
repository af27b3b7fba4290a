package voidscope.estimator;

import java.util.Set;
import voidscope.network.ScaledNetwork;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// RELAX's surrogate (Grathwohl et al. 2018): a network, free, c_φ(z) = net(x), or in the
/// structured form c_φ(z) = f(σ(z/λ)) + net(x), where x is 2σ(z/λ) − 1 or z, followed by the
/// context; the soft sample of a categorical b is softmax(z/λ).
///
/// How much of x the network sees, its [Scope] says: a surrogate may rely on all latents together
/// where f is a sum over them, and on their order where f has none, and the other way round. Each
/// is a number c_φ(z), so none makes an estimate biased.
///
/// φ is log λ and the network's weights; the network's output scale starts at zero, so the
/// surrogate starts at 0 or at the relaxed objective.
///
/// @param structured whether f(σ(z/λ)) is part of it
/// @param relaxedInput whether the network reads 2σ(z/λ) − 1 rather than z
/// @param scope of how much the network is a function
/// @param depth hidden layers
/// @param hidden units a hidden layer
/// @param activation of the hidden layers
/// @param temperature λ, initial where it is tuned
/// @param tuneTemperature whether λ follows the variance gradient
public record LearnedSurrogate(
    boolean structured,
    boolean relaxedInput,
    Scope scope,
    int depth,
    int hidden,
    Activation activation,
    double temperature,
    boolean tuneTemperature)
    implements Surrogate {
  /// Of how much of x the network is a function.
  public enum Scope {
    /// net(x, context): all latents at once.
    GLOBAL,
    /// Σᵢ net(xᵢ), one network of each latent alone (of a categorical one's K floats): it knows no
    /// interplay and no order. The context is not read.
    LOCAL,
    /// Σᵢ net(xᵢ, iʹ), which knows the latent's place as well, iʹ from −1 to 1. The context is not
    /// read.
    ORDERED
  }

  @Override
  public Set<Capability> requires() {
    return structured
        ? Set.of(Capability.DISCRETE, Capability.DERIVATIVE)
        : Set.of(Capability.DISCRETE);
  }

  @Override
  public int evaluations() {
    return structured ? 1 : 0;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    ScaledNetwork network = network(shape, 1);
    State state =
        new State.Layout()
            .span(TEMPERATURE, 1, tuneTemperature)
            .span(NETWORK, network.parameters(), true)
            .allocate();
    state.values()[0] = (float) Math.log(temperature);
    network.initialize(state.values(), 1, stream);
    return state;
  }

  @Override
  public void retune(State state) {
    state.train(TEMPERATURE, tuneTemperature);
    if (!tuneTemperature) {
      state.values()[state.at(TEMPERATURE)] = (float) Math.log(temperature);
    }
  }

  @Override
  public Evaluation evaluation(Shape shape, Objective objective) {
    return new LearnedEvaluation(
        this,
        shape,
        network(shape, shape.rows()),
        structured ? objective.dual(shape.rows()) : null);
  }

  private ScaledNetwork network(Shape shape, int rows) {
    int width = shape.distribution().width();
    return scope == Scope.GLOBAL
        ? ScaledNetwork.of(width, shape.context(), depth, hidden, activation, rows)
        : ScaledNetwork.sum(
            width,
            shape.relaxable().latents(),
            scope == Scope.ORDERED,
            depth,
            hidden,
            activation,
            rows);
  }
}
