package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;
import voidscope.thread.ThreadTeam;

/// What cannot fit into the memory is refused before it is tried, what can is not.
final class MemoryNeedTest {
  private static Scenario vae(int replicates, String... estimators) {
    return new Scenario(
            Scenarios.problem("vae-linear"),
            Stream.of(estimators).map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
        .with(Scenario.PROBLEM, "latents", 200)
        .with(Scenario.RUN, "replicates", replicates);
  }

  private static Problem problem(Scenario scenario) {
    return Problems.catalogue()
        .get(scenario.problem().key())
        .maker()
        .apply(scenario.problem().settings());
  }

  /// Adam remembers two numbers of each that it moves, momentum one; a float has four bytes.
  @ParameterizedTest
  @CsvSource({"adam, 3", "rmsprop, 2", "momentum, 2"})
  void need_isReplicatesTimesParametersTimesNumbers(String optimizer, int numbers) {
    Scenario scenario =
        vae(7, "reinforce").with(Scenario.RUN, "optimizer", new Value.Choice(optimizer));
    Problem problem = problem(scenario);
    long parameters = problem.model().parameters();
    long least = 4L * numbers * 7 * parameters;
    assertTrue(parameters > 100_000, "a model of some size");
    String why = MemoryNeed.refusal(scenario, problem, least - 1).orElseThrow();
    assertTrue(why.contains("1 estimator with 7 replicates and a batch of"), why);
    assertTrue(why.contains("and " + numbers + " numbers a parameter"), why);
    assertTrue(
        why.startsWith("It takes at least " + Math.round(least / 1e6) + " MB of memory"), why);
    // What the estimator itself learns is a few numbers.
    assertEquals(Optional.empty(), MemoryNeed.refusal(scenario, problem, least + 1000 * 7));
  }

  @Test
  void need_addsUpOverEstimators() {
    Scenario one = vae(2, "reinforce");
    Scenario two = vae(2, "reinforce", "rebar");
    long parameters = problem(one).model().parameters();
    long room = 4L * 3 * 2 * parameters * 3 / 2;
    assertEquals(Optional.empty(), MemoryNeed.refusal(one, problem(one), room));
    assertTrue(MemoryNeed.refusal(two, problem(two), room).isPresent());
  }

  @Test
  void whatAnEstimatorLearns_counts() {
    Scenario scenario =
        Scenarios.standard()
            .withEstimators(List.of(Scenarios.estimator("relax")))
            .with(Scenario.RUN, "replicates", 256)
            .with("relax", "width", 256)
            .with("relax", "depth", 4);
    Problem problem = problem(scenario);
    assertTrue(problem.model().parameters() < 10);
    assertTrue(MemoryNeed.refusal(scenario, problem, 256L * 3 * 4 * 190_000).isPresent());
  }

  @Test
  void experiment_isRefusedWithTheFigure_inWindowAndCommandLine() {
    long heap = Runtime.getRuntime().maxMemory();
    String[] many = {"reinforce", "rebar", "relax", "nvil", "concrete", "muprop"};
    Scenario huge = vae(256, many);
    double least = 4.0 * 3 * 256 * many.length * problem(huge).model().parameters();
    assumeTrue(least > heap, "a heap for which it is too much");
    try (ThreadTeam team = new ThreadTeam(1)) {
      String why =
          assertThrows(IllegalArgumentException.class, () -> new Experiment(huge, team)).toString();
      assertTrue(why.contains("It takes at least "), why);
    }
    try (Runner runner = new Runner(Scenarios.standard(), 1)) {
      runner.restart(huge);
      Await.await(
          runner,
          any -> {
            String refusal = runner.takeRefusal();
            return refusal != null && refusal.contains("It takes at least ");
          });
      assertEquals(Scenarios.standard(), runner.poll().scenario());
    }
  }
}
