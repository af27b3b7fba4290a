package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.objective.Capability;
import voidscope.problem.toy.CategoricalDistance;
import voidscope.problem.toy.CategoricalQuadratic;
import voidscope.problem.toy.GaussianDistance;
import voidscope.problem.toy.GaussianSteps;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// Exact moments of continuous and categorical b: closed forms, the toy's known values seen through
/// two classes, and millions of samples.
final class ExactMomentsTest {
  private static final RandomStream STREAM = RandomStream.of(13, "exact moments", 0);
  private static final int SAMPLES = 2_000_000;

  private static Estimator make(String key) {
    EstimatorEntry entry = Estimators.catalogue().get(key);
    return entry.standard();
  }

  /// A state that is not at its start, so that surrogates, baselines and coefficients take part.
  private static State state(Estimator estimator, Toy problem) {
    State state =
        estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM.child("weights"));
    for (State.Span span : state.spans()) {
      if (!span.name().equals("temperature") && !span.name().equals("eta")) {
        for (int i = span.from(); i < span.to(); i++) {
          state.values()[i] += 0.25f;
        }
      }
    }
    return state;
  }

  /// 2⁶³ outcomes and more, of pairs even more, are not to be walked, nor to be counted in a long.
  @Test
  void of_moreLatentsThanCanBeWalked_isNone() {
    for (int latents : new int[] {13, 31, 62, 63, 64, 65, 128, 199, 200}) {
      Toy problem = new SquaredDistance(latents, 0.45, 0);
      for (String key : List.of("reinforce", "relax", "rloo", "disarm")) {
        assertTrue(ExactMoments.of(make(key), problem).isEmpty(), key + " of " + latents);
      }
    }
  }

  @Test
  void at_isTheClosedForm_ofGaussianDistance() {
    double sigma = 0.8;
    double d = -1.3;
    Toy problem = new GaussianDistance(1.3, 0, sigma);
    double s2 = sigma * sigma;
    double s4 = s2 * s2;
    double d2 = d * d;
    ExactMoments path = moments("reparameterization", problem);
    assertEquals(2 * d, path.mean(0), 1e-4);
    assertEquals(2 * s2, path.mean(1), 1e-4);
    assertEquals(4 * s2 + 4 * d2 * s2 + 8 * s4, path.variance(), 2e-4 * path.variance());
    ExactMoments score = moments("reinforce", problem);
    double byMean = (d2 * d2 + 18 * d2 * s2 + 15 * s4) / s2 - 4 * d2;
    double byDeviation = 2 * d2 * d2 + 60 * d2 * s2 + 78 * s4 - 4 * s4;
    assertEquals(2 * d, score.mean(0), 2e-4);
    assertEquals(2 * s2, score.mean(1), 5e-4);
    assertEquals(byMean + byDeviation, score.variance(), 5e-4 * score.variance());
  }

  private static ExactMoments moments(String key, Toy problem) {
    Estimator estimator = make(key);
    ExactMoments moments = ExactMoments.of(estimator, problem).orElseThrow();
    moments.at(
        estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM), problem.initial());
    return moments;
  }

  /// Two classes are one Bernoulli latent with the difference of the logits: ‖b − t‖² is twice (b −
  /// t)², and the two coordinates of ĝ are ± twice that of the toy, so the trace is eight times its
  /// variance. Seven z-scores at |z| < 4.5 give a false alarm for 1 seed in 20,000.
  @Test
  void moments_ofTwoClasses_areTheToys() {
    Toy problem = new CategoricalDistance(1, 2, 0.45);
    float[] theta = {0.2f, -0.1f};
    ExactMoments exact = ExactMoments.of(make("reinforce"), problem).orElseThrow();
    exact.at(make("reinforce").init(new Shape(problem.distribution(), 1, 1, 0), STREAM), theta);
    assertEquals(2 * 2.4445831169e-02, exact.mean(0), 1e-6);
    assertEquals(8 * 1.4680288708e-02, exact.variance(), 1e-5 * exact.variance());
    double[][] known = {
      {2.4445831169e-02, 1.4680288708e-02},
      {3.1884200768e-02, 1.3965472034e-02},
      {2.4445831169e-02, 2.1551695929e-02}
    };
    String[] keys = {"reinforce", "concrete", "rebar"};
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (int i = 0; i < keys.length; i++) {
        Estimator estimator = make(keys[i]);
        State phi = estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM);
        Moments[] found =
            Sampling.moments(estimator, problem, phi, theta, SAMPLES, STREAM.child(keys[i]), team);
        double z = (found[0].mean() - 2 * known[i][0]) / found[0].standardError();
        double zv = (found[1].variance() - 4 * known[i][1]) / found[1].varianceStandardError();
        assertTrue(Math.abs(z) < 4.5, keys[i] + " mean: z = " + z);
        assertTrue(Math.abs(zv) < 4.5, keys[i] + " variance: z = " + zv);
        assertEquals(-found[0].mean(), found[1].mean(), 1e-5, keys[i]);
      }
    }
  }

  static List<Toy> problems() {
    return List.of(
        new GaussianDistance(2, 0.3, 0.7),
        new GaussianSteps(2, 0.5, 1.2),
        new CategoricalDistance(2, 3, 0.5),
        new CategoricalQuadratic(3, 3, 4),
        new RandomQuadratic(5, 2, 0.3));
  }

  /// Every estimator that can run: its mean against the problem's exact gradient where it is
  /// declared unbiased, and mean and variance against the exact moments where they can be had. At
  /// most 300 z-scores at |z| < 5 give a false alarm for 1 seed in 5,000.
  @ParameterizedTest
  @MethodSource("problems")
  void moments_ofEveryEstimator_agreeWithMillionsOfSamples(Toy problem) {
    Set<Capability> offers = problem.objective(1).offers();
    float[] theta = problem.initial();
    for (int i = 0; i < theta.length; i++) {
      theta[i] += 0.3f * (i % 3) - 0.2f;
    }
    double[] gradient = new double[theta.length];
    problem.gradient(theta, gradient);
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (EstimatorEntry entry : Estimators.catalogue().entries()) {
        if (entry.requires().contains(Capability.EXACT_GRADIENT)
            || !offers.containsAll(entry.requires())) {
          continue;
        }
        Estimator estimator = make(entry.key());
        State phi = state(estimator, problem);
        Moments[] found =
            Sampling.moments(
                estimator, problem, phi, theta, SAMPLES, STREAM.child(entry.key()), team);
        double trace = 0;
        double error = 0;
        for (int d = 0; d < theta.length; d++) {
          trace += found[d].variance();
          error += found[d].varianceStandardError();
          if (entry.unbiased()) {
            double z = (found[d].mean() - gradient[d]) / found[d].standardError();
            assertTrue(Math.abs(z) < 5, entry.key() + " coordinate " + d + ": z = " + z);
          }
        }
        ExactMoments exact = ExactMoments.of(estimator, problem).orElse(null);
        if (exact != null) {
          exact.at(phi, theta);
          double z = (found[0].mean() - exact.mean(0)) / found[0].standardError();
          assertTrue(Math.abs(z) < 5, entry.key() + " exact mean: z = " + z);
          double zv = (trace - exact.variance()) / error;
          assertTrue(Math.abs(zv) < 5, entry.key() + " exact variance: z = " + zv);
        }
      }
    }
  }

  @Test
  void of_hasThem_whereOneUniformOrFewOutcomesDecide() {
    assertTrue(ExactMoments.of(make("lax"), new GaussianSteps(2, 0, 1)).isPresent());
    assertTrue(ExactMoments.of(make("reinforce"), new CategoricalDistance(2, 3, 0.5)).isPresent());
    assertTrue(ExactMoments.of(make("rebar"), new CategoricalDistance(2, 3, 0.5)).isEmpty());
    assertTrue(ExactMoments.of(make("reinforce"), new RandomQuadratic(20, 1, 0)).isEmpty());
  }
}
