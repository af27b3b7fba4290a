package voidscope.problem.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Functions;
import voidscope.stat.Sigmoid;

/// A non-separable objective of D Bernoulli latents, f(b) = bᵀQb + qᵀb, with Q symmetric and its
/// diagonal zero (b² = b, so a diagonal would only add to q). f is linear in every single latent,
/// so E f is f at the probabilities, and the optimum is found by enumeration.
public final class RandomQuadratic implements Toy {
  private final int latents;
  private final float[] initial;
  private final float[] matrix;
  private final float[] linear;
  private final double optimum;

  /// @param latents D, at most 20
  /// @param seed of the entries of Q and q, uniform in (−1, 1)·2/D and (−1, 1)·½
  /// @param logit every coordinate of θ₀
  public RandomQuadratic(int latents, long seed, double logit) {
    this.latents = latents;
    initial = new float[latents];
    Arrays.fill(initial, (float) logit);
    RandomStream stream = RandomStream.of(seed, "random-quadratic", 0);
    float[] entries = new float[latents * latents];
    stream.uniform(0, 0, entries.length, entries);
    linear = new float[latents];
    stream.uniform(0, 1, latents, linear);
    matrix = new float[latents * latents];
    for (int i = 0; i < latents; i++) {
      linear[i] -= 0.5f;
      for (int j = 0; j < i; j++) {
        float entry = (2 * entries[i * latents + j] - 1) * 2 / latents;
        matrix[i * latents + j] = entry;
        matrix[j * latents + i] = entry;
      }
    }
    optimum = enumerate();
  }

  /// The least f over all 2^D vectors, in Gray-code order: one latent flips at a time.
  private double enumerate() {
    boolean[] b = new boolean[latents];
    double[] slope = new double[latents];
    for (int i = 0; i < latents; i++) {
      slope[i] = linear[i];
    }
    double f = 0;
    double least = 0;
    for (long code = 1; code < 1L << latents; code++) {
      int flip = Long.numberOfTrailingZeros(code);
      f += b[flip] ? -slope[flip] : slope[flip];
      b[flip] = !b[flip];
      double sign = b[flip] ? 2 : -2;
      for (int j = 0; j < latents; j++) {
        slope[j] += sign * matrix[flip * latents + j];
      }
      least = Math.min(least, f);
    }
    return least;
  }

  @Override
  public Pathwise distribution() {
    return new Bernoulli(latents);
  }

  @Override
  public float[] initial() {
    return initial.clone();
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Functions.sigmoid(latents, theta, scratch);
    double sum = 0;
    for (int i = 0; i < latents; i++) {
      double slope = linear[i];
      for (int j = 0; j < latents; j++) {
        slope += matrix[i * latents + j] * scratch[j];
      }
      sum += scratch[i] * slope;
    }
    return sum;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    for (int i = 0; i < latents; i++) {
      double slope = linear[i];
      for (int j = 0; j < latents; j++) {
        slope += 2 * matrix[i * latents + j] * Sigmoid.of(theta[j]);
      }
      g[i] = Sigmoid.of(theta[i]) * Sigmoid.of(-theta[i]) * slope;
    }
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
    return true;
  }

  @Override
  public double optimum() {
    return optimum;
  }

  @Override
  public Objective objective(int rows) {
    return new QuadraticObjective(
        this, matrix, linear, rows, Set.of(Capability.DISCRETE, Capability.BERNOULLI));
  }
}
