package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The pathwise estimator ĝ = f′(b)·∂b/∂θ with b = T(θ, ε) (Kingma and Welling 2014, Rezende et al.
/// 2014). Unbiased; one evaluation of f and f′; b must be continuous and f smooth.
public record Reparameterization() implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.CONTINUOUS, Capability.DERIVATIVE);
  }

  @Override
  public int evaluations() {
    return 1;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return new State.Layout().allocate();
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new PathPass(shape, objective.dual(shape.rows()), (state, context) -> {});
  }
}
