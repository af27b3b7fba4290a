package voidscope.problem.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import voidscope.distribution.Categorical;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Softmax;

/// The toy with more than two sides: f(b) = mean over L categorical latents of ‖bₗ − t‖², where the
/// target gives class 1 the share t and the others equal shares of the rest. As ‖bₗ‖ = 1, E f =
/// ‖t‖² + mean Σ pₖ(1 − 2tₖ): class 1 is best for t above 1/K, and at 1/K the gradient vanishes.
///
/// @param latents L
/// @param classes K
/// @param target t, the share of class 1
public record CategoricalDistance(int latents, int classes, double target) implements Toy {
  private ClassShares shares() {
    return new ClassShares(latents, classes);
  }

  private double share(int c) {
    return c == 0 ? target : (1 - target) / (classes - 1);
  }

  private double norm() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += share(c) * share(c);
    }
    return sum;
  }

  @Override
  public Pathwise distribution() {
    return new Categorical(latents, classes);
  }

  /// All classes alike.
  @Override
  public float[] initial() {
    return new float[latents * classes];
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Softmax.value(latents, classes, 1, theta, scratch);
    double sum = 0;
    for (int i = 0; i < scratch.length; i++) {
      sum += scratch[i] * (1 - 2 * share(i % classes));
    }
    return norm() + sum / latents;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    double[] w = new double[latents * classes];
    Arrays.setAll(w, i -> (1 - 2 * share(i % classes)) / latents);
    shares().reverse(shares().probabilities(theta), w, g);
  }

  @Override
  public List<String> symbols() {
    return shares().symbols();
  }

  @Override
  public void quantities(float[] theta, float[] scratch, float[] out) {
    shares().quantities(theta, scratch, out);
  }

  @Override
  public double optimum() {
    return norm() + 1 - 2 * Math.max(share(0), share(1));
  }

  @Override
  public Objective objective(int rows) {
    float[] targets = new float[latents * classes];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) share(i % classes);
    }
    return new DistanceObjective(this, targets, latents, rows, Set.of(Capability.DISCRETE));
  }
}
