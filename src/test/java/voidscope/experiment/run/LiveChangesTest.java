package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// A run that is changed while it is under way and the replay of its file give the same bits,
/// whatever is changed when.
final class LiveChangesTest {
  private static final int STEPS = 120;

  private static Scenario scenario() {
    List<Entrant> some =
        Stream.of("rebar", "relax", "reinforce", "control-variate", "straight-through-gumbel")
            .map(Scenarios::estimator)
            .toList();
    return Scenarios.standard()
        .withEstimators(some)
        .with(Scenario.RUN, "replicates", 2)
        .with(Scenario.RUN, "phi-rate", 0.1)
        .with(Scenario.RUN, "measure-samples", 20);
  }

  private static String replay(Scenario scenario, int threads) throws ScenarioException {
    Scenario read = ScenarioFile.parse("replayed.toml", ScenarioFile.format(scenario));
    assertEquals(scenario, read);
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(read, team);
      experiment.advance(STEPS);
      return Fingerprint.of(experiment.snapshot());
    }
  }

  private static void wish(Experiment live, String scope, String key, double number) {
    live.retune(live.scenario().settled().with(scope, key, number));
  }

  private static void wish(Experiment live, String scope, String key, boolean on) {
    live.retune(live.scenario().settled().with(scope, key, new Value.Flag(on)));
  }

  @Test
  void tuner_putOffAndOnAtOneStep_changesNothing() throws ScenarioException {
    for (String key : List.of("tune-temperature", "tune-eta")) {
      try (ThreadTeam team = new ThreadTeam(1)) {
        Experiment live = new Experiment(scenario(), team);
        live.advance(60);
        wish(live, "rebar", key, false);
        wish(live, "rebar", key, true);
        live.advance(STEPS);
        assertEquals(List.of(), live.scenario().events());
        assertEquals(replay(scenario(), 1), Fingerprint.of(live.snapshot()));
      }
    }
  }

  @Test
  void changes_atRandomSteps_replayToTheSameBits() throws ScenarioException {
    SplittableRandom random = new SplittableRandom(11);
    for (int sequence = 0; sequence < 40; sequence++) {
      try (ThreadTeam team = new ThreadTeam(1 + sequence % 2)) {
        Experiment live = new Experiment(scenario(), team);
        for (int i = 0; i < 12; i++) {
          live.advance(Math.min(STEPS - 1, live.head() + random.nextInt(20)));
          int many = 1 + random.nextInt(4);
          for (int j = 0; j < many; j++) {
            change(live, random);
          }
        }
        live.advance(STEPS);
        String bits = Fingerprint.of(live.snapshot());
        String what = "sequence " + sequence;
        assertEquals(bits, replay(live.scenario(), 1), what);
        assertEquals(bits, replay(live.scenario(), 2), what);
      }
    }
  }

  /// A run that was stopped between two changes of one step goes on as if it had not been.
  @Test
  void changes_besideACheckpoint_replayToTheSameBits(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("live.checkpoint");
    SplittableRandom random = new SplittableRandom(12);
    for (int sequence = 0; sequence < 20; sequence++) {
      try (ThreadTeam team = new ThreadTeam(1)) {
        Experiment live = new Experiment(scenario(), team);
        for (int i = 0; i < 8; i++) {
          live.advance(Math.min(STEPS - 1, live.head() + random.nextInt(30)));
          change(live, random);
          if (random.nextBoolean()) {
            Checkpoint.write(live, file);
            if (random.nextBoolean()) {
              live = Checkpoint.read(file).experiment(team);
            }
          }
          change(live, random);
        }
        live.advance(STEPS);
        assertTrue(Files.exists(file));
        assertEquals(
            Fingerprint.of(live.snapshot()), replay(live.scenario(), 1), "sequence " + sequence);
      }
    }
  }

  /// What λ had been learned to be is not lost where the run is stopped while it is under the hand.
  @Test
  void tuner_putOffBeforeACheckpointAndOnBehindIt_changesNothing(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("held.checkpoint");
    for (boolean start : new boolean[] {false, true}) {
      Scenario scenario = scenario().with("rebar", "tune-temperature", new Value.Flag(start));
      try (ThreadTeam team = new ThreadTeam(1)) {
        Experiment live = new Experiment(scenario, team);
        live.advance(20);
        wish(live, "rebar", "tune-temperature", !start);
        live.advance(40);
        wish(live, "rebar", "tune-temperature", true);
        live.advance(60);
        Scenario told = live.scenario();
        wish(live, "rebar", "tune-temperature", false);
        Checkpoint.write(live, file);
        Experiment off = Checkpoint.read(file).experiment(team);
        Experiment on = Checkpoint.read(file).experiment(team);
        wish(on, "rebar", "tune-temperature", true);
        assertEquals(told, on.scenario());
        for (Experiment one : List.of(live, off, on)) {
          one.advance(STEPS);
          assertEquals(replay(one.scenario(), 1), Fingerprint.of(one.snapshot()));
        }
      }
    }
  }

  private static void change(Experiment live, SplittableRandom random) {
    boolean flag = random.nextBoolean();
    switch (random.nextInt(9)) {
      case 0 -> wish(live, "rebar", "tune-temperature", flag);
      case 1 -> wish(live, "rebar", "tune-eta", flag);
      case 2 -> wish(live, "relax", "tune-temperature", flag);
      case 3 -> wish(live, "rebar", "temperature", 0.25 * (1 + random.nextInt(3)));
      case 4 -> wish(live, "rebar", "eta", 0.5 * random.nextInt(3));
      case 5 -> wish(live, "control-variate", "tune-coefficient", flag);
      case 6 -> wish(live, Scenario.PROBLEM, "target", 0.4 + 0.05 * random.nextInt(3));
      case 7 -> wish(live, Scenario.RUN, "phi-rate", 0.1 * (1 + random.nextInt(2)));
      default -> wish(live, "straight-through-gumbel", "temperature", flag ? 1 : 0.5);
    }
  }

  /// Someone who takes a replay over ends it: what was still to come does not come, and the record
  /// can be read.
  @Test
  void change_inTheMiddleOfAReplay_dropsWhatWasToCome() throws ScenarioException {
    Scenario recorded =
        scenario()
            .withEvents(
                List.of(
                    new Event(10, Scenario.PROBLEM, "target", new Value.Real(0.4)),
                    new Event(50, Scenario.PROBLEM, "target", new Value.Real(0.3)),
                    new Event(60, Scenario.RUN, "phi-rate", new Value.Real(0.2))));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment live = new Experiment(recorded, team);
      live.advance(30);
      live.retune(recorded.at(30).with(Scenario.RUN, "theta-rate", 0.5));
      assertEquals(
          List.of(
              new Event(10, Scenario.PROBLEM, "target", new Value.Real(0.4)),
              new Event(30, Scenario.RUN, "theta-rate", new Value.Real(0.5))),
          live.scenario().events());
      live.advance(STEPS);
      assertEquals(Fingerprint.of(live.snapshot()), replay(live.scenario(), 2));
    }
  }

  /// One who joins a replay leaves it as it is.
  @Test
  void joining_keepsWhatIsToCome() {
    List<Event> events =
        new ArrayList<>(
            List.of(
                new Event(10, Scenario.PROBLEM, "target", new Value.Real(0.4)),
                new Event(50, Scenario.PROBLEM, "target", new Value.Real(0.3))));
    Scenario all = scenario().withEvents(events);
    Scenario fewer = all.withEstimators(all.estimators().subList(0, 2));
    try (ThreadTeam team = new ThreadTeam(1)) {
      for (int step : new int[] {0, 30}) {
        Experiment live = new Experiment(fewer, team);
        live.advance(step);
        live.retune(all.at(step));
        assertEquals(all, live.scenario());
      }
    }
  }
}
