package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// [LeaveOneOut] of f with a control variate from the derivatives at the other samples,
///
///     ĝ = 1/K Σₖ (f̃ₖ − mean of the other f̃)·∂log p(bₖ)/∂θ − α·(mean of f′(bₖ))·∂E b/∂θ,
///     f̃ₖ = fₖ + α·⟨mean of the other f′(bⱼ), bₖ − E b⟩
///
/// (Titsias and Shi 2022). Unbiased for every α that does not depend on the samples, and for every
/// distribution whose mean is known: given the others, what is added to fₖ is linear in bₖ. α
/// follows the gradient of the variance, or is fixed; α = 0 is leave-one-out. K evaluations of f
/// and K of f′.
///
/// @param count K, at least 2
/// @param coefficient α, initial where it is tuned
/// @param tuned whether α follows the variance gradient
public record DoubleControl(int count, double coefficient, boolean tuned) implements Estimator {
  /// Span that holds α.
  static final String COEFFICIENT = "alpha";

  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.REPEATABLE, Capability.DERIVATIVE);
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
    State state = new State.Layout().span(COEFFICIENT, 1, tuned).allocate();
    state.values()[0] = (float) coefficient;
    return state;
  }

  @Override
  public void retune(State state) {
    state.train(COEFFICIENT, tuned);
    if (!tuned) {
      state.values()[0] = (float) coefficient;
    }
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new DoubleControlPass(shape, objective);
  }
}
