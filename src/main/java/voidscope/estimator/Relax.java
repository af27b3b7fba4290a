package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// REINFORCE with a surrogate as its control variate,
///
///     ĝ = [f(b) − c_φ(z̃)]·∂log p(b)/∂θ + ∂c_φ(z)/∂θ − ∂c_φ(z̃)/∂θ
///
/// (Grathwohl et al. 2018). With [RelaxedObjective] as surrogate it is REBAR (Tucker et al. 2017),
/// with [LearnedSurrogate] it is RELAX. Unbiased for every φ that does not depend on the sample.
/// Evaluations of f: 1, and 2 relaxed ones where the surrogate asks f (1 if coupled).
///
/// Coupled noise takes z̃ = z, with the derivative of the conditional: one evaluation of c less.
///
/// @param surrogate the control variate c_φ
/// @param coupled whether the conditional noise is the free noise mapped back
public record Relax(Surrogate surrogate, boolean coupled) implements Estimator {
  @Override
  public Set<Capability> requires() {
    return surrogate.requires();
  }

  @Override
  public int evaluations() {
    return 1 + surrogate.evaluations() * (coupled ? 1 : 2);
  }

  @Override
  public boolean conditional() {
    return !coupled;
  }

  @Override
  public boolean relaxes() {
    return true;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return surrogate.init(shape, stream);
  }

  @Override
  public void retune(State state) {
    surrogate.retune(state);
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new RelaxPass(shape, objective, surrogate, coupled);
  }
}
