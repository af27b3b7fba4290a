package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.experiment.optimum.RelaxOptimum;
import voidscope.experiment.record.SurrogateMap;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.stat.Sigmoid;
import voidscope.thread.ThreadTeam;

/// Maps have, in the middle of each cell, what a formula says that knows nothing of them.
final class MapPortraitTest {
  private static Scenario scenario(String problem, String estimators) throws ScenarioException {
    String head = "voidscope = 1\n[problem]\n" + problem + "[run]\nmeasure-samples = 20\n";
    return ScenarioFile.parse("test", head + estimators);
  }

  private static Scenario formula(String estimators) throws ScenarioException {
    return scenario(
        "name = \"formula\"\nformula = \"(b1 - 0.3)^2 + b1·b2 - b2/4\"\nlatents = 2\n", estimators);
  }

  private static Track track(Scenario scenario, int threads, int steps) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      return experiment.snapshot().tracks().getFirst();
    }
  }

  private static SurrogateMap map(Track track) {
    return Objects.requireNonNull(track.exhibit(SurrogateMap.class));
  }

  private static double middle(SurrogateMap map, int axis, int index) {
    double width = (map.high()[axis] - map.low()[axis]) / map.columns();
    return map.low()[axis] + (index + .5) * width;
  }

  private static double f(double b1, double b2) {
    return (b1 - .3) * (b1 - .3) + b1 * b2 - b2 / 4;
  }

  @ParameterizedTest
  @ValueSource(strings = {"independent", "coupled"})
  void rebar_isItsFormula_andTheOptimalOneThatOfItsForm(String noise) throws Exception {
    Track track =
        track(
            formula(
                "[[estimator]]\nname = \"rebar\"\nnoise = \""
                    + noise
                    + "\"\ntemperature = 0.7\neta = 0.9\n"),
            1,
            0);
    SurrogateMap map = map(track);
    assertEquals(SurrogateMap.Plane.LOGISTIC, map.plane());
    assertTrue(map.soft());
    assertEquals(10, map.high()[0] - map.low()[0], 1e-9);
    Track.BestCurve best = Objects.requireNonNull(map.best());
    double[] theta = {.5 * (map.low()[0] + map.high()[0]), .5 * (map.low()[1] + map.high()[1])};
    double[] outcomes = {f(0, 0), f(1, 0), f(0, 1), f(1, 1)};
    boolean coupled = noise.equals("coupled");
    RelaxOptimum optimum =
        RelaxOptimum.of(theta, outcomes, coupled, best.fine() ? 24 : 11, () -> false).orElseThrow();
    for (int i = 0; i < map.c().length; i += 37) {
      double z1 = middle(map, 0, i % map.columns());
      double z2 = middle(map, 1, Math.floorDiv(i, map.columns()));
      double soft = f(Sigmoid.of(z1 / .7), Sigmoid.of(z2 / .7));
      assertEquals(soft, map.f()[i], 2e-5);
      assertEquals(.9 * soft, map.c()[i], 2e-5);
      assertEquals(optimum.value(z1, z2), best.c()[i], 2e-4);
    }
    assertEquals(coupled, map.conditional() == null, "coupled, z̃ is z");
    double[] conditional = map.conditional();
    if (conditional != null) {
      for (int j = 0; j < 2; j++) {
        assertEquals(map.sample()[j] > 0, conditional[j] > 0, "both give the same b");
        assertNotEquals(map.sample()[j], conditional[j]);
      }
    }
  }

  @Test
  void relax_isTheSameAtAnyNumberOfThreads_andLookingChangesNothing() throws Exception {
    Scenario scenario = formula("[[estimator]]\nname = \"relax\"\nsurrogate = \"structured\"\n");
    SurrogateMap one = map(track(scenario, 1, 50));
    SurrogateMap two = map(track(scenario, 2, 50));
    assertArrayEquals(one.c(), two.c());
    assertArrayEquals(one.sample(), two.sample());
    assertNotEquals(one.c()[100], map(track(scenario, 1, 0)).c()[100]);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      for (int i = 0; i < 50; i++) {
        experiment.advance(i + 1);
        experiment.wish(Set.of(new Wish(Wish.Kind.MAP)));
        assertNotNull(experiment.snapshot().tracks().getFirst().exhibit(SurrogateMap.class));
      }
      assertArrayEquals(one.c(), map(experiment.snapshot().tracks().getFirst()).c());
    }
  }

  /// c over the simplex is η·f(softmax(z/λ)) for REBAR, that is η·f(y) itself.
  @Test
  void simplex_hasFOfItsShares_andNothingOutside() throws Exception {
    Scenario scenario =
        scenario(
            "name = \"formula-categorical\"\nformula = \"b1^2 + 2·b2 - b1·b3\"\nclasses = 3\n",
            "[[estimator]]\nname = \"rebar\"\n");
    SurrogateMap map = map(track(scenario, 1, 0));
    assertEquals(SurrogateMap.Plane.SIMPLEX, map.plane());
    assertNull(map.best());
    int inside = 0;
    for (int i = 0; i < map.c().length; i++) {
      double y1 = middle(map, 0, i % map.columns());
      double y2 = middle(map, 1, Math.floorDiv(i, map.columns()));
      double y3 = 1 - y1 - y2;
      if (y3 > -1e-9) {
        assertEquals(y1 * y1 + 2 * y2 - y1 * y3, map.f()[i], 5e-4);
        assertEquals(map.f()[i], map.c()[i], 1e-5);
        inside++;
      } else {
        assertEquals(Double.NaN, map.c()[i]);
      }
    }
    assertEquals(64 * 65 / 2, inside);
    assertTrue(map.sample()[0] > 0 && map.sample()[0] + map.sample()[1] < 1);
  }

  /// Where f has no derivative the map is of f(b), and b is one class alone, also where two have
  /// the greatest share.
  @Test
  void simplex_hasFOfOneHotSamples_whereFIsABlackBox() throws Exception {
    Scenario scenario =
        scenario(
            """
            name = "formula-categorical"
            formula = "b1 + 2·b2 + 4·b3"
            classes = 3
            black-box = true
            """,
            "[[estimator]]\nname = \"relax\"\n");
    SurrogateMap map = map(track(scenario, 1, 0));
    assertFalse(map.soft());
    Set<Double> found = new TreeSet<>();
    for (double value : map.f()) {
      if (!Double.isNaN(value)) {
        found.add(value);
      }
    }
    assertEquals(Set.of(1.0, 2.0, 4.0), found);
  }

  @Test
  void oneLatent_hasNoMap_norHasWhoHasNoSurrogate() throws Exception {
    String standard = "name = \"squared-distance\"\n";
    assertNull(
        track(scenario(standard, "[[estimator]]\nname = \"relax\"\n"), 1, 1)
            .exhibit(SurrogateMap.class));
    assertNull(
        track(formula("[[estimator]]\nname = \"reinforce\"\n"), 1, 1).exhibit(SurrogateMap.class));
  }
}
