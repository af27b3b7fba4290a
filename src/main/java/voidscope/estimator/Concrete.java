package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The gradient of the relaxed objective, ĝ = ∂f(σ(z/λ))/∂θ, of a categorical b with softmax(z/λ),
/// then also called Gumbel-softmax (Maddison et al. 2017, Jang et al. 2017). One relaxed evaluation
/// of f.
///
/// Biased. As λ → 0 the bias vanishes and the variance grows beyond bounds, but on the way the bias
/// need not fall: of (b − t)² with t = .45 at θ = .3 it changes its sign at λ = 1.154.
///
/// @param temperature λ
public record Concrete(double temperature) implements Estimator {
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

  private RelaxedObjective relaxation() {
    return new RelaxedObjective(temperature, false, 1, false);
  }

  @Override
  public boolean relaxes() {
    return true;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return relaxation().init(shape, stream);
  }

  @Override
  public void retune(State state) {
    relaxation().retune(state);
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    Surrogate.Evaluation evaluation = relaxation().evaluation(shape, objective);
    return new PathPass(shape, evaluation, evaluation::bind);
  }
}
