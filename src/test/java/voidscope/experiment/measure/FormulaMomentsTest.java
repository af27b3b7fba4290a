package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.SteadyState;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.objective.Capability;
import voidscope.problem.toy.BernoulliFormula;
import voidscope.problem.toy.CategoricalDistance;
import voidscope.problem.toy.CategoricalFormula;
import voidscope.problem.toy.CategoricalQuadratic;
import voidscope.problem.toy.GaussianDistance;
import voidscope.problem.toy.GaussianFormula;
import voidscope.problem.toy.GaussianSteps;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// Every built-in f of a toy, written as a formula, is the same problem: loss, gradient, optimum,
/// who can run, and the exact moments of all of them.
final class FormulaMomentsTest {
  private static final RandomStream STREAM = RandomStream.of(17, "formula moments", 0);
  private static final double T = 0.45;
  private static final String DISTANCE = "mean((b - t)^2)";
  private static final String STEPS = "min(floor(abs(b - t)), 3)/3";

  /// A problem and the same as a formula.
  record Pair(String name, Toy builtIn, Toy written) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Pair> pairs() {
    return List.of(
        new Pair(
            "squared-distance",
            new SquaredDistance(1, T, 0.3),
            new BernoulliFormula(1, 0.3, "(b - t)^2", T, false)),
        new Pair(
            "squared-distance of 4",
            new SquaredDistance(4, T, 0.3),
            new BernoulliFormula(4, 0.3, DISTANCE, T, false)),
        new Pair(
            "random-quadratic",
            new RandomQuadratic(5, 2, 0.3),
            new BernoulliFormula(
                5, 0.3, quadratic("random-quadratic", 5, 1, 2, 2.0 / 5), T, false)),
        new Pair(
            "gaussian-distance",
            new GaussianDistance(2, 0.3, 0.7),
            new GaussianFormula(0.3, 0.7, "(b - t)^2", 2, false)),
        new Pair(
            "gaussian-steps",
            new GaussianSteps(2, 0.5, 1.2),
            new GaussianFormula(0.5, 1.2, STEPS, 2, true)),
        new Pair(
            "categorical-distance",
            new CategoricalDistance(2, 3, T),
            new CategoricalFormula(2, 3, distance(2, 3), T, false)),
        new Pair(
            "categorical-quadratic",
            new CategoricalQuadratic(3, 3, 4),
            new CategoricalFormula(
                3, 3, quadratic("categorical-quadratic", 9, 3, 4, 1.0 / 3), T, false)));
  }

  /// The mean over the latents of ‖bₗ − t‖².
  private static String distance(int latents, int classes) {
    StringBuilder text = new StringBuilder("(0");
    for (int i = 1; i <= latents * classes; i++) {
      String share = i % classes == 1 ? "t" : "(1 - t)/(K - 1)";
      text.append(" + (b").append(i).append(" - ").append(share).append(")^2");
    }
    return text.append(")/L").toString();
  }

  /// bᵀQb + qᵀb as the built-in problems draw it.
  private static String quadratic(String name, int width, int classes, long seed, double scale) {
    RandomStream stream = RandomStream.of(seed, name, 0);
    float[] entries = new float[width * width];
    float[] linear = new float[width];
    stream.uniform(0, 0, entries.length, entries);
    stream.uniform(0, 1, width, linear);
    StringBuilder text = new StringBuilder("0");
    for (int i = 0; i < width; i++) {
      text.append(
          String.format(java.util.Locale.ROOT, "%+.9e*b%d", (double) (linear[i] - 0.5f), i + 1));
      for (int j = 0; j < i; j++) {
        if (classes == 1 || i / classes != j / classes) {
          double entry = 2 * (2.0 * entries[i * width + j] - 1) * scale;
          text.append(String.format(java.util.Locale.ROOT, "%+.9e*b%d*b%d", entry, i + 1, j + 1));
        }
      }
    }
    return text.toString();
  }

  private static float[] theta(Toy problem) {
    float[] theta = problem.initial();
    for (int i = 0; i < theta.length; i++) {
      theta[i] += 0.3f * (i % 3) - 0.2f;
    }
    return theta;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void formula_isTheBuiltInProblem(Pair pair) {
    assertEquals(pair.builtIn().offers(), pair.written().offers());
    assertEquals(pair.builtIn().optimum(), pair.written().optimum(), 1e-6);
    float[] theta = theta(pair.builtIn());
    float[] scratch = new float[theta.length];
    double expected = pair.builtIn().loss(theta, scratch);
    assertEquals(expected, pair.written().loss(theta, scratch), 1e-6);
    double[] g = new double[theta.length];
    double[] own = new double[theta.length];
    pair.builtIn().gradient(theta, g);
    pair.written().gradient(theta, own);
    for (int d = 0; d < g.length; d++) {
      assertEquals(g[d], own[d], 1e-6, "coordinate " + d);
    }
  }

  /// Every estimator of the catalogue that has exact moments there, in a state that is not at its
  /// start.
  @ParameterizedTest
  @MethodSource("pairs")
  void exactMoments_ofEveryEstimator_areThoseOfTheBuiltInProblem(Pair pair) {
    Set<Capability> offers = pair.builtIn().offers();
    float[] theta = theta(pair.builtIn());
    int served = 0;
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      if (!offers.containsAll(entry.requires())) {
        continue;
      }
      Estimator estimator = entry.standard();
      ExactMoments expected = ExactMoments.of(estimator, pair.builtIn()).orElse(null);
      ExactMoments found = ExactMoments.of(estimator, pair.written()).orElse(null);
      assertEquals(expected == null, found == null, entry.key());
      if (expected == null || found == null) {
        continue;
      }
      State phi = estimator.init(new Shape(pair.builtIn().distribution(), 1, 1, 0), STREAM);
      expected.at(phi, theta);
      found.at(phi, theta);
      assertEquals(
          expected.variance(),
          found.variance(),
          1e-6 * Math.max(1, expected.variance()),
          entry.key());
      for (int d = 0; d < theta.length; d++) {
        assertEquals(expected.mean(d), found.mean(d), 1e-6, entry.key() + " coordinate " + d);
      }
      served++;
    }
    assertTrue(served >= 3, served + " estimators");
  }

  /// A black box offers its values and nothing of its slope.
  @Test
  void blackBox_barsWhoNeedsTheDerivative() {
    Toy open = new BernoulliFormula(2, 0, DISTANCE, T, false);
    Toy shut = new BernoulliFormula(2, 0, DISTANCE, T, true);
    Estimator rebar = Estimators.catalogue().get("rebar").standard();
    assertTrue(Estimator.missing(rebar.requires(), open.offers()).isEmpty());
    assertEquals(
        Capability.DERIVATIVE, Estimator.missing(rebar.requires(), shut.offers()).orElseThrow());
  }

  @Test
  void samples_haveTheSameBits_atAnyNumberOfThreads() {
    Toy problem = new BernoulliFormula(3, 0, "exp(b1 - b2)/(1 + b3) + mean(sin(b))", T, false);
    Estimator estimator = Estimators.catalogue().get("rebar").standard();
    State phi = estimator.init(new Shape(problem.distribution(), 1, 1, 0), STREAM);
    double[] found = new double[2];
    for (int i = 0; i < found.length; i++) {
      try (ThreadTeam team = new ThreadTeam(1 + 2 * i)) {
        Moments[] moments =
            Sampling.moments(estimator, problem, phi, problem.initial(), 200_000, STREAM, team);
        found[i] = moments[0].variance() + moments[2].mean();
      }
    }
    assertEquals(found[0], found[1], 0);
  }

  /// Training steps with the loss that is told at every one.
  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void step_allocatesNothing(int batch) {
    for (Toy problem :
        List.of(
            new BernoulliFormula(4, 0, DISTANCE, T, false),
            new CategoricalFormula(2, 3, distance(2, 3), T, false),
            new GaussianFormula(0, 1, STEPS, 2, true))) {
      boolean discrete = problem.offers().contains(Capability.DISCRETE);
      Estimator estimator = Estimators.catalogue().get(discrete ? "relax" : "lax").standard();
      State phi = estimator.init(new Shape(problem.distribution(), batch, 1, 0), STREAM);
      Tuning tuning =
          Tuning.of(Scenarios.standard().run().with("batch", batch).with("theta-rate", 1e-4));
      Trainer trainer =
          new Trainer(
              problem.model(), estimator, tuning, STREAM, List.of(phi), false, Recall.NEVER);
      Replica replica =
          new Replica(
              problem.initial(),
              List.of(phi.copy()),
              tuning.optimizer().slots(),
              STREAM,
              STREAM,
              null,
              problem.quantities());
      float[] scratch = new float[phi.values().length + problem.initial().length];
      long[] step = {0};
      long bytes =
          SteadyState.bytes(
              () -> {
                for (int i = 0; i < 200; i++) {
                  trainer.step(replica, step[0]++);
                  problem.loss(replica.theta, scratch);
                }
              });
      assertEquals(0, bytes, "bytes in 200 steps of " + problem.distribution());
    }
  }
}
