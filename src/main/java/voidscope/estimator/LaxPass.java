package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.network.OuterProducts;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;

/// The pass of [Lax]. Each sample keeps the evaluation of its estimate, so that `adapt` only adds a
/// tangent and a reverse pass to it.
final class LaxPass implements Pass {
  static final List<Term> TERMS =
      List.of(
          new Term("REINFORCE of f", 1, Term.Part.SCORE),
          new Term("REINFORCE of c", -1, Term.Part.SCORE),
          new Term("reparameterization of c", 1, Term.Part.PATH));

  private final Pathwise distribution;
  private final Objective objective;
  private final Sample[] samples;
  private final float[] share;
  private final float[] difference;
  private final float[] part;
  private final float[] tangent;
  private final float[] derivative;
  private final float[] alpha;
  private final float[] beta;

  LaxPass(Shape shape, Objective objective, Surrogate surrogate) {
    distribution = shape.distribution();
    this.objective = objective;
    int rows = shape.rows();
    samples = new Sample[shape.samples()];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = new Sample(shape, surrogate.evaluation(shape, objective));
    }
    share = new float[rows];
    difference = new float[rows];
    part = new float[rows * distribution.parameters()];
    tangent = new float[rows * distribution.width()];
    derivative = new float[rows];
    alpha = new float[rows];
    beta = new float[rows];
  }

  /// What is kept of one sample between estimate and adapt.
  private static final class Sample {
    final Surrogate.Evaluation surrogate;
    final float[] f;
    final float[] control;
    final float[] score;
    final float[] gz;

    Sample(Shape shape, Surrogate.Evaluation surrogate) {
      this.surrogate = surrogate;
      f = new float[shape.rows()];
      control = new float[shape.rows()];
      score = new float[shape.rows() * shape.distribution().parameters()];
      gz = new float[shape.rows() * shape.distribution().width()];
    }
  }

  @Override
  public void keep(OuterProducts products) {
    for (Sample sample : samples) {
      sample.surrogate.keep(products);
    }
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
    Elementwise.fill(n, 1f / draw.samples(), share);
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      objective.value(draw, k, sample.f);
      distribution.score(draw, k, sample.score);
      sample.surrogate.bind(state, draw.context());
      sample.surrogate.value(n, draw.z()[k], sample.control);
      sample.surrogate.reverse(n, share, null, sample.gz, null, null);
      Elementwise.subtract(n, sample.f, sample.control, difference);
      Elementwise.multiply(n, share, difference, difference);
      if (k == 0) {
        Elementwise.rowMultiply(n, parameters, difference, sample.score, g);
      } else {
        Elementwise.rowMultiplyAdd(n, parameters, difference, sample.score, g);
      }
      distribution.reverse(draw, k, sample.gz, part);
      Elementwise.add(n * parameters, part, g, g);
    }
  }

  /// ⟨r, ĝ⟩ is linear in c(b) and ∇c(b): a value and one directional derivative.
  @Override
  public void adapt(State state, Draw draw, float[] r, float[] gphi) {
    int n = draw.n();
    float weight = 1f / draw.samples();
    Elementwise.fill(n, weight, beta);
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      Elementwise.rowDot(n, distribution.parameters(), r, sample.score, alpha);
      Elementwise.scale(n, -weight, alpha, alpha);
      distribution.tangent(draw, k, r, tangent);
      sample.surrogate.tangent(n, tangent, derivative);
      sample.surrogate.reverse(n, alpha, beta, null, null, gphi);
    }
  }

  @Override
  public List<Term> terms() {
    return TERMS;
  }

  @Override
  public void term(int index, Draw draw, float[] out) {
    int n = draw.n();
    int parameters = distribution.parameters();
    Elementwise.fill(n * parameters, 0, out);
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      if (index == 2) {
        distribution.reverse(draw, k, sample.gz, part);
        Elementwise.add(n * parameters, part, out, out);
      } else {
        Elementwise.multiply(n, share, index == 0 ? sample.f : sample.control, difference);
        Elementwise.rowMultiplyAdd(n, parameters, difference, sample.score, out);
      }
    }
  }

  @Override
  public float @Nullable [] objective() {
    return samples[0].f;
  }

  @Override
  public float @Nullable [] control() {
    return samples[0].control;
  }
}
