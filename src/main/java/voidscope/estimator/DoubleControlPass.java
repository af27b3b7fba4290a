package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// The pass of [DoubleControl]: ĝ = base + α·control.
final class DoubleControlPass implements Pass {
  static final List<Term> TERMS =
      List.of(
          new Term("leave-one-out of f", 1, Term.Part.SCORE),
          new Term("α(c − E c)", 1, Term.Part.SCORE));

  private final Pathwise distribution;
  private final Linearized others;
  private final float[][] c;
  private final float[] sum;
  private final float[] weight;
  private final float[] mean;
  private final float[] away;
  private final float[] slope;
  private final float[] score;
  private final float[] base;
  private final float[] control;
  private float coefficient;

  DoubleControlPass(Shape shape, Objective objective) {
    distribution = shape.distribution();
    int rows = shape.rows();
    int width = rows * distribution.width();
    int size = rows * distribution.parameters();
    others = new Linearized(shape, objective);
    c = new float[shape.samples()][rows];
    sum = new float[rows];
    weight = new float[rows];
    mean = new float[width];
    away = new float[width];
    slope = new float[width];
    score = new float[size];
    base = new float[size];
    control = new float[size];
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
    int samples = draw.samples();
    int parameters = distribution.parameters();
    int count = n * parameters;
    int wide = n * distribution.width();
    distribution.mean(draw, mean);
    others.evaluate(draw);
    Elementwise.fill(n, 0, sum);
    for (int k = 0; k < samples; k++) {
      others.othersSlope(draw, k, slope);
      Elementwise.subtract(wide, draw.b()[k], mean, away);
      Elementwise.rowDot(n, distribution.width(), slope, away, c[k]);
      Elementwise.add(n, sum, c[k], sum);
    }
    Elementwise.scale(wide, -1f / samples, others.slopeSum(), slope);
    distribution.reverseMean(draw, slope, control);
    Elementwise.fill(count, 0, base);
    for (int k = 0; k < samples; k++) {
      distribution.score(draw, k, score);
      others.leaveOneOut(draw, k, weight);
      Elementwise.rowMultiplyAdd(n, parameters, weight, score, base);
      Linearized.leaveOneOut(n, samples, c[k], sum, weight);
      Elementwise.rowMultiplyAdd(n, parameters, weight, score, control);
    }
    coefficient = state.values()[0];
    System.arraycopy(base, 0, g, 0, count);
    Elementwise.axpy(count, coefficient, control, g);
  }

  @Override
  public void adapt(State state, Draw draw, float[] r, float[] gphi) {
    gphi[0] += Reduce.dot(draw.n() * distribution.parameters(), r, control);
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
    return others.f(0);
  }
}
