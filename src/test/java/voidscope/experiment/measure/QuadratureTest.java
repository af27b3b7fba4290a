package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// Exact moments of one Bernoulli latent against ten-digit values, a reference in double precision,
/// and ten million samples.
final class QuadratureTest {
  private static final RandomStream STREAM = RandomStream.of(11, "quadrature", 0);

  private static Estimator make(String key, double temperature) {
    EstimatorEntry entry = Estimators.catalogue().get(key);
    Settings settings = Settings.defaults(entry.parameters());
    if (settings.has("temperature")) {
      settings = settings.with("temperature", temperature);
    }
    return entry.maker().apply(settings);
  }

  /// A state; a network's output scale is moved off zero, so that the surrogate takes part.
  private static State state(Estimator estimator, Toy problem) {
    State state =
        estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM.child("weights"));
    state
        .find("network")
        .ifPresent(
            span -> {
              for (int i = span.from(); i < span.to(); i++) {
                state.values()[i] += 0.25f;
              }
            });
    return state;
  }

  @ParameterizedTest
  @CsvSource({
    "reinforce, 0.3, 0.45, 2.4445831169e-02, 1.4680288708e-02",
    "concrete, 0.3, 0.45, 3.1884200768e-02, 1.3965472034e-02",
    "rebar, 0.3, 0.45, 2.4445831169e-02, 2.1551695929e-02",
    "reinforce, 0, 0.499, 5.0000000000e-04, 1.5625125000e-02",
    "concrete, 0, 0.499, 4.2920367321e-04, 1.3928948560e-02",
    "rebar, 0, 0.499, 5.0000000000e-04, 2.2290232413e-02",
    "muprop, 0.3, 0.45, 2.4445831169e-02, 1.7378278646e-02",
    "muprop, 0, 0.499, 5.0000000000e-04, 1.5625000000e-02",
    "arm, 0.3, 0.45, 2.4445831169e-02, 2.3298442362e-04",
    "arm, 0, 0.499, 5.0000000000e-04, 8.3333333333e-08",
  })
  void at_givesTheKnownMoments_toFiveDigits(
      String key, float theta, double target, double mean, double variance) {
    Toy problem = new SquaredDistance(1, target, theta);
    Estimator estimator = make(key, 0.5);
    ExactMoments quadrature = ExactMoments.of(estimator, problem).orElseThrow();
    quadrature.at(state(estimator, problem), new float[] {theta});
    double deviation = Math.sqrt(variance);
    assertEquals(mean, quadrature.mean(0), 1e-5 * deviation);
    assertEquals(variance, quadrature.variance(), 2e-5 * variance);
  }

  /// The reference itself, against the ten-digit values.
  @ParameterizedTest
  @CsvSource({
    "reinforce, 0.3, 0.45, 2.4445831169e-02, 1.4680288708e-02",
    "concrete, 0.3, 0.45, 3.1884200768e-02, 1.3965472034e-02",
    "concrete, 0, 0.499, 4.2920367321e-04, 1.3928948560e-02",
    "rebar, 0.3, 0.45, 2.4445831169e-02, 2.1551695929e-02",
    "rebar, 0, 0.499, 5.0000000000e-04, 2.2290232413e-02",
    "muprop, 0.3, 0.45, 2.4445831169e-02, 1.7378278646e-02",
    "arm, 0.3, 0.45, 2.4445831169e-02, 2.3298442362e-04",
    "disarm, 0.3, 0.45, 2.4445831169e-02, 1.0453757757e-04",
    "straight-through, 0.3, 0.45, 6.0842015125e-02, 5.8435183948e-02",
    "straight-through-gumbel, 0.3, 0.45, 3.7835973759e-02, 7.6418421994e-02",
    "rloo, 0.3, 0.45, 2.4445831169e-02, 1.1314689460e-04",
  })
  void reference_givesTenDigits(
      String key, double theta, double target, double mean, double variance) {
    Settings settings = Settings.defaults(Estimators.catalogue().get(key).parameters());
    Toy problem = new SquaredDistance(1, target, theta);
    Estimator estimator = make(key, 0.5);
    State initial = estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM);
    double[] found = new OneLatent(theta, target, 0.5).moments(key, settings, initial);
    assertEquals(mean, found[0], 1e-12);
    assertEquals(variance, found[1], 1e-12);
  }

  /// Every estimator over thirteen θ, four λ and two t. Within |θ| ≤ 15 and λ ≥ .1 every mean and
  /// variance is shown; wherever one is shown it is right to a thousandth; of all cells at most a
  /// twentieth is withheld, with a reason.
  @Test
  void at_isRightToAThousandth_orSaysThatItIsNot_overAllOfTheta() {
    List<ExactTable.Cell> cells = ExactTable.cells();
    int withheld = 0;
    for (ExactTable.Cell cell : cells) {
      if (cell.shown()) {
        assertTrue(cell.meanError() <= 1e-3, "mean: " + cell);
        assertTrue(cell.varianceError() <= 1e-3, "variance: " + cell);
      } else {
        withheld++;
        assertTrue(Math.abs(cell.theta()) > 15 || cell.lambda() < 0.1, "not shown: " + cell);
        assertTrue(!Double.isNaN(cell.variance()) || !cell.withheld().isEmpty(), "why? " + cell);
      }
    }
    assertTrue(withheld <= cells.size() / 20, withheld + " of " + cells.size() + " withheld");
  }

  /// What is exactly nothing is nothing: DisARM at θ = 0, and whatever takes differences at t = ½.
  @Test
  void at_givesZero_whereTheTruthIsZero() {
    Toy problem = new SquaredDistance(1, 0.45, 0);
    ExactMoments disarm = ExactMoments.of(make("disarm", 1), problem).orElseThrow();
    disarm.at(state(make("disarm", 1), problem), new float[] {0});
    assertEquals(0, disarm.variance());
    Toy level = new SquaredDistance(1, 0.5, 0.7);
    for (String key : new String[] {"arm", "disarm", "rloo"}) {
      ExactMoments exact = ExactMoments.of(make(key, 1), level).orElseThrow();
      exact.at(state(make(key, 1), level), new float[] {0.7f});
      assertEquals(0, exact.variance(), key);
      assertEquals(0, exact.mean(0), key);
    }
  }

  /// Two z-scores in each of 20 cases at |z| < 4 give a false alarm for 1 seed in 400.
  @ParameterizedTest
  @CsvSource({
    "0, 0.499, 0.5",
    "0.3, 0.45, 0.5",
    "-1.5, 0.3, 0.2",
    "2, 0.7, 1",
    "-0.5, 0.499, 3",
  })
  void at_agreesWithTenMillionSamples_inMeanAndVariance(
      float theta, double target, double temperature) {
    Toy problem = new SquaredDistance(1, target, theta);
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (String key : new String[] {"reinforce", "concrete", "rebar", "relax"}) {
        Estimator estimator = make(key, temperature);
        State phi = state(estimator, problem);
        ExactMoments quadrature = ExactMoments.of(estimator, problem).orElseThrow();
        quadrature.at(phi, new float[] {theta});
        Moments moments =
            Sampling.moments(
                estimator, problem, phi, new float[] {theta}, 10_000_000, STREAM.child(key), team)[
                0];
        double z = (moments.mean() - quadrature.mean(0)) / moments.standardError();
        double zv = (moments.variance() - quadrature.variance()) / moments.varianceStandardError();
        assertTrue(Math.abs(z) < 4, key + " mean: z = " + z);
        assertTrue(Math.abs(zv) < 4, key + " variance: z = " + zv);
        if (!key.equals("concrete")) {
          double[] exact = new double[1];
          problem.gradient(new float[] {theta}, exact);
          assertEquals(exact[0], quadrature.mean(0), 2e-5 * Math.sqrt(quadrature.variance()), key);
        }
      }
    }
  }

  @Test
  void moments_areTheSameBits_atOneAndTwoThreads() {
    Toy problem = new SquaredDistance(3, 0.4, 0);
    Estimator estimator = make("relax", 0.5);
    State phi = state(estimator, problem);
    float[] theta = {0.1f, -0.4f, 2};
    double[][] means = new double[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        Moments[] moments = Sampling.moments(estimator, problem, phi, theta, 100_001, STREAM, team);
        means[threads - 1] =
            new double[] {moments[0].mean(), moments[1].variance(), moments[2].mean()};
      }
    }
    org.junit.jupiter.api.Assertions.assertArrayEquals(means[0], means[1]);
  }
}
