package voidscope.problem.toy;

import java.util.List;
import voidscope.distribution.Gaussian;
import voidscope.distribution.Pathwise;

/// What the problems of one Gaussian b ~ N(μ, σ²) have in common, θ = (μ, log σ).
interface GaussianProblem extends Toy {
  /// μ at step 0.
  double mean();

  /// σ at step 0.
  double deviation();

  @Override
  default Pathwise distribution() {
    return new Gaussian(1);
  }

  @Override
  default float[] initial() {
    return new float[] {(float) mean(), (float) Math.log(deviation())};
  }

  @Override
  default List<String> symbols() {
    return List.of("μ", "log σ");
  }

  @Override
  default void quantities(float[] theta, float[] scratch, float[] out) {
    System.arraycopy(theta, 0, out, 0, 2);
  }
}
