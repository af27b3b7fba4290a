package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// REINFORCE of a continuous b with a learned surrogate as its control variate,
///
///     ĝ = [f(b) − c_φ(b)]·∂log p(b)/∂θ + ∂c_φ(b)/∂θ,   b = T(θ, ε)
///
/// (Grathwohl et al. 2018): REINFORCE of f, less REINFORCE of c, plus the reparameterization of c.
/// Unbiased for every φ that does not depend on the sample; f may be a black box. One evaluation of
/// f, two where f is part of the surrogate.
///
/// @param surrogate the control variate c_φ
public record Lax(Surrogate surrogate) implements Estimator {
  @Override
  public Set<Capability> requires() {
    return surrogate.requires();
  }

  @Override
  public int evaluations() {
    return 1 + surrogate.evaluations();
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
    return new LaxPass(shape, objective, surrogate);
  }
}
