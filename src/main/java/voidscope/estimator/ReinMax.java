package voidscope.estimator;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// The straight-through estimator to second order,
///
///     ĝ = [2J(m) − ½J(π)]·f′(b),   m = (b + π_τ)/2,   J(m) = diag m − mmᵀ
///
/// in the logits, with π = E b and π_τ the mean at the logits divided by τ (Liu et al. 2023); of a
/// Bernoulli b J(m) is m(1 − m). One evaluation of f.
///
/// Biased. At τ = 1 its mean is that of the trapezoidal rule along each latent, so that it is exact
/// where f is quadratic in each latent, the others held; elsewhere the error is of third order.
///
/// @param temperature τ
public record ReinMax(double temperature) implements Estimator {
  /// Span that holds τ.
  private static final String TEMPERATURE = "tau";

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
    State state = new State.Layout().span(TEMPERATURE, 1, false).allocate();
    retune(state);
    return state;
  }

  @Override
  public void retune(State state) {
    state.values()[0] = (float) temperature;
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    float[] half = new float[shape.rows() * shape.distribution().parameters()];
    return new HardSlopePass(
        shape,
        objective,
        (state, draw, k, slope, g) -> {
          int count = draw.n() * shape.distribution().parameters();
          shape.relaxable().reverseHalfway(draw, k, 1 / state.values()[0], slope, g);
          shape.relaxable().reverseMean(draw, slope, half);
          Elementwise.scale(count, 2, g, g);
          Elementwise.axpy(count, -0.5f, half, g);
        });
  }
}
