package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The straight-through estimator ĝ = f′(b)·∂E b/∂θ, which takes b for its mean on the way back
/// (Bengio et al. 2013); for a Bernoulli b that is f′(b)·p(1−p). One evaluation of f.
///
/// Biased, except where f is linear, or quadratic with p = ½ for every Bernoulli b.
public record StraightThrough() implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.DISCRETE, Capability.DERIVATIVE);
  }

  @Override
  public boolean unbiased() {
    return false;
  }

  @Override
  public int evaluations() {
    return 1;
  }

  @Override
  public boolean pathwise() {
    return false;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return new State.Layout().allocate();
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new HardSlopePass(
        shape,
        objective,
        (state, draw, k, slope, g) -> shape.relaxable().reverseMean(draw, slope, g));
  }
}
