package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import voidscope.random.RandomStream;
import voidscope.simd.Normal;

/// What is told of several numbers, or of few samples: the greatest of several z-scores, signal and
/// noise, weighted correlations, digits, the Kronrod rule.
final class SeveralTest {
  private static final RandomStream STREAM = RandomStream.of(21, "several", 0);

  @Test
  void amongSeveral_isTheNormalQuantileOfTheirProbability() {
    assertEquals(2.5, NormalLaw.amongSeveral(2.5, 1));
    for (double z : new double[] {0.4, 1.7, 3, 5}) {
      double one = 2 * NormalLaw.cumulative(-z);
      double several = 1 - Math.pow(1 - one, 20);
      double found = NormalLaw.amongSeveral(-z, 20);
      assertTrue(found <= 0);
      assertEquals(several, 2 * NormalLaw.cumulative(found), 1e-9 * several + 1e-12);
    }
  }

  /// Where probabilities are too small for a number: p is n·p₁, and ln(2Q(z)) falls as −z²/2.
  @Test
  void amongSeveral_holdsFarOut_andRises() {
    double last = 0;
    for (double z = 0.5; z < 400; z *= 1.1) {
      double found = NormalLaw.amongSeveral(z, 20);
      assertTrue(found > last && found < z, "at " + z);
      last = found;
    }
    assertEquals(376 - Math.log(20) / 376, NormalLaw.amongSeveral(376, 20), 1e-3);
    assertTrue(Double.isNaN(NormalLaw.amongSeveral(Double.NaN, 20)));
  }

  /// Of 20,000 largest of 20 normal numbers a share of .27 % is beyond 3 after the correction: 54,
  /// within 5 standard deviations of 7.3 a false alarm for one seed in 1.7 million.
  @Test
  void amongSeveral_leavesTheShareBeyondThree_ofTheLargest() {
    int runs = 20_000;
    float[] u = new float[20];
    float[] x = new float[20];
    int beyond = 0;
    for (int run = 0; run < runs; run++) {
      STREAM.noise(run, 0, 20, u);
      Normal.quantile(20, u, x);
      double largest = 0;
      for (float value : x) {
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      beyond += Math.abs(NormalLaw.amongSeveral(largest, 20)) > 3 ? 1 : 0;
    }
    assertEquals(54, beyond, 5 * 7.3);
  }

  /// The plain ratio of ten samples cannot fall below .32; this one says that it is not measurable,
  /// and where there is a signal finds it.
  @Test
  void signalToNoise_hasNoFloor() {
    int unmeasurable = 0;
    double sum = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      unmeasurable += Double.isNaN(ratio(run, 10, 0)) ? 1 : 0;
      sum += ratio(run, 1000, 0.5);
    }
    assertTrue(unmeasurable > 0.9 * runs, unmeasurable + " of " + runs);
    assertEquals(0.5, sum / runs, 0.005);
  }

  private static double ratio(int run, int samples, double mean) {
    float[] u = new float[samples];
    float[] x = new float[samples];
    STREAM.noise(run, 1, samples, u);
    Normal.quantile(samples, u, x);
    Moments moments = new Moments();
    for (float value : x) {
      moments.accept(1, value + mean, 0, 0, 0);
    }
    double norm = moments.mean() * moments.mean();
    return SignalToNoise.of(norm, moments.variance(), samples, 1);
  }

  @Test
  void correlation_countsAPairByItsWeight() {
    Correlation repeated = new Correlation();
    Correlation weighted = new Correlation();
    float[] x = {1, 3, -1, 2};
    float[] y = {2, 1, 0.5f, 4};
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k <= i; k++) {
        repeated.accept(i, i + 1, x, y, 1);
      }
      weighted.accept(i, i + 1, x, y, i + 1);
    }
    assertEquals(repeated.value(), weighted.value(), 1e-12);
  }

  @Test
  void digits_areThoseThatHold() {
    assertEquals(0.0244, Digits.of(0.024445831, 1e-4));
    assertEquals(0.024446, Digits.of(0.024445831, 1e-6));
    assertEquals(123000, Digits.of(123456, 1000));
    assertEquals(-0.0244, Digits.of(-0.024445831, 1e-4));
    assertEquals(0.1234, Digits.of(0.1234, 0));
    assertTrue(Digits.hold(1, 1e-3) && !Digits.hold(1, 2e-3) && !Digits.hold(0, 1e-9));
  }

  @Test
  void kronrod_integratesPolynomialsExactly() {
    for (int degree = 0; degree <= 22; degree++) {
      double kronrod = 0;
      double gauss = 0;
      for (int i = 0; i < KronrodRule.ORDER; i++) {
        double power = Math.pow(KronrodRule.node(i), degree);
        kronrod += KronrodRule.weight(i) * power;
        gauss += KronrodRule.gauss(i) * power;
      }
      double exact = degree % 2 == 1 ? 0 : 2.0 / (degree + 1);
      assertEquals(exact, kronrod, 1e-14, "degree " + degree);
      if (degree <= 13) {
        assertEquals(exact, gauss, 1e-14, "Gauss, degree " + degree);
      }
    }
    assertEquals(1, KronrodRule.error(1));
    assertTrue(KronrodRule.error(1e-6) < 1e-7);
  }
}
