package voidscope.problem.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import voidscope.distribution.Categorical;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Softmax;

/// A non-separable objective of L categorical latents, f(b) = bᵀQb + qᵀb, with Q symmetric and zero
/// between the classes of one latent (one-hot, they meet in no product). f is linear in every
/// single latent, so E f is f at the probabilities, and the optimum is found by enumeration.
public final class CategoricalQuadratic implements Toy {
  private final ClassShares shares;
  private final int width;
  private final float[] matrix;
  private final float[] linear;
  private final double optimum;

  /// @param latents L
  /// @param classes K, with K^L at most a million
  /// @param seed of the entries of Q and q, uniform in (−1, 1)/L and (−½, ½)
  public CategoricalQuadratic(int latents, int classes, long seed) {
    shares = new ClassShares(latents, classes);
    width = latents * classes;
    RandomStream stream = RandomStream.of(seed, "categorical-quadratic", 0);
    float[] entries = new float[width * width];
    stream.uniform(0, 0, entries.length, entries);
    linear = new float[width];
    stream.uniform(0, 1, width, linear);
    matrix = new float[width * width];
    for (int i = 0; i < width; i++) {
      linear[i] -= 0.5f;
      for (int j = 0; j < i; j++) {
        if (i / classes != j / classes) {
          float entry = (2 * entries[i * width + j] - 1) / latents;
          matrix[i * width + j] = entry;
          matrix[j * width + i] = entry;
        }
      }
    }
    optimum = least(0, 0, new int[latents]);
  }

  /// The least f over the choices of the latents from `latent` on.
  private double least(int latent, double f, int[] chosen) {
    if (latent == shares.latents()) {
      return f;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = latent * shares.classes(); i < (latent + 1) * shares.classes(); i++) {
      double more = linear[i];
      for (int l = 0; l < latent; l++) {
        more += 2.0 * matrix[i * width + chosen[l]];
      }
      chosen[latent] = i;
      least = Math.min(least, least(latent + 1, f + more, chosen));
    }
    return least;
  }

  @Override
  public Pathwise distribution() {
    return new Categorical(shares.latents(), shares.classes());
  }

  /// All classes alike.
  @Override
  public float[] initial() {
    return new float[width];
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Softmax.value(shares.latents(), shares.classes(), 1, theta, scratch);
    double sum = 0;
    for (int i = 0; i < width; i++) {
      double slope = linear[i];
      for (int j = 0; j < width; j++) {
        slope += matrix[i * width + j] * scratch[j];
      }
      sum += scratch[i] * slope;
    }
    return sum;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    double[] p = shares.probabilities(theta);
    double[] slope = new double[width];
    Arrays.setAll(
        slope,
        i -> {
          double sum = linear[i];
          for (int j = 0; j < width; j++) {
            sum += 2 * matrix[i * width + j] * p[j];
          }
          return sum;
        });
    shares.reverse(p, slope, g);
  }

  @Override
  public List<String> symbols() {
    return shares.symbols();
  }

  @Override
  public void quantities(float[] theta, float[] scratch, float[] out) {
    shares.quantities(theta, scratch, out);
  }

  @Override
  public double optimum() {
    return optimum;
  }

  @Override
  public Objective objective(int rows) {
    return new QuadraticObjective(this, matrix, linear, rows, Set.of(Capability.DISCRETE));
  }
}
