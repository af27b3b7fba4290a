package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// REINFORCE with K samples, each with the mean of the others as its baseline,
///
///     ĝ = 1/K Σₖ (fₖ − mean of the other f)·∂log p(bₖ)/∂θ
///
/// (Kool et al. 2019). Unbiased; K evaluations of f, which may be a black box.
///
/// @param count K, at least 2
public record LeaveOneOut(int count) implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.REPEATABLE);
  }

  @Override
  public int evaluations() {
    return count;
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
    return new State.Layout().allocate();
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new OthersPass(shape, objective);
  }

  private static final class OthersPass implements Pass {
    private final Shape shape;
    private final Objective objective;
    private final float[][] f;
    private final float[] sum;
    private final float[] weight;
    private final float[] score;

    OthersPass(Shape shape, Objective objective) {
      this.shape = shape;
      this.objective = objective;
      f = new float[shape.samples()][shape.rows()];
      sum = new float[shape.rows()];
      weight = new float[shape.rows()];
      score = new float[shape.rows() * shape.distribution().parameters()];
    }

    @Override
    public void draw(State state, Draw draw, int from, int to) {
      for (int k = 0; k < draw.samples(); k++) {
        shape.distribution().sample(draw, k, from, to);
      }
    }

    @Override
    public void estimate(State state, Draw draw, float[] g) {
      int n = draw.n();
      int parameters = shape.distribution().parameters();
      int samples = draw.samples();
      Elementwise.fill(n, 0, sum);
      for (int k = 0; k < samples; k++) {
        objective.value(draw, k, f[k]);
        Elementwise.add(n, sum, f[k], sum);
      }
      Elementwise.fill(n * parameters, 0, g);
      for (int k = 0; k < samples; k++) {
        // fₖ − (S − fₖ)/(K − 1) = (K·fₖ − S)/(K − 1), and 1/K before all.
        float share = 1f / (samples - 1);
        Elementwise.scale(n, share, f[k], weight);
        Elementwise.axpy(n, -share / samples, sum, weight);
        shape.distribution().score(draw, k, score);
        Elementwise.rowMultiplyAdd(n, parameters, weight, score, g);
      }
    }

    @Override
    public float @Nullable [] objective() {
      return f[0];
    }
  }
}
