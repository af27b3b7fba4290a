package voidscope.estimator;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// An estimator with what helps it on episodes: a critic whose expectation V(x) is taken off f
/// before the estimator sees it, the clock in the context, and the variance of the whole episode's
/// gradient as what φ lowers. REINFORCE with a critic is A2C.
///
/// @param inner the estimator
/// @param critic null where there is none
/// @param clocked whether the context tells the time
/// @param byEpisode whether φ lowers the variance of the episode's gradient
public record OnEpisode(
    Estimator inner, @Nullable Critic critic, boolean clocked, boolean byEpisode)
    implements Estimator {
  @Override
  public Set<Capability> requires() {
    EnumSet<Capability> all = EnumSet.of(Capability.RETURNS);
    all.addAll(inner.requires());
    return all;
  }

  @Override
  public int evaluations() {
    return inner.evaluations();
  }

  @Override
  public boolean unbiased() {
    return inner.unbiased() && (critic == null || critic.unbiased());
  }

  @Override
  public int samples() {
    return inner.samples();
  }

  @Override
  public int hardSamples() {
    return inner.hardSamples();
  }

  @Override
  public boolean oneNoise() {
    return inner.oneNoise();
  }

  @Override
  public boolean conditional() {
    return inner.conditional();
  }

  @Override
  public boolean pathwise() {
    return inner.pathwise();
  }

  @Override
  public boolean relaxes() {
    return inner.relaxes();
  }

  @Override
  public @Nullable Surrogate surrogate() {
    return inner.surrogate();
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State state = inner.init(shape, stream);
    return critic == null ? state : critic.extend(state, shape, stream.child(Critic.SPAN));
  }

  @Override
  public void retune(State state) {
    inner.retune(state);
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return critic == null
        ? inner.pass(shape, objective)
        : new CriticPass(inner, critic, shape, objective);
  }

  private static final class CriticPass implements Pass {
    private final Objective objective;
    private final Pass inner;
    private final Perceptron network;
    private final boolean bootstrapped;
    private final List<Term> terms;

    /// f itself, and what is expected of it.
    private final float[] f;

    private final float[] expected;
    private final float[] baseline;
    private final float[] weight;

    CriticPass(Estimator estimator, Critic critic, Shape shape, Objective objective) {
      this.objective = objective;
      inner = estimator.pass(shape, new Excess(critic.trace()));
      network = critic.network(shape, shape.rows());
      bootstrapped = critic.bootstrapped();
      terms = Critic.terms(inner.terms());
      f = new float[shape.rows()];
      expected = new float[shape.rows()];
      baseline = new float[shape.rows()];
      weight = new float[shape.rows()];
    }

    /// What is left of f.
    private final class Excess implements Objective {
      private final double trace;

      Excess(double trace) {
        this.trace = trace;
      }

      @Override
      public Set<Capability> offers() {
        return objective.offers();
      }

      @Override
      public void value(Draw draw, int k, float[] left) {
        objective.excess(draw, k, expected, trace, left);
      }
    }

    @Override
    public void draw(State state, Draw draw, int from, int to) {
      inner.draw(state, draw, from, to);
    }

    @Override
    public void estimate(State state, Draw draw, float[] g) {
      int n = draw.n();
      network.bind(state.values(), state.values().length - network.parameters());
      if (bootstrapped && objective.cuts() > 0) {
        objective.goOn(network.value(objective.cuts(), objective.cutContext()));
      }
      System.arraycopy(network.value(n, draw.context()), 0, expected, 0, n);
      objective.value(draw, 0, f);
      inner.estimate(state, draw, g);
    }

    @Override
    public void adapt(State state, Draw draw, float[] r, float[] gphi) {
      inner.adapt(state, draw, r, gphi);
    }

    @Override
    public void fit(State state, Draw draw, float[] gphi) {
      int n = draw.n();
      int at = state.values().length - network.parameters();
      network.bind(state.values(), at);
      // ½ of the mean of (V − f)², by the network's output.
      Elementwise.subtract(n, network.value(n, draw.context()), f, weight);
      Elementwise.scale(n, 1f / n, weight, weight);
      network.reverse(n, weight, null, null, null, gphi, at);
    }

    @Override
    public List<Term> terms() {
      return terms;
    }

    @Override
    public void term(int index, Draw draw, float[] out) {
      inner.term(index, draw, out);
    }

    @Override
    public float @Nullable [] objective() {
      return f;
    }

    @Override
    public float @Nullable [] control() {
      return inner.control();
    }

    @Override
    public float @Nullable [] baseline() {
      float[] further = inner.baseline();
      if (further == null) {
        return expected;
      }
      Elementwise.add(expected.length, expected, further, baseline);
      return baseline;
    }
  }
}
