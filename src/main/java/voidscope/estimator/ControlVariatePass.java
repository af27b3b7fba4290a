package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.network.Dual;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// The pass of [ControlVariate].
final class ControlVariatePass implements Pass {
  static final List<Term> TERMS =
      List.of(
          new Term("REINFORCE of f", 1, Term.Part.SCORE),
          new Term("a(c − E c)", -1, Term.Part.SCORE));

  private final Pathwise distribution;
  private final Objective objective;
  private final ControlVariate description;
  private final @Nullable Dual dual;
  private final float[] f;
  private final float[] weight;
  private final float[] score;
  private final float[] base;
  private final float[] control;
  private final float[] mean;
  private final float[] slope;
  private final float[] expected;
  private final float[] atMean;
  private final float[] share;
  private float coefficient;

  ControlVariatePass(Shape shape, Objective objective, ControlVariate description) {
    this.objective = objective;
    this.description = description;
    distribution = shape.distribution();
    int rows = shape.rows();
    boolean expands = description.control() == ControlVariate.Control.TAYLOR;
    dual = expands ? objective.dual(rows) : null;
    int size = rows * distribution.parameters();
    f = new float[rows];
    weight = new float[rows];
    score = new float[size];
    base = new float[size];
    control = new float[size];
    mean = new float[expands ? rows * distribution.width() : 0];
    slope = new float[mean.length];
    expected = new float[expands ? size : 0];
    atMean = new float[rows];
    share = new float[rows];
  }

  @Override
  public void draw(State state, Draw draw, int from, int to) {
    for (int k = 0; k < draw.samples(); k++) {
      distribution.sample(draw, k, from, to);
    }
  }

  @Override
  public void estimate(State state, Draw draw, float[] g) {
    int n = draw.n();
    int parameters = distribution.parameters();
    int count = n * parameters;
    expand(draw);
    Elementwise.fill(count, 0, base);
    Elementwise.fill(count, 0, control);
    // Sample 0 comes last: its f is what objective() tells.
    for (int k = draw.samples() - 1; k >= 0; k--) {
      objective.value(draw, k, f);
      distribution.score(draw, k, score);
      Elementwise.multiply(n, share, f, weight);
      Elementwise.rowMultiplyAdd(n, parameters, weight, score, base);
      weigh(draw, k);
      Elementwise.rowMultiplyAdd(n, parameters, weight, score, control);
    }
    if (dual != null) {
      Elementwise.subtract(count, control, expected, control);
    }
    coefficient = state.values()[0];
    System.arraycopy(base, 0, g, 0, count);
    Elementwise.axpy(count, -coefficient, control, g);
  }

  /// f and f′ at E b, and the mean of c.
  private void expand(Draw draw) {
    int n = draw.n();
    Elementwise.fill(n, 1, share);
    if (dual != null) {
      distribution.mean(draw, mean);
      dual.value(n, mean, atMean);
      dual.reverse(n, share, null, slope, null, null);
      distribution.reverseMean(draw, slope, expected);
    }
    Elementwise.fill(n, 1f / draw.samples(), share);
  }

  /// What c multiplies the score with, divided by K.
  private void weigh(Draw draw, int k) {
    System.arraycopy(share, 0, weight, 0, draw.n());
    if (dual == null) {
      return;
    }
    int width = distribution.width();
    float[] b = draw.b()[k];
    for (int i = 0; i < draw.n(); i++) {
      float sum = atMean[i];
      for (int at = i * width; at < (i + 1) * width; at++) {
        sum = Math.fma(slope[at], b[at] - mean[at], sum);
      }
      weight[i] *= sum;
    }
  }

  @Override
  public void adapt(State state, Draw draw, float[] r, float[] gphi) {
    int count = draw.n() * distribution.parameters();
    float[] values = state.values();
    float keep = (float) description.decay();
    values[1] = keep * values[1] + (1 - keep) * Reduce.dot(count, base, control);
    values[2] = keep * values[2] + (1 - keep) * Reduce.dot(count, control, control);
    if (description.fitted() && values[2] > 0) {
      values[0] = values[1] / values[2];
    }
  }

  @Override
  public List<Term> terms() {
    return TERMS;
  }

  @Override
  public void term(int index, Draw draw, float[] out) {
    int count = draw.n() * distribution.parameters();
    if (index == 0) {
      System.arraycopy(base, 0, out, 0, count);
    } else {
      Elementwise.scale(count, coefficient, control, out);
    }
  }

  @Override
  public float @Nullable [] objective() {
    return f;
  }
}
