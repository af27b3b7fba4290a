package voidscope.simd;

import java.util.Arrays;
import java.util.Locale;
import voidscope.random.RandomStream;

/// Prints how often a rare side is drawn in a thousand million samples, with the z-score of it.
final class NoiseFigures {
  private static final int BLOCK = 4096;
  private static final long BLOCKS = 244_140;

  private NoiseFigures() {}

  public static void main(String[] args) {
    RandomStream stream = RandomStream.of(51, "noise figures", 0);
    float[] u = new float[BLOCK];
    float[] theta = new float[BLOCK];
    float[] z = new float[BLOCK];
    float[] b = new float[BLOCK];
    for (int logit : new int[] {-6, -12, -15}) {
      Arrays.fill(theta, (float) logit);
      double ones = 0;
      for (long step = 0; step < BLOCKS; step++) {
        stream.noise(step, -logit, BLOCK, u);
        Logistic.sample(BLOCK, theta, u, z, b);
        ones += Reduce.sum(BLOCK, b);
      }
      double samples = 1.0 * BLOCKS * BLOCK;
      double p = 1 / (1 + Math.exp(-logit));
      System.out.printf(
          Locale.ROOT,
          "θ = %d: %.0f of %.0f, expected %.1f, z = %.2f%n",
          logit,
          ones,
          samples,
          p * samples,
          (ones - p * samples) / Math.sqrt(samples * p * (1 - p)));
    }
  }
}
