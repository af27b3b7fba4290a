package voidscope.estimator;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.distribution.Relaxation;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// [StraightThroughGumbel] with the slope of its relaxation averaged over K relaxed samples that
/// agree with b,
///
///     ĝ = f′(b)·1/K Σₖ ∂σ(z/λ)/∂θ at z = z̃ₖ,   z̃ₖ ~ p(z | b, θ)
///
/// of a categorical b with softmax(z/λ) (Paulus et al. 2021). The derivative is that of the free
/// path, so the mean is that of straight-through Gumbel: biased. Its variance is never greater, and
/// what K lowers of it falls as 1/K. One evaluation of f.
///
/// It draws one b. The K relaxed samples take the noise v of one sample each, and all of these
/// stand at the first one's b.
///
/// @param temperature λ
/// @param count K, at least 1
public record GumbelRao(double temperature, int count) implements Estimator {
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
  public int samples() {
    return count;
  }

  @Override
  public int hardSamples() {
    return 1;
  }

  @Override
  public boolean oneNoise() {
    return true;
  }

  @Override
  public boolean conditional() {
    return true;
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
    return new AveragePass(shape, objective);
  }

  private static final class AveragePass implements Pass {
    private final Relaxable distribution;
    private final Dual dual;
    private final Relaxation relaxation;
    private final float[] share;
    private final float[] f;
    private final float[] slope;
    private final float[] zt;
    private final float[] jacobian;
    private final float[] part;
    private final float[] toZ;

    AveragePass(Shape shape, Objective objective) {
      distribution = shape.relaxable();
      int rows = shape.rows();
      int width = rows * distribution.width();
      dual = objective.dual(rows);
      relaxation = distribution.relaxation(rows);
      share = new float[rows];
      f = new float[rows];
      slope = new float[width];
      zt = new float[width];
      jacobian = new float[rows * distribution.jacobian()];
      part = new float[width];
      toZ = new float[width];
    }

    @Override
    public void draw(State state, Draw draw, int from, int to) {
      distribution.sample(draw, 0, from, to);
      int at = from * distribution.width();
      int length = to * distribution.width() - at;
      for (int k = 1; k < draw.samples(); k++) {
        System.arraycopy(draw.z()[0], at, draw.z()[k], at, length);
        System.arraycopy(draw.b()[0], at, draw.b()[k], at, length);
      }
    }

    @Override
    public void estimate(State state, Draw draw, float[] g) {
      int n = draw.n();
      int count = n * distribution.width();
      Elementwise.fill(n, 1f / draw.samples(), share);
      dual.value(n, draw.b()[0], f);
      dual.reverse(n, share, null, slope, null, null);
      relaxation.temperature(state.values()[0]);
      Elementwise.fill(count, 0, toZ);
      for (int k = 0; k < draw.samples(); k++) {
        distribution.conditional(draw, k, zt, jacobian);
        relaxation.value(n, zt);
        relaxation.reverse(n, slope, part);
        Elementwise.add(count, toZ, part, toZ);
      }
      distribution.reverse(draw, 0, toZ, g);
    }
  }
}
