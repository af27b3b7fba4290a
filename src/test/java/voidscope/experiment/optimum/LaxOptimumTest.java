package voidscope.experiment.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The optimal surrogate of LAX against values from another discretisation.
class LaxOptimumTest {
  private static LaxOptimum squares(double mean, double deviation, double target) {
    return LaxOptimum.of(
            mean, deviation, b -> (b - target) * (b - target), new double[0], () -> false)
        .orElseThrow();
  }

  private static LaxOptimum steps(double mean, double deviation, double target) {
    double[] jumps = {target - 3, target - 2, target - 1, target + 1, target + 2, target + 3};
    return LaxOptimum.of(
            mean,
            deviation,
            b -> Math.min(Math.floor(Math.abs(b - target)), 3) / 3,
            jumps,
            () -> false)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0,1,2,13.580931621", "1,.7,-3,27.947974179", "0.5,.8,2,5.0440137406"})
  void squaredDistance_hasItsVariance(
      double mean, double deviation, double target, double variance) {
    assertEquals(variance, squares(mean, deviation, target).variance(), 1e-8 * variance);
  }

  @ParameterizedTest
  @CsvSource({"0,1,2,.047751939142", "2,1,2,.0035733956991", "1,.5,2,.017933432332"})
  void steps_haveTheirVariance(double mean, double deviation, double target, double variance) {
    assertEquals(variance, steps(mean, deviation, target).variance(), 1e-11);
  }

  @Test
  void steps_haveTheirSurrogate() {
    LaxOptimum best = steps(0, 1, 2);
    double[] values = {.93454509, .83471628, .50343121, .17609099, .10373353};
    for (int b = -2; b <= 2; b++) {
      assertEquals(values[b + 2], best.value(b), 1e-8);
    }
    assertEquals(best.value(14), best.value(30));
  }

  /// Where μ is the target, c* = f + 2σ² leaves nothing.
  @Test
  void squaredDistance_atItsTarget_isKnown() {
    LaxOptimum best = squares(1, .7, 1);
    assertEquals(0, best.variance(), 1e-11);
    for (double b = -2; b <= 4; b += .37) {
      assertEquals((b - 1) * (b - 1) + 2 * .7 * .7, best.value(b), 1e-6);
    }
  }

  /// κ(σ)·f₁² with f₁ = 2(μ − t)σ.
  @ParameterizedTest
  @CsvSource({
    ".05,.9987607917",
    ".5,.9264024766",
    ".7,.8911981562",
    "1,.8488082263",
    "2,.7689733807",
    "5,.6970002775"
  })
  void squaredDistance_isFarFromTheTarget(double deviation, double kappa) {
    double slope = 2 * 1.5 * deviation;
    assertEquals(
        kappa, squares(2, deviation, .5).variance() / (slope * slope), 2e-9 * Math.max(1, kappa));
  }

  @Test
  void unwanted_isGivenUp() {
    assertEquals(Optional.empty(), LaxOptimum.of(0, 1, b -> b, new double[0], () -> true));
  }
}
