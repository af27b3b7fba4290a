package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.problem.toy.GaussianDistance;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;

/// What the catalogue, the help and the Javadoc claim in words of estimators, by exact moments.
final class EstimatorClaimsTest {
  private static final RandomStream STREAM = RandomStream.of(13, "claims", 0);
  private static final double TARGET = 0.45;

  private static Settings defaults(String key) {
    return Settings.defaults(Estimators.catalogue().get(key).parameters());
  }

  private static ExactMoments moments(String key, Settings settings, Toy problem, float... theta) {
    EstimatorEntry entry = Estimators.catalogue().get(key);
    Estimator estimator = entry.maker().apply(settings);
    ExactMoments moments = ExactMoments.of(estimator, problem).orElseThrow();
    moments.at(estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM), theta);
    return moments;
  }

  private static ExactMoments toy(String key, double theta) {
    return moments(key, defaults(key), new SquaredDistance(1, TARGET, theta), (float) theta);
  }

  private static double gradient(double theta) {
    double p = 1 / (1 + Math.exp(-theta));
    return p * (1 - p) * (1 - 2 * TARGET);
  }

  private static ExactMoments concrete(double temperature) {
    return moments(
        "concrete",
        defaults("concrete").with("temperature", temperature),
        new SquaredDistance(1, TARGET, 0.3),
        0.3f);
  }

  private static double concreteBias(double temperature) {
    return concrete(temperature).mean(0) - gradient(0.3);
  }

  @Test
  void concrete_hasABiasThatChangesItsSign_onTheWayOfLambda() {
    assertTrue(concreteBias(1.154) > 0);
    assertTrue(concreteBias(1.155) < 0);
    assertEquals(7.43837e-3, concreteBias(0.5), 1e-6);
    assertEquals(3.34497e-3, concreteBias(0.1), 1e-6);
    assertTrue(Math.abs(concreteBias(0.03)) < concreteBias(0.1) / 2);
  }

  @Test
  void concrete_hasAVarianceThatGrows_asLambdaFalls() {
    double last = 0;
    for (double temperature : new double[] {10, 2, 1, 0.5, 0.2, 0.1, 0.05}) {
      double variance = concrete(temperature).variance();
      assertTrue(variance > last, "λ = " + temperature);
      last = variance;
    }
    assertTrue(last > 10 * toy("reinforce", 0.3).variance());
  }

  @Test
  void straightThrough_isUnbiased_forQuadraticFAtOneHalf_andElsewhereNot() {
    assertEquals(gradient(0), toy("straight-through", 0).mean(0), 1e-7);
    assertTrue(Math.abs(toy("straight-through", 0.3).mean(0) - gradient(0.3)) > 0.01);
    Toy dependent = new RandomQuadratic(5, 2, 0.3);
    double[] exact = new double[5];
    float[] half = new float[5];
    dependent.gradient(half, exact);
    ExactMoments moments =
        moments("straight-through", defaults("straight-through"), dependent, half);
    for (int d = 0; d < exact.length; d++) {
      assertEquals(exact[d], moments.mean(d), 1e-6);
    }
  }

  @Test
  void straightThrough_canVaryMoreThanReinforce() {
    assertTrue(toy("straight-through", 0.3).variance() > 2 * toy("reinforce", 0.3).variance());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -1, -0.2, 0.1, 0.7, 2})
  void disarm_neverVariesMoreThanArm(double theta) {
    assertTrue(toy("disarm", theta).variance() <= toy("arm", theta).variance() * (1 + 1e-6));
  }

  @Test
  void reparameterization_variesLessThanReinforce_ofASmoothF() {
    for (float sigma : new float[] {-1, 0, 0.5f}) {
      Toy problem = new GaussianDistance(2, 0, Math.exp(sigma));
      float[] theta = {0, sigma};
      assertTrue(
          moments("reparameterization", defaults("reparameterization"), problem, theta).variance()
              < moments("reinforce", defaults("reinforce"), problem, theta).variance() / 4);
    }
  }
}
