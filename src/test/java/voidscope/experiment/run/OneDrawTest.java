package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimateFormula.Factor;
import voidscope.experiment.record.OneDraw;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.text.Decimals;
import voidscope.text.TypedNumber;
import voidscope.thread.ThreadTeam;

/// One draw that is taken apart: its numbers are those of the estimate, as far as they are shown.
final class OneDrawTest {
  /// Half a unit of the last of four digits, of a number that begins with a one.
  private static final double ROUNDING = 5e-4;

  private static Scenario scenario(String problem, Entrant entrant) {
    return new Scenario(
            Scenarios.problem(problem), List.of(entrant), Scenarios.standard().run(), List.of())
        .with(Scenario.RUN, "measure-samples", 0)
        .with(Scenario.RUN, "steps", 1000);
  }

  private static OneDraw draw(Scenario scenario, long step, OneDraw.Which which) {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(step);
      String id = scenario.estimators().getFirst().id();
      experiment.wish(Set.of(new Wish(Wish.Kind.DRAW, id, which)));
      Snapshot snapshot =
          experiment.snapshot(0, Snapshot.State.PAUSED, new Snapshot.Rates(0, 0, 1));
      Track track = snapshot.tracks().getFirst();
      return Objects.requireNonNull(track.exhibit(OneDraw.class));
    }
  }

  private static double shown(double value) {
    return TypedNumber.parse(Decimals.significant(value)).orElseThrow();
  }

  private static double column(OneDraw draw, String symbol, int sample) {
    return draw.columns().stream()
        .filter(column -> column.symbol().equals(symbol))
        .map(column -> column.values()[sample])
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + symbol));
  }

  private static double factor(OneDraw draw, Factor factor) {
    return Objects.requireNonNull(draw.factors().get(factor), factor::name);
  }

  /// [f(b) − c]·s and what comes behind it, of the numbers on the screen, is ĝ on the screen within
  /// what each is rounded by; so is the sum of the terms.
  @ParameterizedTest
  @CsvSource({
    "squared-distance, reinforce, 1, , ",
    "squared-distance, reinforce-learned, 1, , ",
    "squared-distance, rebar, 1, , independent",
    "squared-distance, rebar, 2, , coupled",
    "squared-distance, relax, 1, free, independent",
    "squared-distance, relax, 1, free, coupled",
    "squared-distance, relax, 2, structured, independent",
    "squared-distance, relax, 2, structured, coupled",
    "random-quadratic, reinforce, 2, , ",
    "random-quadratic, relax, 2, free, independent",
    "categorical-distance, reinforce, 0, , ",
    "categorical-distance, rebar, 0, , independent",
    "categorical-distance, relax, 0, free, independent",
    "categorical-distance, relax, 0, structured, coupled",
    "gaussian-distance, reinforce, 0, , ",
    "gaussian-distance, lax, 0, free, ",
    "gaussian-distance, lax, 0, structured, ",
  })
  void numbersOnTheScreen_makeUpTheEstimate(
      String problem, String key, int latents, String form, String noise) {
    Entrant entrant = Scenarios.estimator(key);
    if (form != null) {
      entrant = entrant.with(entrant.settings().with("surrogate", new Value.Choice(form)));
    }
    if (noise != null) {
      entrant = entrant.with(entrant.settings().with("noise", new Value.Choice(noise)));
    }
    Scenario scenario = scenario(problem, entrant);
    if (latents > 0) {
      scenario = scenario.with(Scenario.PROBLEM, "latents", latents);
    }
    int seen = 0;
    for (int number = 1; number <= 6; number++) {
      for (int coordinate = 0; coordinate < 3; coordinate++) {
        OneDraw draw = draw(scenario, 40, new OneDraw.Which(number, coordinate));
        double f = shown(factor(draw, Factor.OBJECTIVE));
        double taken =
            Stream.of(Factor.CONTROL, Factor.BASELINE)
                .map(draw.factors()::get)
                .filter(Objects::nonNull)
                .mapToDouble(value -> shown(value))
                .sum();
        double s = shown(factor(draw, Factor.SCORE));
        double made = (f - taken) * s;
        double sum = 0;
        double rounded = Math.abs(shown(draw.estimate()));
        double roundedSum = rounded;
        rounded += 2 * (Math.abs(f) + Math.abs(taken)) * Math.abs(s);
        for (int t = 0; t < draw.terms().size(); t++) {
          double term = draw.terms().get(t).sign() * shown(draw.values()[t]);
          sum += term;
          roundedSum += Math.abs(term);
          if (t > 1) {
            made += term;
            rounded += Math.abs(term);
          }
        }
        assertEquals(shown(draw.estimate()), made, ROUNDING * rounded + 1e-7);
        if (!draw.terms().isEmpty()) {
          assertEquals(shown(draw.estimate()), sum, ROUNDING * roundedSum + 1e-7);
        }
        seen += Math.abs(made) > 10 * ROUNDING * rounded ? 1 : 0;
      }
    }
    assertTrue(seen > 0, "no draw is greater than what it is rounded by");
  }

  /// What stands between noise and estimate is what the mathematics says, at θ = 0 and t = .45.
  @Test
  void quantities_areThoseOfTheDistribution_ofFAndOfC() {
    for (String noise : List.of("independent", "coupled")) {
      Entrant relax = Scenarios.estimator("relax");
      relax = relax.with(relax.settings().with("noise", new Value.Choice(noise)));
      Scenario scenario = scenario("squared-distance", relax).with(Scenario.PROBLEM, "target", .45);
      for (int number = 1; number <= 8; number++) {
        OneDraw draw = draw(scenario, 0, new OneDraw.Which(number, 0));
        double u = column(draw, "u", 0);
        double b = u > .5 ? 1 : 0;
        assertEquals(Math.log(u / (1 - u)), column(draw, "z", 0), 1e-5);
        assertEquals(b, column(draw, "b", 0));
        assertEquals((b - .45) * (b - .45), column(draw, "f(b)", 0), 1e-6);
        assertEquals(b - .5, column(draw, "∂log p(b)/∂θ", 0), 1e-6);
        double v = column(draw, "v", 0);
        double given = .5 * v + (b == 1 ? .5 : 0);
        assertEquals(Math.log(given / (1 - given)), column(draw, "z̃", 0), 1e-4);
        if (noise.equals("coupled")) {
          assertEquals(column(draw, "z", 0), column(draw, "z̃", 0), 1e-4);
          assertEquals(column(draw, "c(z)", 0), column(draw, "c(z̃)", 0), 1e-6);
        }
        assertEquals(factor(draw, Factor.CONTROL), column(draw, "c(z̃)", 0), 1e-7);
      }
    }
  }

  @Test
  void standardNoise_isThatOfTheGaussian() {
    Scenario scenario = scenario("gaussian-distance", Scenarios.estimator("reparameterization"));
    double mean = scenario.problem().settings().real("mean");
    double deviation = scenario.problem().settings().real("deviation");
    OneDraw draw = draw(scenario, 0, new OneDraw.Which(3, 0));
    double epsilon = column(draw, "ε", 0);
    assertEquals(mean + deviation * epsilon, column(draw, "b", 0), 1e-5);
    assertEquals(draw.estimate(), column(draw, "f′(b)", 0), 1e-6); // ∂b/∂μ = 1
    assertEquals("μ", draw.place());
    OneDraw other = draw(scenario, 0, new OneDraw.Which(3, 1));
    assertEquals("log σ", other.place());
    assertEquals(draw.estimate() * deviation * epsilon, other.estimate(), 1e-5);
  }

  @ParameterizedTest
  @CsvSource({
    "squared-distance, reinforce, u b f(b) ∂log p(b)/∂θ",
    "squared-distance, relax, u z b v z̃ f(b) c(z) c(z̃) ∂log p(b)/∂θ",
    "squared-distance, concrete, u z f(σ(z/λ))",
    "squared-distance, straight-through, u b f′(b)",
    "squared-distance, rloo, u b f(b) ∂log p(b)/∂θ",
    "squared-distance, arm, u b f(b)",
    "gaussian-distance, lax, ε b f(b) c(b) ∂log p(b)/∂θ",
    "gaussian-distance, reparameterization, ε b f′(b)",
  })
  void everyEstimator_showsWhatItHas(String problem, String key, String symbols) {
    OneDraw draw = draw(scenario(problem, Scenarios.estimator(key)), 3, new OneDraw.Which(1, 0));
    List<String> found = draw.columns().stream().map(OneDraw.Column::symbol).toList();
    assertEquals(symbols, String.join(" ", found));
    assertEquals(OneDraw.Stage.ESTIMATE, draw.stages().getLast());
    assertEquals(!draw.terms().isEmpty(), draw.stages().contains(OneDraw.Stage.TERM));
  }

  /// Two samples of leave-one-out: ĝ = ½(f₁ − f₂)(s₁ − s₂); and of ARM, whose noise is mirrored.
  @Test
  void severalSamples_areAllThere() {
    Entrant pair = Scenarios.estimator("rloo");
    pair = pair.with(pair.settings().with("sample-count", 2));
    OneDraw draw = draw(scenario("squared-distance", pair), 5, new OneDraw.Which(4, 0));
    double f = column(draw, "f(b)", 0) - column(draw, "f(b)", 1);
    double s = column(draw, "∂log p(b)/∂θ", 0) - column(draw, "∂log p(b)/∂θ", 1);
    assertEquals(.5 * f * s, draw.estimate(), 1e-6);
    OneDraw arm =
        draw(scenario("squared-distance", Scenarios.estimator("arm")), 5, new OneDraw.Which(4, 0));
    assertEquals(1, column(arm, "u", 0) + column(arm, "u", 1), 1e-6);
    double difference = column(arm, "f(b)", 0) - column(arm, "f(b)", 1);
    assertEquals(difference * (column(arm, "u", 0) - .5), arm.estimate(), 1e-6);
  }

  /// The same draw of the same scenario is the same; another, or another seed, is another, and the
  /// estimators share the noise.
  @Test
  void noise_isAFunctionOfSeedAndNumber() {
    Scenario relax = scenario("random-quadratic", Scenarios.estimator("relax"));
    OneDraw.Which which = new OneDraw.Which(2, 1);
    OneDraw draw = draw(relax, 20, which);
    OneDraw again = draw(relax, 20, which);
    assertEquals(draw.estimate(), again.estimate());
    assertArrayEquals(draw.values(), again.values());
    double u = column(draw, "u", 0);
    assertNotEquals(u, column(draw(relax, 20, new OneDraw.Which(3, 1)), "u", 0));
    assertNotEquals(u, column(draw(relax.with(Scenario.RUN, "seed", 7), 20, which), "u", 0));
    OneDraw rebar = draw(scenario("random-quadratic", Scenarios.estimator("rebar")), 20, which);
    assertEquals(u, column(rebar, "u", 0));
  }

  /// Who looks at one draw after every step comes to the same bits as who never looks, at another
  /// number of threads.
  @Test
  void looking_changesNoBit() {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("random-quadratic"),
                Stream.of("reinforce", "rebar", "relax").map(Scenarios::estimator).toList(),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "measure-samples", 20)
            .with(Scenario.RUN, "steps", 60);
    try (ThreadTeam one = new ThreadTeam(1);
        ThreadTeam two = new ThreadTeam(2)) {
      Experiment blind = new Experiment(scenario, one);
      Experiment looking = new Experiment(scenario, two);
      blind.advance(60);
      Snapshot.Rates rates = new Snapshot.Rates(0, 0, 2);
      for (int step = 1; step <= 60; step++) {
        looking.advance(step);
        looking.wish(Set.of(new Wish(Wish.Kind.DRAW, "relax", new OneDraw.Which(step, step))));
        Snapshot snapshot = looking.snapshot(0, Snapshot.State.PAUSED, rates);
        for (Track track : snapshot.tracks()) {
          assertEquals(track.id().equals("relax"), track.exhibit(OneDraw.class) != null);
        }
      }
      assertEquals(Fingerprint.of(blind.records()), Fingerprint.of(looking.records()));
    }
  }

  @Test
  void exactGradient_hasNoDraw() {
    Scenario scenario = scenario("squared-distance", Scenarios.estimator("exact"));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.wish(Set.of(new Wish(Wish.Kind.DRAW, "exact", new OneDraw.Which(1, 0))));
      Snapshot snapshot =
          experiment.snapshot(0, Snapshot.State.PAUSED, new Snapshot.Rates(0, 0, 1));
      assertNull(snapshot.tracks().getFirst().exhibit(OneDraw.class));
    }
  }
}
