package voidscope.estimator;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// The score-function estimator ĝ = (f(b) − a)·∂log p(b)/∂θ (Williams 1992), with a baseline a that
/// does not depend on b. Unbiased; one evaluation of f; f may be a black box.
///
/// @param baseline how a is found
/// @param decay what the running mean keeps at each step
public record Reinforce(Baseline baseline, double decay) implements Estimator {
  static final List<Term> TERMS =
      List.of(
          new Term("REINFORCE of f", 1, Term.Part.SCORE),
          new Term("a·∂log p(b)/∂θ", -1, Term.Part.SCORE));
  private static final String VALUE = "baseline";
  private static final String MEAN = "mean";

  /// How the baseline is found.
  public enum Baseline {
    /// a = 0.
    NONE,
    /// Exponential moving average of f over the past steps, its start corrected as in Adam.
    RUNNING_MEAN,
    /// One scalar, trained to lower the variance of ĝ: the constant case of RELAX's surrogate.
    LEARNED
  }

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

  @Override
  public State init(Shape shape, RandomStream stream) {
    State.Layout layout = new State.Layout();
    switch (baseline) {
      case NONE -> {}
      case RUNNING_MEAN -> layout.span(VALUE, 1, false).span(MEAN, 2, false);
      case LEARNED -> layout.span(VALUE, 1, true);
    }
    return layout.allocate();
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    return new ScorePass(shape, objective);
  }

  private final class ScorePass implements Pass {
    private final Shape shape;
    private final Objective objective;
    private final float[][] f;
    private final float[][] score;
    private final float[] centred;
    private final float[] projection;
    private float a;

    ScorePass(Shape shape, Objective objective) {
      this.shape = shape;
      this.objective = objective;
      int parameters = shape.distribution().parameters();
      f = new float[shape.samples()][shape.rows()];
      score = new float[shape.samples()][shape.rows() * parameters];
      centred = new float[shape.rows()];
      projection = new float[shape.rows()];
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
      int width = shape.distribution().parameters();
      a = baseline == Baseline.NONE ? 0 : state.values()[0];
      float share = 1f / draw.samples();
      for (int k = 0; k < draw.samples(); k++) {
        objective.value(draw, k, f[k]);
        shape.distribution().score(draw, k, score[k]);
        Elementwise.affine(n, share, f[k], -a * share, centred);
        if (k == 0) {
          Elementwise.rowMultiply(n, width, centred, score[k], g);
        } else {
          Elementwise.rowMultiplyAdd(n, width, centred, score[k], g);
        }
      }
    }

    @Override
    public void adapt(State state, Draw draw, float[] r, float[] gphi) {
      switch (baseline) {
        case NONE -> {}
        case RUNNING_MEAN -> follow(state.values(), draw);
        case LEARNED -> descend(draw, r, gphi);
      }
    }

    /// values: baseline, uncorrected average, its weight.
    private void follow(float[] values, Draw draw) {
      double mean = 0;
      for (int k = 0; k < draw.samples(); k++) {
        for (int i = 0; i < draw.n(); i++) {
          mean += f[k][i];
        }
      }
      mean /= (double) draw.n() * draw.samples();
      values[1] = (float) (decay * values[1] + (1 - decay) * mean);
      values[2] = (float) (decay * values[2] + (1 - decay));
      values[0] = values[1] / values[2];
    }

    private void descend(Draw draw, float[] r, float[] gphi) {
      int width = shape.distribution().parameters();
      double sum = 0;
      for (int k = 0; k < draw.samples(); k++) {
        Elementwise.rowDot(draw.n(), width, r, score[k], projection);
        for (int i = 0; i < draw.n(); i++) {
          sum += projection[i];
        }
      }
      gphi[0] -= (float) (sum / draw.samples());
    }

    @Override
    public List<Term> terms() {
      return baseline == Baseline.NONE ? List.of() : TERMS;
    }

    @Override
    public void term(int index, Draw draw, float[] out) {
      if (baseline == Baseline.NONE) {
        Pass.super.term(index, draw, out);
      }
      int n = draw.n();
      int width = shape.distribution().parameters();
      Elementwise.fill(n * width, 0, out);
      float share = 1f / draw.samples();
      for (int k = 0; k < draw.samples(); k++) {
        Elementwise.affine(n, index == 0 ? share : 0, f[k], index == 0 ? 0 : a * share, centred);
        Elementwise.rowMultiplyAdd(n, width, centred, score[k], out);
      }
    }

    @Override
    public float @Nullable [] objective() {
      return f[0];
    }

    @Override
    public float @Nullable [] baseline() {
      if (baseline == Baseline.NONE) {
        return null;
      }
      Elementwise.fill(centred.length, a, centred);
      return centred;
    }
  }
}
