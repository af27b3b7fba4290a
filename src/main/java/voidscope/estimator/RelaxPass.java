package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.network.OuterProducts;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;

/// The pass of [Relax]. Each sample keeps the evaluations of its estimate, so that `adapt` only
/// adds tangents and reverse passes to them.
final class RelaxPass implements Pass {
  static final List<Term> TERMS =
      List.of(
          new Term("REINFORCE of f", 1, Term.Part.SCORE),
          new Term("REINFORCE of c(z̃)", -1, Term.Part.SCORE),
          new Term("∂c(z)/∂θ", 1, Term.Part.PATH),
          new Term("∂c(z̃)/∂θ", -1, Term.Part.PATH));

  private final Relaxable distribution;
  private final Objective objective;
  private final Sample[] samples;
  private final float[] share;
  private final float[] difference;
  private final float[] part;
  private final float[] tangentFree;
  private final float[] tangentConditional;
  private final float[] derivative;
  private final float[] alpha;
  private final float[] beta;
  private final float[] zero;

  RelaxPass(Shape shape, Objective objective, Surrogate surrogate, boolean coupled) {
    distribution = shape.relaxable();
    this.objective = objective;
    int rows = shape.rows();
    int width = rows * distribution.width();
    samples = new Sample[shape.samples()];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = new Sample(shape, objective, surrogate, coupled);
    }
    share = new float[rows];
    difference = new float[rows];
    part = new float[rows * distribution.parameters()];
    tangentFree = new float[width];
    tangentConditional = new float[width];
    derivative = new float[rows];
    alpha = new float[rows];
    beta = new float[rows];
    zero = new float[rows];
  }

  /// What is kept of one sample between estimate and adapt.
  private static final class Sample {
    final Surrogate.Evaluation free;
    final Surrogate.@Nullable Evaluation own;
    final float[] f;
    final float[] control;
    final float[] score;
    final float[] zt;
    final float[] jacobian;
    final float[] gz;
    final float[] gzt;

    Sample(Shape shape, Objective objective, Surrogate surrogate, boolean coupled) {
      Relaxable distribution = shape.relaxable();
      int rows = shape.rows();
      int width = rows * distribution.width();
      free = surrogate.evaluation(shape, objective);
      own = coupled ? null : surrogate.evaluation(shape, objective);
      f = new float[rows];
      control = new float[rows];
      score = new float[rows * distribution.parameters()];
      zt = new float[width];
      jacobian = new float[rows * distribution.jacobian()];
      gz = new float[width];
      gzt = coupled ? gz : new float[width];
    }
  }

  @Override
  public void keep(OuterProducts products) {
    for (Sample sample : samples) {
      sample.free.keep(products);
      if (sample.own != null) {
        sample.own.keep(products);
      }
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
    int count = n * distribution.parameters();
    Elementwise.fill(n, 1f / draw.samples(), share);
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      objective.value(draw, k, sample.f);
      distribution.score(draw, k, sample.score);
      evaluate(sample, state, draw, k);
      Elementwise.subtract(n, sample.f, sample.control, difference);
      Elementwise.multiply(n, share, difference, difference);
      if (k == 0) {
        Elementwise.rowMultiply(n, distribution.parameters(), difference, sample.score, g);
      } else {
        Elementwise.rowMultiplyAdd(n, distribution.parameters(), difference, sample.score, g);
      }
      distribution.reverse(draw, k, sample.gz, part);
      Elementwise.add(count, g, part, g);
      distribution.conditionalReverse(draw, sample.jacobian, sample.gzt, part);
      Elementwise.subtract(count, g, part, g);
    }
  }

  /// c(z̃), ∇c(z) and ∇c(z̃), the gradients times 1/K.
  private void evaluate(Sample sample, State state, Draw draw, int k) {
    int n = draw.n();
    sample.free.bind(state, draw.context());
    if (sample.own == null) {
      distribution.couple(draw, k);
      distribution.conditional(draw, k, sample.zt, sample.jacobian);
      sample.free.value(n, draw.z()[k], sample.control);
      sample.free.reverse(n, share, null, sample.gz, null, null);
      return;
    }
    distribution.conditional(draw, k, sample.zt, sample.jacobian);
    sample.free.value(n, draw.z()[k], sample.control);
    sample.free.reverse(n, share, null, sample.gz, null, null);
    sample.own.bind(state, draw.context());
    sample.own.value(n, sample.zt, sample.control);
    sample.own.reverse(n, share, null, sample.gzt, null, null);
  }

  /// ⟨r, ĝ⟩ is linear in c(z̃), ∇c(z) and ∇c(z̃): a value and two directional derivatives.
  @Override
  public void adapt(State state, Draw draw, float[] r, float[] gphi) {
    int n = draw.n();
    float weight = 1f / draw.samples();
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      Elementwise.rowDot(n, distribution.parameters(), r, sample.score, alpha);
      Elementwise.scale(n, -weight, alpha, alpha);
      distribution.tangent(draw, k, r, tangentFree);
      distribution.conditionalTangent(draw, sample.jacobian, r, tangentConditional);
      Elementwise.fill(n, weight, beta);
      if (sample.own == null) {
        int width = n * distribution.width();
        Elementwise.subtract(width, tangentFree, tangentConditional, tangentFree);
        sample.free.tangent(n, tangentFree, derivative);
        sample.free.reverse(n, alpha, beta, null, null, gphi);
      } else {
        sample.free.tangent(n, tangentFree, derivative);
        sample.free.reverse(n, zero, beta, null, null, gphi);
        Elementwise.fill(n, -weight, beta);
        sample.own.tangent(n, tangentConditional, derivative);
        sample.own.reverse(n, alpha, beta, null, null, gphi);
      }
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
      switch (index) {
        case 2 -> {
          distribution.reverse(draw, k, sample.gz, part);
          Elementwise.add(n * parameters, part, out, out);
        }
        case 3 -> {
          distribution.conditionalReverse(draw, sample.jacobian, sample.gzt, part);
          Elementwise.add(n * parameters, part, out, out);
        }
        default -> {
          Elementwise.multiply(n, share, index == 0 ? sample.f : sample.control, difference);
          Elementwise.rowMultiplyAdd(n, parameters, difference, sample.score, out);
        }
      }
    }
  }

  @Override
  public float[] objective() {
    return samples[0].f;
  }

  @Override
  public float[] control() {
    return samples[0].control;
  }
}
