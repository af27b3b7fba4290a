package voidscope.experiment.measure;

import voidscope.distribution.Bernoulli;
import voidscope.estimator.Estimator;
import voidscope.problem.Problem;
import voidscope.stat.Sigmoid;

/// Samples of one Bernoulli latent, half from each side of its flip, so that a rare side is as well
/// seen as a likely one: what is found there counts with the side's probability. A plain sample of
/// N holds the rare side hardly or not at all where N·min(p, 1−p) is small, and its variance is
/// then that of something else. Scratch of one thread.
final class Sides {
  private final double[] probability = new double[2];

  /// Those of a problem and an estimator, or none: of one latent whose noise is one uniform.
  static boolean serve(Estimator estimator, Problem problem) {
    return estimator.oneNoise()
        && problem.distribution() instanceof Bernoulli(int width)
        && width == 1;
  }

  /// Sets θ.
  void at(float theta) {
    probability[0] = Sigmoid.of(-theta);
    probability[1] = Sigmoid.of(theta);
  }

  /// Probability of b.
  double probability(int b) {
    return probability[b];
  }

  /// Turns signed noise of the whole of (0, 1) into that of a side: of the part above 1 − p for b =
  /// 1, else of that below.
  void restrict(int b, float[] noise, int from, int to) {
    int sign = b == 1 ? -1 : 1;
    double scale = probability[b];
    // Without branches, which nobody could foresee: u = w − ⌊w⌋, and back by d − the nearest
    // integer.
    for (int i = from; i < to; i++) {
      double share = noise[i] - Math.floor(noise[i]);
      double distance = scale * share;
      noise[i] = (float) (sign * (distance - Math.rint(distance)));
    }
  }
}
