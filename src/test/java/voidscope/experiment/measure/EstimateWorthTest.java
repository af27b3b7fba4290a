package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Settings;
import voidscope.estimator.Concrete;
import voidscope.estimator.Estimator;
import voidscope.estimator.Reinforce;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.record.Sweep;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;
import voidscope.random.RandomStream;

/// Bias and variance of one estimate of (b − t)², t = .45: exact, and of samples. A value of
/// samples that is sound misses the exact one by five standard errors once in 1.7 million.
class EstimateWorthTest {
  private static final float[] THETA = {.3f};
  private static final double FAR = 5;

  private static Problem problem() {
    var entry = Problems.catalogue().get("squared-distance");
    return entry.maker().apply(Settings.defaults(entry.parameters()).with("target", .45));
  }

  private static EstimateWorth worth(Estimator estimator, Problem problem) {
    Known known = Objects.requireNonNull(problem.known());
    return new EstimateWorth(estimator, problem, known);
  }

  private static State phi(Estimator estimator, Problem problem) {
    return estimator.init(
        new Shape(problem.distribution(), 1, estimator.samples(), 0),
        RandomStream.of(1, "weights", 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.05, .2, .5, 1.1544260414, 2, 5})
  void samples_agreeWithTheExactValues(double temperature) {
    Problem problem = problem();
    Estimator concrete = new Concrete(temperature);
    EstimateWorth worth = worth(concrete, problem);
    State phi = phi(concrete, problem);
    Sweep.Worth exact = worth.at(phi, THETA, 0, () -> false).orElseThrow();
    Sweep.Worth found = worth.sample(phi, THETA, 0, () -> false).orElseThrow();
    assertEquals(exact.variance(), found.variance(), FAR * found.varianceError());
    assertEquals(exact.squaredBias(), found.squaredBias(), FAR * found.squaredBiasError());
    assertTrue(found.varianceError() < .2 * found.variance());
    assertEquals(0, exact.varianceError());
  }

  @Test
  void unbiased_hasNoBias_alsoOfSamples() {
    Problem problem = problem();
    Estimator reinforce = new Reinforce(Reinforce.Baseline.NONE, 0);
    EstimateWorth worth = worth(reinforce, problem);
    Sweep.Worth found = worth.sample(phi(reinforce, problem), THETA, 3, () -> false).orElseThrow();
    assertEquals(0, found.squaredBias());
    assertEquals(1.4680288708e-2, found.variance(), FAR * found.varianceError());
  }

  @Test
  void whatIsNotWanted_isLeft() {
    Problem problem = problem();
    Estimator concrete = new Concrete(.5);
    EstimateWorth worth = worth(concrete, problem);
    assertTrue(worth.sample(phi(concrete, problem), THETA, 0, () -> true).isEmpty());
  }
}
