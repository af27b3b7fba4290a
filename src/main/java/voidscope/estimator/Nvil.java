package voidscope.estimator;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.OuterProducts;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Elementwise;

/// REINFORCE with a learned baseline on the context, ĝ = (f(b) − f̄ − c_φ(x))·∂log p(b)/∂θ with the
/// running mean f̄ (Mnih and Gregor 2014). Unbiased; one evaluation of f; f may be a black box.
/// Without context, as on a toy, the network is left out, and what remains is [Reinforce] with the
/// running mean, to the bit.
///
/// The network is trained by least squares, to predict f: the paper's own rule, not the gradient of
/// the variance that the other control variates follow. The paper's division by a running deviation
/// is left out: an optimizer that scales its steps has no use for it.
///
/// @param hidden units of the network's tanh layer
/// @param decay what the running mean keeps at each step
public record Nvil(int hidden, double decay) implements Estimator {
  static final List<Term> TERMS =
      List.of(
          new Term("REINFORCE of f", 1, Term.Part.SCORE),
          new Term("baseline·∂log p(b)/∂θ", -1, Term.Part.SCORE));
  private static final String MEAN = "mean";
  private static final int NETWORK_AT = 3;

  @Override
  public Set<Capability> requires() {
    return Set.of();
  }

  @Override
  public int evaluations() {
    return 1;
  }

  @Override
  public boolean pathwise() {
    return false;
  }

  private Perceptron network(Shape shape, int rows) {
    return new Perceptron(shape.context(), 1, hidden, 1, Activation.TANH, rows);
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State.Layout layout = new State.Layout().span(MEAN, NETWORK_AT, false);
    if (shape.context() == 0) {
      return layout.allocate();
    }
    Perceptron network = network(shape, 1);
    State state = layout.span(Surrogate.NETWORK, network.parameters(), true).allocate();
    network.initialize(state.values(), NETWORK_AT, stream);
    return state;
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    return new BaselinePass(shape, objective);
  }

  private final class BaselinePass implements Pass {
    private final Shape shape;
    private final Objective objective;
    private final @Nullable Perceptron network;
    private final float[][] f;
    private final float[][] score;
    private final float[] baseline;
    private final float[] weight;

    BaselinePass(Shape shape, Objective objective) {
      this.shape = shape;
      this.objective = objective;
      int rows = shape.rows();
      network = shape.context() == 0 ? null : network(shape, rows);
      f = new float[shape.samples()][rows];
      score = new float[shape.samples()][rows * shape.distribution().parameters()];
      baseline = new float[rows];
      weight = new float[rows];
    }

    @Override
    public void keep(OuterProducts products) {
      if (network != null) {
        network.keep(products);
      }
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
      Elementwise.fill(n, state.values()[0], baseline);
      if (network != null) {
        network.bind(state.values(), NETWORK_AT);
        Elementwise.add(n, baseline, network.value(n, draw.context()), baseline);
      }
      Elementwise.fill(n * parameters, 0, g);
      for (int k = 0; k < draw.samples(); k++) {
        objective.value(draw, k, f[k]);
        shape.distribution().score(draw, k, score[k]);
        Elementwise.subtract(n, f[k], baseline, weight);
        Elementwise.scale(n, 1f / draw.samples(), weight, weight);
        Elementwise.rowMultiplyAdd(n, parameters, weight, score[k], g);
      }
    }

    @Override
    public void adapt(State state, Draw draw, float[] r, float[] gphi) {
      int n = draw.n();
      float share = 1f / draw.samples();
      Elementwise.fill(n, 0, weight);
      for (int k = 0; k < draw.samples(); k++) {
        Elementwise.axpy(n, share, f[k], weight);
      }
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += weight[i];
      }
      if (network != null) {
        // ½ of the mean of (f − baseline)², by the network's output.
        Elementwise.subtract(n, baseline, weight, weight);
        Elementwise.scale(n, 1f / n, weight, weight);
        network.reverse(n, weight, null, null, null, gphi, NETWORK_AT);
      }
      float[] values = state.values();
      values[1] = (float) (decay * values[1] + (1 - decay) * mean / n);
      values[2] = (float) (decay * values[2] + (1 - decay));
      values[0] = values[1] / values[2];
    }

    @Override
    public List<Term> terms() {
      return TERMS;
    }

    @Override
    public void term(int index, Draw draw, float[] out) {
      int n = draw.n();
      int parameters = shape.distribution().parameters();
      Elementwise.fill(n * parameters, 0, out);
      for (int k = 0; k < draw.samples(); k++) {
        Elementwise.scale(n, 1f / draw.samples(), index == 0 ? f[k] : baseline, weight);
        Elementwise.rowMultiplyAdd(n, parameters, weight, score[k], out);
      }
    }

    @Override
    public float @Nullable [] objective() {
      return f[0];
    }

    @Override
    public float @Nullable [] baseline() {
      return baseline;
    }
  }
}
