package voidscope.experiment.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Value;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Draw;
import voidscope.estimator.Pass;
import voidscope.estimator.State;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.run.Fingerprint;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.network.Adam;
import voidscope.network.Optimizer;
import voidscope.network.RmsProp;
import voidscope.network.Sgd;
import voidscope.thread.ThreadTeam;

/// However late a span is trained, its first step is as long as a run's first.
final class AdaptationTest {
  private static final float RATE = 0.01f;

  static List<Optimizer> optimizers() {
    return List.of(
        new Adam(),
        new Adam(0.9f, 0.99999f, 1e-8f),
        new RmsProp(0.99f, 1e-8f),
        new Sgd(0.9f),
        new Sgd(0));
  }

  /// Learns λ and η along a slope that stays, and a network that is always trained.
  private static final class Bench {
    final State state =
        new State.Layout()
            .span("temperature", 1, true)
            .span("eta", 1, true)
            .span("network", 9, true)
            .allocate();
    final Memory memory;
    final Adaptation adaptation;
    final Draw draw = Draw.allocate(new Bernoulli(1), 1, 1, 0);
    final Tuning tuning;
    long step;

    Bench(Optimizer optimizer) {
      memory = new Memory(state, optimizer.slots());
      adaptation = new Adaptation(optimizer, state.values().length, null);
      tuning = new Tuning(optimizer, RATE, false, RATE, 0, 1, 1, 1);
    }

    void train(boolean lambda, boolean eta) {
      state.train("temperature", lambda);
      state.train("eta", eta);
    }

    /// @return what φ moved by
    float[] step() {
      float[] moved = state.values().clone();
      adaptation.step(new Slope(), state, memory, draw, new float[1], tuning, step++);
      for (int i = 0; i < moved.length; i++) {
        moved[i] -= state.values()[i];
      }
      // What it learns stays where it is, so that rounding is the same at every step.
      Arrays.fill(state.values(), 0);
      return moved;
    }

    void steps(int count) {
      for (int i = 0; i < count; i++) {
        step();
      }
    }
  }

  private static final class Slope implements Pass {
    @Override
    public void draw(State state, Draw draw, int from, int to) {}

    @Override
    public void estimate(State state, Draw draw, float[] g) {}

    @Override
    public void adapt(State state, Draw draw, float[] r, float[] gphi) {
      for (int i = 0; i < gphi.length; i++) {
        gphi[i] += 0.3f;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void step_ofASpanSwitchedOnLate_isAsLongAsARunsFirst(Optimizer optimizer) {
    Bench bench = new Bench(optimizer);
    bench.train(true, false);
    float[] first = bench.step();
    float[] second = bench.step();
    assertEquals(0, first[1], "η is held");
    bench.steps(3000);
    bench.train(true, true);
    assertEquals(first[0], bench.step()[1], "η, switched on late");
    assertEquals(second[0], bench.step()[1], "its second step");
    bench.steps(700);
    bench.train(false, true);
    assertEquals(0, bench.step()[0], "λ is held");
    bench.train(true, true);
    assertEquals(first[0], bench.step()[0], "λ, switched off and on again");
  }

  /// The spans do not see each other.
  @ParameterizedTest
  @MethodSource("optimizers")
  void step_ofTheOtherSpans_isNotChanged(Optimizer optimizer) {
    Bench switched = new Bench(optimizer);
    Bench steady = new Bench(optimizer);
    for (int i = 0; i < 50; i++) {
      switched.train(i % 7 < 3, i % 5 < 2);
      float[] some = switched.step();
      float[] all = steady.step();
      for (int at = 2; at < all.length; at++) {
        assertEquals(all[at], some[at], "step " + i + ", weight " + at);
      }
    }
  }

  /// Adam's first step is the rate, whatever the slope: λ and η of toys and of both layers of a
  /// VAE, of one that joined late and of one that follows another's parameters.
  @ParameterizedTest
  @CsvSource({
    "squared-distance,tune-temperature,temperature,off",
    "squared-distance,tune-eta,eta,off",
    "random-quadratic,tune-eta,eta,reinforce",
    "vae-two-layer,tune-temperature,temperature,off",
    "vae-two-layer,tune-eta,eta,off",
    "vae-two-layer,tune-temperature,temperature,reinforce",
  })
  void tuning_switchedOnInMidRun_beginsWithTheRate(
      String problem, String flag, String tuned, String basket) {
    Scenario scenario =
        new Scenario(
                Scenarios.problem(problem),
                List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("rebar")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "phi-rate", RATE)
            .with(Scenario.RUN, "measure-samples", 1)
            .with("rebar", flag, new Value.Flag(false));
    scenario = scenario.with(Scenario.RUN, "basket", new Value.Text(basket));
    if (problem.startsWith("vae")) {
      scenario =
          scenario
              .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
              .with(Scenario.PROBLEM, "latents", 5)
              .with(Scenario.RUN, "batch", 4);
    }
    Scenario late =
        scenario.withEvents(List.of(new Event(400, "rebar", flag, new Value.Flag(true))));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(late, team);
      experiment.advance(400);
      double[] before = values(experiment, tuned);
      experiment.advance(401);
      double[] after = values(experiment, tuned);
      for (int l = 0; l < before.length; l++) {
        double moved = tuned.equals("eta") ? after[l] - before[l] : Math.log(after[l] / before[l]);
        assertEquals(RATE, Math.abs(moved), 2e-3 * RATE, "layer " + (l + 1));
      }
    }
  }

  private static double[] values(Experiment experiment, String tuned) {
    Track track = experiment.snapshot().tracks().getLast();
    List<Double> values = track.tuned().all(tuned);
    assertTrue(!values.isEmpty());
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// One that joins has steps of its own.
  @Test
  void estimator_thatJoinsLate_goesTheWayOfOneThatWasThere() {
    Scenario both =
        new Scenario(
            Scenarios.problem("squared-distance"),
            List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("rebar")),
            Scenarios.standard().run(),
            List.of());
    Scenario alone = both.withEstimators(List.of(Scenarios.estimator("reinforce")));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment there = new Experiment(both, team);
      there.advance(60);
      Experiment joined = new Experiment(alone, team);
      joined.advance(40);
      joined.retune(both);
      joined.advance(60);
      assertArrayEquals(values(there, "temperature"), values(joined, "temperature"));
      assertArrayEquals(values(there, "eta"), values(joined, "eta"));
      assertEquals(Fingerprint.of(there.snapshot()), Fingerprint.of(joined.snapshot()));
    }
  }
}
