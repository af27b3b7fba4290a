package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.simd.Elementwise;

/// Estimates by the derivative of a function along the free path, ĝ = ∂h(z)/∂θ: of the relaxed
/// objective it is [Concrete], of f itself [Reparameterization].
final class PathPass implements Pass {
  private final Shape shape;
  private final Dual function;
  private final Binding binding;
  private final float[] share;
  private final float[] values;
  private final float[] gz;
  private final float[] part;

  /// Hands the state to the function, where it has any.
  interface Binding {
    void bind(State state, float[] context);
  }

  PathPass(Shape shape, Dual function, Binding binding) {
    this.shape = shape;
    this.function = function;
    this.binding = binding;
    share = new float[shape.rows()];
    values = new float[shape.rows()];
    gz = new float[shape.rows() * shape.distribution().width()];
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
    binding.bind(state, draw.context());
    Elementwise.fill(n, 1f / draw.samples(), share);
    for (int k = 0; k < draw.samples(); k++) {
      function.value(n, draw.z()[k], values);
      function.reverse(n, share, null, gz, null, null);
      float[] target = k == 0 ? g : part;
      shape.distribution().reverse(draw, k, gz, target);
      if (k > 0) {
        Elementwise.add(n * shape.distribution().parameters(), part, g, g);
      }
    }
  }
}
