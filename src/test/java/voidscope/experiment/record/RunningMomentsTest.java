package voidscope.experiment.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import voidscope.random.RandomStream;

/// Running moments against their definition.
final class RunningMomentsTest {
  private static final RandomStream STREAM = RandomStream.of(3, "running moments", 0);

  /// Of at most a hundred samples they are the plain moments.
  @Test
  void accept_ofFewSamples_givesThePlainMoments() {
    RunningMoments moments = new RunningMoments(3);
    double[] sum = new double[3];
    double[] squares = new double[3];
    float[] values = new float[5];
    for (int n = 0; n < 100; n++) {
      STREAM.uniform(n, 0, 5, values);
      moments.accept(values, 2);
      for (int i = 0; i < 3; i++) {
        sum[i] += values[2 + i];
        squares[i] += (double) values[2 + i] * values[2 + i];
      }
    }
    for (int i = 0; i < 3; i++) {
      double mean = sum[i] / 100;
      assertEquals(squares[i] / 100 - mean * mean, moments.sum(i, i + 1), 1e-5);
    }
  }

  /// After many they are the weighted moments, whose weights fall by a hundredth a sample.
  @Test
  void accept_ofManySamples_forgetsTheOldOnes() {
    RunningMoments moments = new RunningMoments(1);
    float[][] all = new float[3000][1];
    for (int n = 0; n < all.length; n++) {
      STREAM.uniform(n, 1, 1, all[n]);
      all[n][0] += n < 2000 ? 10 : 0;
      moments.accept(all[n], 0);
    }
    double weight = 1;
    double total = 0;
    double mean = 0;
    double squares = 0;
    for (int n = all.length - 1; n >= 0; n--) {
      total += weight;
      mean += weight * all[n][0];
      squares += weight * all[n][0] * all[n][0];
      weight *= 0.99;
    }
    mean /= total;
    assertEquals(squares / total - mean * mean, moments.sum(0, 1), 2e-4);
  }
}
