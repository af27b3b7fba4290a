package voidscope.experiment.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;

/// Whose optimal surrogate is known, from the problems and estimators of the catalogues.
class OptimumSearchTest {
  private static Problem problem(String key, int latents) {
    var entry = Problems.catalogue().get(key);
    Settings settings = Settings.defaults(entry.parameters());
    return entry
        .maker()
        .apply(settings.has("latents") ? settings.with("latents", latents) : settings);
  }

  private static Estimator estimator(String key, String noise) {
    var entry = Estimators.catalogue().get(key);
    Settings settings = Settings.defaults(entry.parameters());
    return entry
        .maker()
        .apply(noise.isEmpty() ? settings : settings.with("noise", new Value.Choice(noise)));
  }

  @ParameterizedTest
  @CsvSource({
    "random-quadratic, 2, relax, coupled, .04908129421",
    "random-quadratic, 2, rebar, coupled, .04908129421",
    "random-quadratic, 2, relax, independent, .04501",
    "random-quadratic, 2, rebar, independent, .04501",
    "squared-distance, 1, relax, independent, 0",
    "gaussian-distance, 1, lax, '', 13.580931621",
    "gaussian-steps, 1, lax, '', .047751939142"
  })
  void optimum_hasItsVariance(
      String problem, int latents, String estimator, String noise, double variance) {
    OptimumSearch search =
        OptimumSearch.of(problem(problem, latents), estimator(estimator, noise)).orElseThrow();
    float[] theta = new float[Math.max(latents, problem.startsWith("gaussian") ? 2 : 1)];
    double fine = search.at(theta, true, () -> false).orElseThrow().variance();
    double coarse = search.at(theta, false, () -> false).orElseThrow().variance();
    // f is known to single precision.
    assertEquals(variance, fine, 2e-4 * variance);
    assertEquals(variance, coarse, 1e-3 * variance);
    assertTrue(fine <= coarse);
  }

  @ParameterizedTest
  @CsvSource({
    "random-quadratic, 3, relax",
    "random-quadratic, 2, reinforce",
    "gaussian-distance, 1, reparameterization",
    "categorical-distance, 1, relax",
    "vae-linear, 1, relax"
  })
  void others_haveNone(String problem, int latents, String estimator) {
    assertEquals(
        Optional.empty(), OptimumSearch.of(problem(problem, latents), estimator(estimator, "")));
  }

  /// Where nothing carries so far there is none, and no failure.
  @Test
  void extremes_endInWords() {
    OptimumSearch search =
        OptimumSearch.of(problem("random-quadratic", 2), estimator("relax", "")).orElseThrow();
    for (float[] theta :
        new float[][] {
          {90, 0}, {-90, 90}, {Float.NaN, 0}, {40, -40}, {0, Float.POSITIVE_INFINITY}
        }) {
      search
          .at(theta, true, () -> false)
          .ifPresent(best -> assertTrue(best.variance() >= 0, () -> "" + best.variance()));
    }
  }
}
