package voidscope.experiment.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.stat.Sigmoid;

/// The optimal surrogate of RELAX against values from an expansion in Laguerre polynomials, the
/// bound of local expectations, and sums of what the estimator itself does.
class RelaxOptimumTest {
  private static final double[] SQUARES = {.45 * .45, .55 * .55, .55 * .55, 1.55 * 1.55};
  private static final double Q = -.4789026976;
  private static final double[] LINEAR = {-.1432994032, -.0369216800};
  private static final double[] QUADRATIC = {
    0, LINEAR[0], LINEAR[1], 2 * Q + LINEAR[0] + LINEAR[1]
  };

  private static RelaxOptimum optimum(
      double first, double second, double[] f, boolean coupled, int intervals) {
    return RelaxOptimum.of(new double[] {first, second}, f, coupled, intervals, () -> false)
        .orElseThrow();
  }

  private static double[] f(String name) {
    return name.equals("squares") ? SQUARES : QUADRATIC;
  }

  @ParameterizedTest
  @CsvSource({
    "squares, .3, -.2, .1931798147, .17815",
    "quadratic, 0, 0, .04908129421, .04501",
    "quadratic, .3, .3, .04176083493, .03892"
  })
  void variance_isThatOfAnotherExpansion(
      String name, double first, double second, double coupled, double independent) {
    assertEquals(coupled, optimum(first, second, f(name), true, 80).variance(), 1e-8);
    double least = optimum(first, second, f(name), false, 40).variance();
    assertEquals(independent, least, 2e-5);
    assertEquals(coupled, optimum(first, second, f(name), true, 24).variance(), 1e-4 * coupled);
    assertEquals(least, optimum(first, second, f(name), false, 24).variance(), 1e-4 * least);
  }

  /// Sixteen functions a latent, which are built first, are within a thousandth; more are nearer.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void variance_falls_withMoreFunctions(boolean coupled) {
    double finest = optimum(.3, -.2, SQUARES, coupled, 40).variance();
    double before = Double.POSITIVE_INFINITY;
    for (int intervals : new int[] {5, 8, 11, 16, 24}) {
      double variance = optimum(.3, -.2, SQUARES, coupled, intervals).variance();
      assertTrue(variance < before && variance > finest, intervals + " intervals");
      before = variance;
    }
    RelaxOptimum coarse = optimum(.3, -.2, SQUARES, coupled, 11);
    assertEquals(16, coarse.functions());
    assertEquals(finest, coarse.variance(), 1e-3 * finest);
  }

  /// No surrogate does better than each coordinate summed out given the other.
  @ParameterizedTest
  @CsvSource({"0,0", ".3,.3", "-4,.5", "3,-3", "6,6"})
  void variance_isAboveTheBoundOfLocalExpectations(double first, double second) {
    for (double[] f : new double[][] {SQUARES, QUADRATIC, {1, 0, 0, 1}}) {
      double p = Sigmoid.of(first);
      double q = Sigmoid.of(second);
      double across = p * (1 - p);
      double up = q * (1 - q);
      double interaction = f[3] - f[1] - f[2] + f[0];
      double bound = across * up * (across + up) * interaction * interaction;
      for (boolean coupled : new boolean[] {true, false}) {
        double variance = optimum(first, second, f, coupled, 24).variance();
        assertTrue(variance >= bound - 1e-12, () -> variance + " below " + bound);
      }
    }
  }

  /// Of one latent the constant (1 − p)·f(1) + p·f(0) leaves nothing.
  @ParameterizedTest
  @CsvSource({"0", ".3", "-2", "7", "-13"})
  void oneLatent_isAConstant(double theta) {
    double p = Sigmoid.of(theta);
    for (boolean coupled : new boolean[] {true, false}) {
      RelaxOptimum best =
          RelaxOptimum.of(new double[] {theta}, new double[] {.2, .7}, coupled, 24, () -> false)
              .orElseThrow();
      assertEquals(0, best.variance(), 1e-13);
      if (!coupled) {
        assertEquals((1 - p) * .7 + p * .2, best.value(theta), 1e-5);
        assertEquals((1 - p) * .7 + p * .2, best.value(theta + 1), 1e-5);
      }
    }
  }

  /// With f's own noise: the estimate with c* has the gradient as its mean and the variance that
  /// was promised, by a million samples and finite differences of c*; bound of 5 standard errors,
  /// for a false alarm in a million.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void estimate_hasThatVariance(boolean coupled) {
    double[] theta = {.3, -.2};
    RelaxOptimum best = optimum(theta[0], theta[1], SQUARES, coupled, 24);
    SplittableRandom random = new SplittableRandom(5);
    int samples = 1_000_000;
    double[] sum = new double[2];
    double second = 0;
    double fourth = 0;
    for (int i = 0; i < samples; i++) {
      double[] z = new double[2];
      double[] again = new double[2];
      int outcome = 0;
      for (int j = 0; j < 2; j++) {
        double p = Sigmoid.of(theta[j]);
        double u = random.nextDouble(1e-15, 1);
        z[j] = theta[j] + Math.log(u / (1 - u));
        boolean one = z[j] > 0;
        outcome += one ? 1 << j : 0;
        double v = random.nextDouble(1e-15, 1);
        double inside = one ? 1 - p + v * p : v * (1 - p);
        again[j] = coupled ? z[j] : theta[j] + Math.log(inside / (1 - inside));
      }
      double square = 0;
      for (int j = 0; j < 2; j++) {
        double p = Sigmoid.of(theta[j]);
        boolean one = z[j] > 0;
        double drawn = one ? p : 1 - p;
        double score = one ? 1 - p : -p;
        double g =
            score * (SQUARES[outcome] - best.value(again))
                + slope(best, z, j)
                - slope(best, again, j) * drawn * (1 - Math.exp(-Math.abs(again[j])));
        sum[j] += g;
        square += g * g;
      }
      second += square;
      fourth += square * square;
    }
    double[] gradient = {.24453947316, .30911974323};
    double meanSquare = second / samples;
    double squared = gradient[0] * gradient[0] + gradient[1] * gradient[1];
    double error = Math.sqrt((fourth / samples - meanSquare * meanSquare) / samples);
    assertEquals(best.variance(), meanSquare - squared, 5 * error);
    for (int j = 0; j < 2; j++) {
      assertEquals(gradient[j], sum[j] / samples, 5 * Math.sqrt(meanSquare / samples));
    }
  }

  private static double slope(RelaxOptimum best, double[] z, int j) {
    double step = 1e-5;
    double[] up = z.clone();
    double[] down = z.clone();
    // A kink at 0 is left on the side of z.
    double room = Math.min(step, Math.abs(z[j]) / 2);
    up[j] += room;
    down[j] -= room;
    return (best.value(up) - best.value(down)) / (2 * room);
  }

  @Test
  void unwanted_isGivenUp_andOtherShapesAreRefused() {
    assertEquals(
        Optional.empty(), RelaxOptimum.of(new double[] {0, 0}, SQUARES, true, 8, () -> true));
    assertThrows(
        IllegalArgumentException.class,
        () -> RelaxOptimum.of(new double[3], new double[8], true, 8, () -> false));
  }
}
