package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;

/// Takes f's derivative at the hard sample and carries it back to θ by another way: the pass of the
/// straight-through estimators.
final class HardSlopePass implements Pass {
  private final Shape shape;
  private final Dual dual;
  private final Way way;
  private final float[] share;
  private final float[] f;
  private final float[] slope;
  private final float[] part;

  /// From the cotangent of b to that of θ.
  interface Way {
    /// Carries it.
    ///
    /// @param slope N×D, read
    /// @param g N×P, overwritten
    void back(State state, Draw draw, int k, float[] slope, float[] g);
  }

  HardSlopePass(Shape shape, Objective objective, Way way) {
    this.shape = shape;
    this.way = way;
    dual = objective.dual(shape.rows());
    share = new float[shape.rows()];
    f = new float[shape.rows()];
    slope = new float[shape.rows() * shape.distribution().width()];
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
    Elementwise.fill(n, 1f / draw.samples(), share);
    for (int k = 0; k < draw.samples(); k++) {
      dual.value(n, draw.b()[k], f);
      dual.reverse(n, share, null, slope, null, null);
      if (k == 0) {
        way.back(state, draw, k, slope, g);
      } else {
        way.back(state, draw, k, slope, part);
        Elementwise.add(n * shape.distribution().parameters(), g, part, g);
      }
    }
  }
}
