package voidscope.estimator;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.distribution.Path;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// The gradient of the relaxed objective, ĝ = ∂f(σ(z/λ))/∂θ (Maddison et al. 2017, Jang et al.
/// 2017). Biased, the less the smaller λ, while its variance grows; one relaxed evaluation of f a
/// sample.
///
/// @param temperature λ
public record Concrete(double temperature) implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.RELAXATION);
  }

  private RelaxedObjective relaxation() {
    return new RelaxedObjective(temperature, false, 1, false);
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
    Estimator.demand("Concrete", requires(), objective);
    return new RelaxedPass(shape, relaxation().evaluation(shape, objective));
  }

  private static final class RelaxedPass implements Pass {
    private final Shape shape;
    private final Surrogate.Evaluation evaluation;
    private final float[] share;
    private final float[] f;
    private final float[] gz;
    private final float[] part;

    RelaxedPass(Shape shape, Surrogate.Evaluation evaluation) {
      this.shape = shape;
      this.evaluation = evaluation;
      share = new float[shape.rows()];
      f = new float[shape.rows()];
      gz = new float[shape.rows() * shape.distribution().width()];
      part = new float[shape.rows() * shape.distribution().parameters()];
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
      evaluation.bind(state, draw.context());
      Elementwise.fill(n, 1f / draw.samples(), share);
      for (int k = 0; k < draw.samples(); k++) {
        evaluation.value(n, draw.z()[k], f);
        evaluation.reverse(n, share, null, gz, null, null);
        float[] target = k == 0 ? g : part;
        shape.distribution().reverse(Path.FREE, draw, part, gz, target);
        if (k > 0) {
          Elementwise.add(n * shape.distribution().parameters(), part, g, g);
        }
      }
    }
  }
}
