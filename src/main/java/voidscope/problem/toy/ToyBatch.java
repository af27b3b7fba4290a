package voidscope.problem.toy;

import voidscope.distribution.Draw;
import voidscope.estimator.Shape;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// Rows that all have the θ that is trained; its gradient is the mean over them.
final class ToyBatch implements Batch {
  private final Draw draw;
  private final Objective objective;
  private final int parameters;
  private final float[] mean;
  private final float[] f;

  ToyBatch(Shape shape, Objective objective) {
    this.objective = objective;
    draw = shape.allocate();
    parameters = shape.distribution().parameters();
    mean = new float[parameters];
    f = new float[shape.rows()];
  }

  @Override
  public void begin(float[] theta, long step) {
    if (parameters == 1) {
      Elementwise.fill(draw.n(), theta[0], draw.theta());
      return;
    }
    for (int i = 0; i < draw.n(); i++) {
      System.arraycopy(theta, 0, draw.theta(), i * parameters, parameters);
    }
  }

  @Override
  public int ready(int site, int drawn) {
    return draw.n();
  }

  @Override
  public Draw draw(int site) {
    return draw;
  }

  @Override
  public Objective objective(int site) {
    return objective;
  }

  @Override
  public void reverse(int site, float[] g, float[] gradient) {
    int rows = draw.n();
    if (rows == 1) {
      Elementwise.add(parameters, g, gradient, gradient);
      return;
    }
    Reduce.columnSum(rows, parameters, g, mean);
    Elementwise.scale(parameters, 1f / rows, mean, mean);
    Elementwise.add(parameters, mean, gradient, gradient);
  }

  @Override
  public float loss() {
    objective.value(draw, 0, f);
    return Reduce.sum(draw.n(), f) / draw.n();
  }
}
