package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.objective.Capability;
import voidscope.problem.catalogue.Problems;
import voidscope.thread.ThreadTeam;

/// Results depend on the scenario alone.
final class ExperimentTest {
  private static final int STEPS = 1300;

  private static final List<String> PROBLEMS =
      List.of("squared-distance", "random-quadratic", "gaussian-steps", "categorical-quadratic");

  private static Scenario everyone(String problem, int replicates) {
    Settings settings = Scenarios.problem(problem).settings();
    Set<Capability> offers = Problems.catalogue().get(problem).maker().apply(settings).offers();
    List<Entrant> all =
        Estimators.catalogue().entries().stream()
            .filter(entry -> offers.containsAll(entry.requires()))
            .map(EstimatorEntry::key)
            .map(Scenarios::estimator)
            .toList();
    Scenario standard = Scenarios.standard();
    return new Scenario(Scenarios.problem(problem), all, standard.run(), List.of())
        .with(Scenario.RUN, "replicates", replicates)
        .with(Scenario.RUN, "measure-samples", 300)
        .with(Scenario.RUN, "steps", STEPS);
  }

  @Test
  void advance_ofAVae_givesTheSameBits_atOneAndTwoThreads_howeverCut() {
    for (String problem : List.of("vae-linear", "vae-two-layer", "vae-nonlinear")) {
      Scenario scenario =
          everyone(problem, 2)
              .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
              .with(Scenario.PROBLEM, "latents", 9)
              .with(Scenario.RUN, "batch", 5)
              .with(Scenario.RUN, "theta-rate", .01)
              .with(Scenario.RUN, "measure-samples", 3);
      String whole = run(scenario, 1, e -> e.advance(30));
      String cut =
          run(
              scenario,
              2,
              e -> {
                while (!e.done(30)) {
                  e.burst(30, 7);
                }
              });
      assertEquals(whole, cut);
    }
  }

  /// Threads that have no replicate of their own share the products and updates of those that have.
  @Test
  void advance_ofALargeVae_givesTheSameBits_howeverManyThreadsAreIdle() {
    for (String key : List.of("disarm", "relax")) {
      Scenario scenario =
          new Scenario(
                  Scenarios.problem("vae-nonlinear"),
                  List.of(Scenarios.estimator(key)),
                  Scenarios.standard().run(),
                  List.of())
              .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
              .with(Scenario.RUN, "batch", 24)
              .with(Scenario.RUN, "measure-samples", 0);
      for (int replicates : new int[] {1, 2}) {
        Scenario now = scenario.with(Scenario.RUN, "replicates", replicates);
        String alone = run(now, 1, e -> e.advance(6));
        assertEquals(alone, run(now, 2, e -> e.advance(6)));
        assertEquals(alone, run(now, 3, e -> e.advance(6)));
      }
    }
  }

  /// The one whose parameters all follow trains as if it were alone; the others have its parameters
  /// at every step, and learn and measure for themselves.
  @Test
  void advance_ofABasket_measuresAllAtOneEstimatorsParameters() {
    for (String problem : List.of("vae-two-layer", "random-quadratic")) {
      boolean vae = problem.startsWith("vae");
      Scenario scenario =
          new Scenario(
                  Scenarios.problem(problem),
                  Stream.of("reinforce", "rebar", "relax").map(Scenarios::estimator).toList(),
                  Scenarios.standard().run(),
                  List.of())
              .with(Scenario.RUN, "replicates", 2)
              .with(Scenario.RUN, "measure-samples", 5)
              .with(Scenario.PROBLEM, "latents", 9);
      Scenario small =
          vae
              ? scenario
                  .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
                  .with(Scenario.RUN, "batch", 5)
              : scenario;
      Scenario basket = small.with(Scenario.RUN, "basket", new Value.Text("rebar"));
      try (ThreadTeam team = new ThreadTeam(2)) {
        Experiment together = new Experiment(basket, team);
        together.advance(40);
        Experiment alone =
            new Experiment(small.withEstimators(List.of(Scenarios.estimator("rebar"))), team);
        alone.advance(40);
        Track rebar = together.snapshot().tracks().get(1);
        Track lonely = alone.snapshot().tracks().getFirst();
        assertEquals(last(lonely.theta()), last(rebar.theta()));
        assertEquals(last(lonely.variance()), last(rebar.variance()));
        for (int other : new int[] {0, 2}) {
          Track follower = together.snapshot().tracks().get(other);
          assertEquals(last(rebar.theta()), last(follower.theta()));
          assertNotEquals(last(rebar.variance()), last(follower.variance()));
        }
      }
      assertEquals(
          run(basket, 1, e -> e.advance(30)),
          run(
              basket,
              2,
              e -> {
                while (!e.done(30)) {
                  e.burst(30, 7);
                }
              }));
    }
  }

  private static double last(Track.Band band) {
    return band.middle().first(0, band.middle().buckets(0) - 1);
  }

  @Test
  void basket_isRefused_whereItsEstimatorIsMissing_orSomeoneComesLate() {
    Scenario basket = Scenarios.standard().with(Scenario.RUN, "basket", new Value.Text("rebar"));
    Scenario without = basket.withEstimators(List.of(Scenarios.estimator("reinforce")));
    Scenario more =
        basket.withEstimators(Stream.of("rebar", "relax").map(Scenarios::estimator).toList());
    try (ThreadTeam team = new ThreadTeam(1)) {
      assertThrows(IllegalArgumentException.class, () -> new Experiment(without, team));
      Experiment experiment =
          new Experiment(basket.withEstimators(List.of(Scenarios.estimator("rebar"))), team);
      experiment.advance(3);
      assertThrows(IllegalArgumentException.class, () -> experiment.retune(more));
      assertThrows(IllegalArgumentException.class, () -> experiment.retune(without));
      experiment.advance(6);
      assertEquals(6, experiment.tail());
      assertEquals(1, experiment.snapshot().tracks().size());
    }
  }

  private interface Drive {
    void drive(Experiment experiment);
  }

  private static String run(Scenario scenario, int threads, Drive drive) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      drive.drive(experiment);
      return Fingerprint.of(experiment.snapshot());
    }
  }

  @Test
  void advance_givesTheSameBits_atOneAndTwoThreads_howeverCut() {
    for (String problem : PROBLEMS) {
      for (int replicates : new int[] {1, 3}) {
        Scenario scenario = everyone(problem, replicates);
        String whole = run(scenario, 1, e -> e.advance(STEPS));
        String two = run(scenario, 2, e -> e.advance(STEPS));
        String cut =
            run(
                scenario,
                2,
                e -> {
                  while (!e.done(STEPS)) {
                    e.burst(STEPS, 37);
                  }
                });
        assertEquals(whole, two);
        assertEquals(whole, cut);
      }
    }
  }

  @Test
  void seed_changesTheResult() {
    Scenario scenario = everyone("squared-distance", 1);
    assertNotEquals(
        run(scenario, 1, e -> e.advance(50)),
        run(scenario.with(Scenario.RUN, "seed", 43), 1, e -> e.advance(50)));
  }

  @Test
  void retune_recordsEvents_whoseReplayGivesTheSameBits() {
    Scenario scenario = everyone("squared-distance", 2);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment live = new Experiment(scenario, team);
      live.advance(100);
      live.retune(live.scenario().settled().with(Scenario.PROBLEM, "target", 0.3));
      live.advance(333);
      live.retune(
          live.scenario()
              .settled()
              .with(Scenario.RUN, "theta-rate", 0.05)
              .with("rebar", "tune-temperature", new Value.Flag(false))
              .with("concrete", "temperature", 2));
      live.advance(STEPS);
      Scenario recorded = live.scenario();
      assertEquals(4, recorded.events().size());
      assertEquals(scenario, recorded.withEvents(List.of()));
      String replayed = run(recorded, 1, e -> e.advance(STEPS));
      assertEquals(Fingerprint.of(live.snapshot()), replayed);
      assertNotEquals(run(scenario, 1, e -> e.advance(STEPS)), replayed);
    }
  }

  @Test
  void retune_freezesTheta_whilePhiGoesOn_andReplaysTheSameBits() {
    Scenario scenario = everyone("random-quadratic", 2);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment live = new Experiment(scenario, team);
      live.advance(50);
      List<Double> held = parameters(live);
      double learned = curve(live);
      live.retune(
          live.scenario().settled().with(Scenario.RUN, "theta-frozen", new Value.Flag(true)));
      live.advance(STEPS / 2);
      assertEquals(held, parameters(live));
      assertNotEquals(learned, curve(live));
      live.retune(
          live.scenario().settled().with(Scenario.RUN, "theta-frozen", new Value.Flag(false)));
      live.advance(STEPS);
      assertNotEquals(held, parameters(live));
      assertEquals(Fingerprint.of(live.snapshot()), run(live.scenario(), 1, e -> e.advance(STEPS)));
    }
  }

  private static List<Double> parameters(Experiment experiment) {
    return experiment.snapshot().tracks().stream().map(track -> last(track.theta())).toList();
  }

  private static double curve(Experiment experiment) {
    return experiment.snapshot().tracks().stream()
        .filter(track -> track.id().equals("relax"))
        .map(track -> Objects.requireNonNull(track.curve()).c()[0])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void retune_letsAnEstimatorJoin_thatArrivesAsIfItHadBeenThere() {
    Scenario all = everyone("squared-distance", 1);
    Scenario without =
        all.withEstimators(all.estimators().stream().filter(c -> !c.id().equals("relax")).toList());
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment live = new Experiment(without, team);
      live.advance(200);
      live.retune(live.scenario().settled().with(Scenario.PROBLEM, "target", 0.2));
      live.advance(500);
      Scenario settled = live.scenario().settled();
      live.retune(settled.withEstimators(all.estimators()));
      live.advance(STEPS);
      Scenario told = all.withEvents(live.scenario().events());
      assertEquals(told, live.scenario());
      assertEquals(run(told, 1, e -> e.advance(STEPS)), Fingerprint.of(live.snapshot()));
    }
  }

  @Test
  void retune_atStepZero_changesTheStart_andRecordsNothing() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment live = new Experiment(everyone("squared-distance", 1), team);
      live.retune(live.scenario().with(Scenario.PROBLEM, "target", 0.2));
      assertTrue(live.scenario().events().isEmpty());
      assertEquals(0.2, live.scenario().problem().settings().real("target"));
    }
  }

  @Test
  void divergence_stopsOneContenderAlone_andSaysWhere() {
    Scenario scenario =
        everyone("random-quadratic", 1)
            .with(Scenario.RUN, "optimizer", new Value.Choice("momentum"))
            .with(Scenario.RUN, "phi-rate", 10)
            .with(Scenario.RUN, "theta-rate", 1e-5)
            .with("relax", "activation", new Value.Choice("relu"))
            .with("relax", "input", new Value.Choice("z"))
            .with("relax", "depth", 3);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(STEPS);
      Snapshot snapshot = experiment.snapshot();
      Track relax = track(snapshot, "relax");
      Track.Failure failure = relax.failure();
      assertNotNull(failure, "RELAX was to diverge");
      assertEquals(failure.step(), relax.step());
      assertTrue(Double.isNaN(relax.theta().middle().newest()));
      assertNull(track(snapshot, "reinforce").failure());
      assertEquals(STEPS, track(snapshot, "reinforce").step());
    }
  }

  private static Track track(Snapshot snapshot, String key) {
    return snapshot.tracks().stream().filter(t -> t.id().equals(key)).findFirst().orElseThrow();
  }

  /// Of several replicates the exact curve is that of all, as the measured one is: the median lies
  /// between the quartiles, and beside the measured median, however far apart the replicates are.
  @Test
  void exact_ofReplicates_isTheirMedian() {
    Scenario scenario =
        everyone("squared-distance", 1)
            .with(Scenario.RUN, "replicates", 7)
            .with(Scenario.RUN, "theta-rate", 0.1);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(200);
      Track rebar = track(experiment.snapshot(), "rebar");
      Track.ExactPoints exact = rebar.exact();
      double[] low = java.util.Objects.requireNonNull(exact.low());
      double[] high = java.util.Objects.requireNonNull(exact.high());
      assertTrue(exact.length() > 10);
      for (int i = 0; i < exact.length(); i++) {
        assertTrue(low[i] <= exact.variance()[i] && exact.variance()[i] <= high[i]);
        double measured = rebar.variance().middle().first(0, i);
        assertEquals(Math.log(exact.variance()[i]), measured, 0.3, "at step " + exact.step()[i]);
      }
    }
  }

  @Test
  void measurement_ofUnbiasedEstimators_agreesWithTheExactMoments() {
    Scenario scenario =
        everyone("squared-distance", 1).with(Scenario.RUN, "measure-samples", 20_000);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(10);
      for (Track track : experiment.snapshot().tracks()) {
        Measurement measured = track.measured();
        if (measured != null) {
          double logarithm = track.variance().middle().newest();
          assertEquals(measured.exactVariance(), measured.variance());
          assertEquals(
              measured.variance(), Math.exp(logarithm), 0.1 * measured.variance(), track.label());
          // Given its side REINFORCE does not vary: what is left is rounding.
          double away = Math.abs(measured.mean() - measured.exactMean());
          assertTrue(away < 4 * measured.standardError() + 1e-7, track.label() + " off " + away);
        }
      }
    }
  }

  /// One estimator's draw and everyone's surrogate are wished for and nothing else is there; who
  /// looks at all of it at every step comes to the same bits as who never looks.
  @Test
  void exhibits_areMadeWhereWished_andChangeNoBit() {
    Scenario scenario = everyone("random-quadratic", 1).with(Scenario.RUN, "measure-samples", 20);
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment looking = new Experiment(scenario, team);
      Experiment blind = new Experiment(scenario, team);
      for (int step = 1; step <= 20; step++) {
        looking.advance(step);
        looking.snapshot();
      }
      blind.advance(20);
      assertEquals(Fingerprint.of(blind.records()), Fingerprint.of(looking.records()));
      assertTrue(blind.records().tracks().stream().allMatch(t -> t.exhibits().isEmpty()));
      blind.wish(
          Set.of(
              new Wish(Wish.Kind.GRADIENT, "relax", Track.Draws.FEW),
              new Wish(Wish.Kind.SURROGATE)));
      Snapshot.Rates rates = new Snapshot.Rates(0, 0, 2);
      Snapshot wished = blind.snapshot(0, Snapshot.State.PAUSED, rates);
      for (Track track : wished.tracks()) {
        Track whole = track(looking.snapshot(), track.id());
        assertEquals(track.id().equals("relax"), track.sample() != null);
        assertEquals(whole.curve() == null, track.curve() == null, track.label());
      }
      Track relax = track(wished, "relax");
      Track.SurrogateCurve curve = Objects.requireNonNull(relax.curve());
      Track.SurrogateCurve all = Objects.requireNonNull(track(looking.snapshot(), "relax").curve());
      assertArrayEquals(all.c(), curve.c());
      float[] few = Objects.requireNonNull(relax.sample()).values()[0][0];
      float[] many =
          Objects.requireNonNull(track(looking.snapshot(), "relax").sample()).values()[0][0];
      assertTrue(few.length < many.length);
      assertArrayEquals(Arrays.copyOf(many, few.length), few);
    }
  }
}
