package voidscope.problem.toy;

import java.util.Arrays;
import voidscope.distribution.Draw;

/// A problem's exact gradient at every row of a draw, worked out once where rows have the same θ.
/// Scratch of one thread.
final class ExactRows {
  private final Toy problem;
  private final int parameters;
  private final float[] theta;
  private final double[] gradient;

  ExactRows(Toy problem) {
    this.problem = problem;
    parameters = problem.distribution().parameters();
    theta = new float[parameters];
    gradient = new double[parameters];
  }

  /// @param g N×P, overwritten
  void gradient(Draw draw, float[] g) {
    for (int i = 0; i < draw.n(); i++) {
      int at = i * parameters;
      boolean again =
          i > 0 && Arrays.equals(draw.theta(), at, at + parameters, theta, 0, parameters);
      if (!again) {
        System.arraycopy(draw.theta(), at, theta, 0, parameters);
        problem.gradient(theta, gradient);
      }
      for (int d = 0; d < parameters; d++) {
        g[i * parameters + d] = (float) gradient[d];
      }
    }
  }
}
