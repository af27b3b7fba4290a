package voidscope.problem.mdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.experiment.measure.Meter;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.objective.Capability;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.stat.Sigmoid;
import voidscope.thread.Recall;

/// Every estimator that fits is right on a problem whose rows come one by one and whose f is known
/// after the last of them: nothing but [Chain] knows of either.
final class ChainTest {
  /// Of 108 z-scores of which none may be greater: a false alarm in 16,000 other seeds.
  private static final double BOUND = 5;

  private static final int SAMPLES = 60_000;
  private static final RandomStream STREAM = RandomStream.of(11, "chain", 0);

  private static final Chain TABLE = new Chain(.9, true, -.3, .7);
  private static final Chain UNWEIGHTED = new Chain(.9, false, -.3, .7);
  private static final Chain UNDISCOUNTED = new Chain(1, true, -.3, .7);

  static List<Chain> forms() {
    return List.of(TABLE, UNWEIGHTED, UNDISCOUNTED);
  }

  private static float[] start() {
    return TABLE.initial(STREAM);
  }

  /// The values that were computed elsewhere, of J where the problem has −J.
  @Test
  void enumeration_givesThePublishedValues() {
    double[] g = new double[2];
    TABLE.gradient(start(), g);
    assertArrayEquals(new double[] {.13594425654, -.21100159019}, g, 3e-9);
    assertEquals(-1.1141665548, TABLE.loss(start(), start()), 3e-9);
    UNDISCOUNTED.gradient(start(), g);
    assertArrayEquals(new double[] {.13797296258, -.24927873279}, g, 3e-9);
    assertArrayEquals(new double[] {.14956383647, -.24735573730}, mean(UNWEIGHTED, start()), 3e-9);
    assertEquals(.59244699036, variance(TABLE, start()), 3e-9);
    assertEquals(.65611662585, variance(UNWEIGHTED, start()), 3e-9);
  }

  private static double[] mean(Chain chain, float[] table) {
    Episodes episodes = Episodes.of(chain, table);
    double[] mean = new double[2];
    for (int s = 0; s < 2; s++) {
      int state = s;
      mean[s] = episodes.mean(e -> e.estimate(chain.weighted())[state]);
    }
    return mean;
  }

  /// Trace of the covariance of an episode's gradient with a baseline a state.
  private static double variance(Chain chain, float[] table, double... baseline) {
    return power(chain, table, 1, baseline);
  }

  /// E ‖ĝ − E ĝ‖^2k.
  private static double power(Chain chain, float[] table, int k, double... baseline) {
    double[] mean = mean(chain, table);
    return Episodes.of(chain, table)
        .mean(
            e -> {
              double[] g = e.estimate(chain.weighted(), baseline);
              return Math.pow(square(g[0] - mean[0]) + square(g[1] - mean[1]), k);
            });
  }

  private static double square(double x) {
    return x * x;
  }

  static List<EstimatorEntry> fitting() {
    return Estimators.catalogue().entries().stream()
        .filter(entry -> TABLE.offers().containsAll(entry.standard().requires()))
        .toList();
  }

  @Test
  void those_thatFit_areThese() {
    assertEquals(
        List.of(
            "reinforce", "reinforce-mean", "reinforce-learned", "control-variate", "relax", "nvil"),
        fitting().stream().map(EstimatorEntry::key).toList());
  }

  @Test
  void those_thatAskForSeveralSamplesOfARow_areRefusedByName() {
    for (String key : List.of("rloo", "arm", "disarm")) {
      Estimator estimator = Estimators.catalogue().get(key).standard();
      assertTrue(estimator.requires().contains(Capability.REPEATABLE), key);
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> new Estimation(TABLE, estimator, 1, STREAM, states(estimator)));
      String why = String.valueOf(refused.getMessage());
      assertTrue(why.contains("several samples of a row"), why);
    }
  }

  private static List<State> states(Estimator estimator) {
    return List.of(estimator.init(TABLE.shape(0, 1, estimator.samples()), STREAM.child("weights")));
  }

  private static Replica replica(Estimator estimator) {
    return new Replica(start(), states(estimator), 2, STREAM, STREAM, null, TABLE.quantities());
  }

  /// At first and after 400 steps, in which θ and what it learns have moved: the mean is the exact
  /// one, and the variance that of the baselines which it has. RELAX has none, but a surrogate that
  /// is silent at first; what its variance is later no enumeration tells.
  @ParameterizedTest
  @MethodSource("fitting")
  void mean_andVariance_areTheEnumeratedOnes(EstimatorEntry entry) {
    List<String> wrong = new ArrayList<>();
    for (Chain chain : forms()) {
      Estimator estimator = entry.standard();
      Replica replica = replica(estimator);
      for (String when : List.of("at first", "after training")) {
        Found found = sample(chain, estimator, replica);
        found.compare(mean(chain, replica.theta), chain + " " + when + ": ", wrong);
        if (!estimator.pathwise()) {
          found.compareVariance(chain, replica.theta, wrong, baselines(chain, estimator, replica));
        } else if (when.equals("at first")) {
          found.compareVariance(chain, replica.theta, wrong);
        }
        train(chain, estimator, replica);
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /// What each state's f is compared with: ĝ = (f − a)·∂log p(b)/∂θ tells it row by row.
  private static double[] baselines(Chain chain, Estimator estimator, Replica replica) {
    Estimation estimation = new Estimation(chain, estimator, 1, STREAM, replica.states);
    estimation.begin(replica.theta, 0);
    double[] baselines = {Double.NaN, Double.NaN};
    float[] f = new float[Chain.HORIZON];
    for (int sample = 0; sample < 40; sample++) {
      estimation.estimate(replica.states, replica.measuring, 8, sample);
      Draw draw = estimation.batch().draw(0);
      estimation.batch().objective(0).value(draw, 0, f);
      for (int row = 0; row < draw.n(); row++) {
        int state = draw.context()[row * Chain.STATES] == 1 ? 0 : 1;
        double score = draw.b()[0][row] - Sigmoid.of(draw.theta()[row]);
        double baseline = f[row] - estimation.gradient(0)[row] / score;
        if (!Double.isNaN(baselines[state])) {
          assertEquals(baselines[state], baseline, 1e-4, "it depends on the state alone");
        }
        baselines[state] = baseline;
      }
    }
    return baselines;
  }

  private static void train(Chain chain, Estimator estimator, Replica replica) {
    Tuning tuning =
        Tuning.of(
            Scenarios.standard()
                .run()
                .with("phi-rate", 0.01)
                .with("theta-rate", 0.002)
                .with("batch", 1));
    Trainer trainer =
        new Trainer(chain, estimator, tuning, STREAM, replica.states, false, Recall.NEVER);
    for (int step = 0; step < 400; step++) {
      assertTrue(trainer.step(replica, step));
    }
    assertTrue(Math.abs(replica.theta[0] - start()[0]) > 1e-3, "θ has moved");
  }

  /// Moments of the two coordinates.
  private record Found(Moments[] moments) {
    void compare(double[] mean, String where, List<String> wrong) {
      for (int s = 0; s < 2; s++) {
        double z = (moments[s].mean() - mean[s]) / moments[s].standardError();
        if (!(Math.abs(z) < BOUND)) {
          wrong.add(where + "mean of θ" + s + ", z = " + z);
        }
      }
    }

    void compareVariance(Chain chain, float[] table, List<String> wrong, double... baseline) {
      double exact = variance(chain, table, baseline);
      double fourth = power(chain, table, 2, baseline);
      double found = moments[0].variance() + moments[1].variance();
      double z = (found - exact) / Math.sqrt((fourth - exact * exact) / SAMPLES);
      if (!(Math.abs(z) < BOUND)) {
        wrong.add(chain + ": variance " + found + " for " + exact + ", z = " + z);
      }
    }
  }

  private static Found sample(Chain chain, Estimator estimator, Replica replica) {
    Estimation estimation = new Estimation(chain, estimator, 1, STREAM, replica.states);
    estimation.begin(replica.theta, 0);
    Moments[] moments = {new Moments(), new Moments()};
    for (int sample = 0; sample < SAMPLES; sample++) {
      estimation.estimate(replica.states, replica.measuring, 7, sample);
      float[] gradient = new float[2];
      estimation.batch().reverse(0, estimation.gradient(0), gradient);
      for (int s = 0; s < 2; s++) {
        moments[s].accept(1, gradient[s], 0, 0, 0);
      }
    }
    return new Found(moments);
  }

  /// The meter's episode is one estimate, of one row a step; with γ^t left out it follows no
  /// gradient of J, and the z-score says so.
  @Test
  void meter_measuresEpisodes() {
    Estimator estimator = Estimators.catalogue().get("reinforce").standard();
    Replica replica = replica(estimator);
    for (Chain chain : forms()) {
      Meter meter = new Meter(estimator, chain, 1, STREAM, replica.states, Recall.NEVER);
      meter.measure(replica, 3, SAMPLES);
      Measurement found = meter.result(replica, 3);
      double exact = variance(chain, replica.theta);
      double fourth = power(chain, replica.theta, 2);
      double error = Math.sqrt((fourth - exact * exact) / SAMPLES);
      assertEquals(exact, found.variance(), BOUND * error, chain.toString());
      if (chain.weighted()) {
        assertTrue(Math.abs(found.z()) < BOUND, "z = " + found.z());
      } else {
        assertTrue(Math.abs(found.z()) > 4 * BOUND / 2, "z = " + found.z());
      }
    }
  }

  /// Four episodes a batch: their mean has the same expectation and a quarter of the variance.
  @Test
  void batch_isTheMeanOfItsEpisodes() {
    Estimator estimator = Estimators.catalogue().get("reinforce").standard();
    Replica replica = replica(estimator);
    Meter meter = new Meter(estimator, TABLE, 4, STREAM, replica.states, Recall.NEVER);
    meter.measure(replica, 3, SAMPLES);
    Measurement found = meter.result(replica, 3);
    assertEquals(variance(TABLE, replica.theta) / 4, found.variance(), .02 * found.variance());
    assertTrue(Math.abs(found.z()) < BOUND, "z = " + found.z());
  }
}
