package voidscope.estimator;

import java.util.Set;
import voidscope.distribution.Relaxation;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The straight-through Gumbel estimator ĝ = f′(b)·∂σ(z/λ)/∂θ, f's derivative at the hard sample
/// and the relaxation's path (Jang et al. 2017); for a Bernoulli b that is f′(b)·σ′(z/λ)/λ. Biased;
/// one evaluation of f.
///
/// @param temperature λ
public record StraightThroughGumbel(double temperature) implements Estimator {
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
  public boolean relaxes() {
    return true;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State state = new State.Layout().span(Surrogate.TEMPERATURE, 1, false).allocate();
    retune(state);
    return state;
  }

  @Override
  public void retune(State state) {
    state.values()[0] = (float) Math.log(temperature);
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    Relaxation relaxation = shape.relaxable().relaxation(shape.rows());
    float[] toZ = new float[shape.rows() * shape.distribution().width()];
    return new HardSlopePass(
        shape,
        objective,
        (state, draw, k, slope, g) -> {
          relaxation.temperature(state.values()[0]);
          relaxation.value(draw.n(), draw.z()[k]);
          relaxation.reverse(draw.n(), slope, toZ);
          shape.distribution().reverse(draw, k, toZ, g);
        });
  }
}
