package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// REINFORCE with a control variate of known mean, ĝ = ĝ₀ − a·(c − E c), ĝ₀ = f(b)·∂log p(b)/∂θ.
///
/// c is the score, whose mean is zero (a is then a baseline), or the first-order Taylor expansion
/// of f about E b times the score, [f(m) + f′(m)(b − m)]·∂log p(b)/∂θ with m = E b, whose mean is
/// f′(m)·∂m/∂θ (Paisley et al. 2012; Gu et al. 2016 with a = 1). At the best a = Cov(ĝ₀, c)/Var c
/// the variance is 1 − ρ² of ĝ₀'s, ρ their correlation; covariances of vectors are traces.
///
/// Fitted, a is the ratio of running means over past steps, so it does not depend on the sample and
/// the estimate stays unbiased. Evaluations of f: 1, with the expansion 2.
///
/// @param control which c
/// @param coefficient a, initial where it is fitted
/// @param fitted whether a is fitted
/// @param decay what the running means keep at each step
public record ControlVariate(Control control, double coefficient, boolean fitted, double decay)
    implements Estimator {
  /// Span that holds a.
  public static final String COEFFICIENT = "coefficient";

  /// Span that holds the running means of ⟨ĝ₀, c − E c⟩ and ‖c − E c‖².
  static final String MEANS = "means";

  /// Which control variate.
  public enum Control {
    /// ∂log p(b)/∂θ, of mean zero.
    SCORE,
    /// The first-order expansion of f about E b, times the score.
    TAYLOR
  }

  @Override
  public Set<Capability> requires() {
    return control == Control.TAYLOR ? Set.of(Capability.DERIVATIVE) : Set.of();
  }

  @Override
  public int evaluations() {
    return control == Control.TAYLOR ? 2 : 1;
  }

  @Override
  public boolean pathwise() {
    return false;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State state = new State.Layout().span(COEFFICIENT, 1, false).span(MEANS, 2, false).allocate();
    state.values()[0] = (float) coefficient;
    return state;
  }

  @Override
  public void retune(State state) {
    if (!fitted) {
      state.values()[0] = (float) coefficient;
    }
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new ControlVariatePass(shape, objective, this);
  }
}
