package voidscope.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;

/// What differs between scenarios, in words.
class DifferencesTest {
  private static final Scenario FROM = Scenarios.standard();

  private static Scenario without(String key) {
    return FROM.withEstimators(
        FROM.estimators().stream().filter(entrant -> !entrant.id().equals(key)).toList());
  }

  private static Scenario with(String... keys) {
    List<Entrant> entrants = new ArrayList<>(FROM.estimators());
    for (String key : keys) {
      entrants.add(Scenarios.estimator(key));
    }
    return FROM.withEstimators(entrants);
  }

  @Test
  void sameScenario_differsInNothing() {
    assertEquals("", Differences.between(FROM, Scenarios.standard()));
  }

  @Test
  void settings_areTold_asChartsTellThem() {
    Scenario to =
        without("rebar")
            .with(Scenario.PROBLEM, "target", .45)
            .with("relax", "width", 200)
            .with("relax", "tune-temperature", new Value.Flag(false));
    assertEquals(
        "target t .499 → .45 · RELAX: hidden units 10 → 200 · RELAX: tune λ on → off · REBAR left",
        Differences.between(FROM, to));
    assertEquals(
        "target t .45 → .499 · RELAX: hidden units 200 → 10 · RELAX: tune λ off → on · REBAR"
            + " joined",
        Differences.between(to, FROM));
  }

  @Test
  void runsParameters_areTold() {
    Scenario to =
        FROM.with(Scenario.RUN, "theta-rate", .1)
            .with(Scenario.RUN, "optimizer", new Value.Choice("momentum"));
    assertEquals(
        "optimizer adam → momentum · learning rate θ .01 → .1", Differences.between(FROM, to));
  }

  @Test
  void closeValues_haveTheDigitsThatTellThemApart() {
    Scenario to = FROM.with(Scenario.PROBLEM, "target", .49901);
    assertEquals("target t .499 → .49901", Differences.between(FROM, to));
  }

  @Test
  void anotherProblem_isNamed() {
    Scenario to =
        new Scenario(
            Scenarios.problem("random-quadratic"), FROM.estimators(), FROM.run(), List.of());
    assertEquals("problem " + label(FROM) + " → " + label(to), Differences.between(FROM, to));
  }

  private static String label(Scenario scenario) {
    return Problems.catalogue().get(scenario.problem().key()).label();
  }

  @Test
  void changesOnTheWay_areCounted_aGestureOnce() {
    Scenario to =
        FROM.withEvents(
            List.of(
                new Event(10, Scenario.PROBLEM, "target", new Value.Real(.4)),
                new Event(12, Scenario.PROBLEM, "target", new Value.Real(.3), 10),
                new Event(20, Scenario.RUN, "steps", new Value.Whole(400)),
                new Event(30, "relax", "width", new Value.Whole(20))));
    assertEquals("2 changes on the way", Differences.between(FROM, to));
    assertEquals("without 2 changes on the way", Differences.between(to, FROM));
    assertEquals("", Differences.between(to, to));
  }

  @Test
  void many_areCounted() {
    Scenario to = with("lax", "nvil", "reinforce-learned");
    for (String key : List.of("theta-rate", "phi-rate")) {
      to = to.with(Scenario.RUN, key, .5);
    }
    to = to.with(Scenario.PROBLEM, "target", .1).with(Scenario.RUN, "seed", 7);
    String words = Differences.between(FROM, to);
    assertEquals(4, words.chars().filter(c -> c == '·').count(), words);
    assertEquals("2 more", words.substring(words.indexOf(" and ") + 5));
  }
}
