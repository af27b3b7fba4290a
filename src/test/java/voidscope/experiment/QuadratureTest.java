package voidscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.problem.SquaredDistance;
import voidscope.problem.Toy;
import voidscope.random.RandomStream;
import voidscope.simd.ThreadTeam;
import voidscope.stat.Moments;
import voidscope.stat.UnitRule;

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

  @Test
  void doubleReference_givesTenDigits_forRebar() {
    double[] moments = Reference.rebar(0.3, 0.45, 0.5, 1);
    assertEquals(2.4445831169e-02, moments[0], 1e-11);
    assertEquals(2.1551695929e-02, moments[1], 1e-11);
  }

  @ParameterizedTest
  @CsvSource({
    "-1.5, 0.3, 0.5, 1",
    "0.7, 0.499, 0.1, 1",
    "2, 0.8, 2, 0.6",
    "-3, 0.45, 0.3, 1.4",
  })
  void at_agreesWithADoubleReference_awayFromTheCheckValues(
      float theta, double target, double temperature, double eta) {
    Toy problem = new SquaredDistance(1, target, theta);
    EstimatorEntry entry = Estimators.catalogue().get("rebar");
    Estimator estimator =
        entry
            .maker()
            .apply(
                Settings.defaults(entry.parameters())
                    .with("temperature", temperature)
                    .with("eta", eta));
    ExactMoments quadrature = ExactMoments.of(estimator, problem).orElseThrow();
    quadrature.at(state(estimator, problem), new float[] {theta});
    double[] reference = Reference.rebar(theta, target, temperature, eta);
    assertEquals(reference[0], quadrature.mean(0), 2e-5 * Math.sqrt(reference[1]));
    assertEquals(reference[1], quadrature.variance(), 5e-5 * reference[1]);
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

  /// REBAR of one latent in double precision, written from the formulas alone.
  private static final class Reference {
    static double[] rebar(double theta, double t, double lambda, double eta) {
      UnitRule rule = new UnitRule(96);
      double p = 1 / (1 + Math.exp(-theta));
      double sum = 0;
      double squares = 0;
      for (int half = 0; half < 2; half++) {
        double from = half == 0 ? 0 : 1 - p;
        double length = half == 0 ? 1 - p : p;
        for (int i = 0; i < rule.order(); i++) {
          double u = from + length * rule.node(i);
          for (int j = 0; j < rule.order(); j++) {
            double g = sample(theta, p, t, lambda, eta, u, half, rule.node(j));
            double weight = length * rule.weight(i) * rule.weight(j);
            sum += weight * g;
            squares += weight * g * g;
          }
        }
      }
      return new double[] {sum, squares - sum * sum};
    }

    private static double sample(
        double theta, double p, double t, double lambda, double eta, double u, int b, double v) {
      double z = theta + Math.log(u) - Math.log1p(-u);
      double complement = b == 1 ? p * (1 - v) : 1 - v * (1 - p);
      double w = b == 1 ? 1 - p + v * p : v * (1 - p);
      double zt = theta + Math.log(w) - Math.log(complement);
      double slope = b == 1 ? p * v / w : (1 - p) * (1 - v) / complement;
      double y = 1 / (1 + Math.exp(-z / lambda));
      double yt = 1 / (1 + Math.exp(-zt / lambda));
      double score = b - p;
      double f = (b - t) * (b - t);
      double free = 2 * (y - t) * y * (1 - y) / lambda;
      double conditional = 2 * (yt - t) * yt * (1 - yt) / lambda * slope;
      return (f - eta * (yt - t) * (yt - t)) * score + eta * free - eta * conditional;
    }
  }
}
