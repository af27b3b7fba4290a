package voidscope.problem.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Functions;
import voidscope.stat.Sigmoid;

/// The toy of Tucker et al. 2017 and Grathwohl et al. 2018: f(b) = mean over the D Bernoulli
/// latents of (bᵢ − t)². As p enters linearly, E f = t² + (1 − 2t)·mean pᵢ.
///
/// @param latents D
/// @param target t
/// @param logit every coordinate of θ₀
public record SquaredDistance(int latents, double target, double logit) implements Toy {
  @Override
  public Pathwise distribution() {
    return new Bernoulli(latents);
  }

  @Override
  public float[] initial() {
    float[] theta = new float[latents];
    Arrays.fill(theta, (float) logit);
    return theta;
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Functions.sigmoid(latents, theta, scratch);
    double sum = 0;
    for (int i = 0; i < latents; i++) {
      sum += scratch[i];
    }
    return target * target + (1 - 2 * target) * sum / latents;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    for (int i = 0; i < latents; i++) {
      double variance = Sigmoid.of(theta[i]) * Sigmoid.of(-theta[i]);
      g[i] = variance * (1 - 2 * target) / latents;
    }
  }

  @Override
  public double optimum() {
    return Math.min(target * target, (1 - target) * (1 - target));
  }

  @Override
  public List<String> symbols() {
    return LogitQuantities.symbols(latents);
  }

  @Override
  public void quantities(float[] theta, float[] scratch, float[] out) {
    LogitQuantities.at(theta, out);
  }

  @Override
  public boolean spreads() {
    return latents > 1;
  }

  @Override
  public Objective objective(int rows) {
    float[] targets = new float[latents];
    Arrays.fill(targets, (float) target);
    return new DistanceObjective(
        this, targets, latents, rows, Set.of(Capability.DISCRETE, Capability.BERNOULLI));
  }
}
