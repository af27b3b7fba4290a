package voidscope.estimator;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The exact gradient, asked of the objective. Unbiased, without variance.
public record Exact() implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.EXACT_GRADIENT);
  }

  @Override
  public int evaluations() {
    return 0;
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
    return new Pass() {
      @Override
      public void draw(State state, Draw draw, int from, int to) {
        for (int k = 0; k < draw.samples(); k++) {
          shape.distribution().sample(draw, k, from, to);
        }
      }

      @Override
      public void estimate(State state, Draw draw, float[] g) {
        objective.gradient(draw, g);
      }
    };
  }
}
