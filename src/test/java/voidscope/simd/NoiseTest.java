package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signed noise: that its words give what is promised, and that rare sides are as likely as they
/// should be, without sampling.
final class NoiseTest {
  @Test
  void noise_andUniform_areInverses() {
    for (double u : new double[] {1e-30, 1e-9, 0.25, 0.5, 0.75, 1 - 1e-9}) {
      assertEquals(u, Noise.uniform(Noise.of(u)), 6e-8 * Math.min(u, 1 - u));
      assertTrue(Math.abs(Noise.of(u)) <= 0.5f);
    }
  }

  @Test
  void distances_riseWithTheWord_andHaveAllBitsOfAFloat() {
    assertEquals(0.5f, PhiloxFill.distance(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertEquals(0x1p-64f, PhiloxFill.distance(0, 0));
    float last = 0;
    for (long word = 1; word < 1L << 62; word += word / 4 + 1) {
      float at = distance(word);
      assertTrue(at >= last);
      assertEquals((word + 0.5) * 0x1p-63, at, Math.ulp(at));
      last = at;
    }
    // From 2²⁴ on the further bits are beyond a float, as the scalar code takes for granted.
    for (int m = 1 << 24; m > 0; m = m + m / 3) {
      assertEquals(m * 0x1p-32f, PhiloxFill.distance(m, 0));
      assertEquals(m * 0x1p-32f, PhiloxFill.distance(m, Integer.MAX_VALUE));
    }
  }

  /// The distance of 62 bits.
  private static float distance(long word) {
    return PhiloxFill.distance((int) (word >>> 31), (int) (word & Integer.MAX_VALUE));
  }

  private static boolean one(float theta, float w) {
    float[] b = new float[1];
    Logistic.sample(1, new float[] {theta}, new float[] {w}, new float[1], b);
    return b[0] == 1;
  }

  /// P(b = 1) at θ < 0, or P(b = 0) at θ > 0: b is monotone in the word, so its threshold is found
  /// by bisection and the words beyond it counted, of 2⁶² on this side.
  private static double rare(float theta) {
    float side = theta < 0 ? -1 : 1;
    boolean wanted = theta < 0;
    long low = 0;
    long high = 1L << 62;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (one(theta, side * distance(middle)) == wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high * 0x1p-63;
  }

  @ParameterizedTest
  @ValueSource(floats = {-2, -4, -6, -8, -12, -15, -16.64f, -18, -21, -25})
  void probabilityOfTheRareSide_isRightToAMillionth(float theta) {
    double p = 1 / (1 + Math.exp(-theta));
    assertEquals(p, rare(theta), 1e-6 * p, "P(b = 1)");
    assertEquals(p, rare(-theta), 1e-6 * p, "P(b = 0)");
  }

  /// The vector kernel draws the same line as the scalar code.
  @ParameterizedTest
  @ValueSource(floats = {-25, -12, -0.3f, 0, 0.3f, 12, 25})
  void sample_drawsTheSameLine_inVectors(float theta) {
    int n = 64;
    float[] thetas = new float[n];
    float[] w = new float[n];
    float[] z = new float[n];
    float[] b = new float[n];
    java.util.Arrays.fill(thetas, theta);
    double edge = 1 / (1 + Math.exp(Math.abs(theta)));
    for (int i = 0; i < n; i++) {
      w[i] = (float) (edge * (1 + (i - n / 2) * 1e-7)) * (theta < 0 ? -1 : 1);
    }
    Logistic.sample(n, thetas, w, z, b);
    for (int i = 0; i < n; i++) {
      assertEquals(one(theta, w[i]) ? 1 : 0, b[i], "element " + i);
    }
  }
}
