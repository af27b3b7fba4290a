package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static voidscope.experiment.run.Await.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Runs that were left and are brought back.
class BringBackTest {
  private static final int STEPS = 400;

  private static Scenario toy(double seed) {
    return Scenarios.standard()
        .withEstimators(Stream.of("rebar", "relax").map(Scenarios::estimator).toList())
        .with(Scenario.RUN, "steps", STEPS)
        .with(Scenario.RUN, "measure-samples", 20)
        .with(Scenario.RUN, "seed", seed);
  }

  /// One of which every step takes long to measure.
  private static Scenario slow(String basket) {
    return toy(3)
        .with(Scenario.PROBLEM, "latents", 20)
        .with(Scenario.RUN, "steps", 6)
        .with(Scenario.RUN, "replicates", 3)
        .with(Scenario.RUN, "measure-every", 1)
        .with(Scenario.RUN, "measure-samples", 30_000)
        .with(Scenario.RUN, "basket", new Value.Text(basket));
  }

  private static Scenario vae() {
    return new Scenario(
            Scenarios.problem("vae-linear"),
            Stream.of("rebar", "relax").map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
        .with(Scenario.PROBLEM, "latents", 8)
        .with(Scenario.RUN, "steps", 30)
        .with(Scenario.RUN, "batch", 4)
        .with(Scenario.RUN, "measure-samples", 3);
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(toy(1), vae(), slow("off"), slow("rebar"));
  }

  private static Predicate<Snapshot> begun(double seed) {
    return s -> s.scenario().run().real("seed") == seed;
  }

  private static String whole(Scenario scenario) {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(experiment.budget());
      return Fingerprint.of(experiment.snapshot());
    }
  }

  /// Left over and over, wherever it is, mostly in the middle of a step.
  @ParameterizedTest
  @MethodSource("scenarios")
  void bringBack_goesOnToTheSameBits(Scenario scenario) throws InterruptedException {
    String expected = whole(scenario);
    for (int threads = 1; threads <= 2; threads++) {
      try (Runner runner = new Runner(scenario, threads)) {
        runner.run();
        for (int i = 0; i < 4; i++) {
          Thread.sleep(20 + 15L * i);
          long other = runner.restart(toy(100 + i));
          await(runner, begun(100 + i));
          Snapshot left = runner.poll();
          runner.bringBack(0);
          Snapshot back =
              await(
                  runner,
                  s ->
                      s.generation() > left.generation()
                          && s.scenario().problem().equals(scenario.problem()));
          assertTrue(other > 0 && back.generation() > 0);
        }
        runner.run();
        Snapshot end = await(runner, s -> s.state() == Snapshot.State.FINISHED);
        assertEquals(expected, Fingerprint.of(end));
        assertNull(runner.takeRefusal());
      }
    }
  }

  /// What was recorded is there at once, no step is done again, and both can be gone back to.
  @Test
  void bringBack_showsTheRecord_toAndFro() {
    try (Runner runner = new Runner(toy(1), 1)) {
      runner.step(150);
      Snapshot first = await(runner, s -> s.step() == 150);
      long number = runner.restart(toy(2));
      await(runner, begun(2));
      runner.step(70);
      Snapshot second = await(runner, s -> s.step() == 70 && begun(2).test(s));
      runner.bringBack(0);
      Snapshot back = await(runner, begun(1));
      assertEquals(150, back.step());
      assertEquals(Fingerprint.of(first), Fingerprint.of(back));
      runner.bringBack(number);
      Snapshot again = await(runner, begun(2));
      assertEquals(Fingerprint.of(second), Fingerprint.of(again));
      assertTrue(again.generation() > back.generation());
    }
  }

  @Test
  void runThatIsNoLongerKept_isRefused_andTheOneUnderWayGoesOn() {
    try (Runner runner = new Runner(toy(1), 1)) {
      runner.step(5);
      await(runner, s -> s.step() == 5);
      for (int i = 2; i < 7; i++) {
        double seed = i;
        runner.restart(toy(seed));
        await(runner, begun(seed));
        runner.step(5);
        await(runner, s -> begun(seed).test(s) && s.step() == 5);
      }
      runner.bringBack(0);
      String why = null;
      while (why == null) {
        why = runner.takeRefusal();
      }
      assertTrue(why.contains("no longer kept"), why);
      runner.step(3);
      await(runner, s -> begun(6).test(s) && s.step() == 8);
      runner.bringBack(3);
      await(runner, begun(4));
      assertNull(runner.takeRefusal());
    }
  }

  /// Left before it had begun, a run begins when it is gone back to, as a checkpoint does, too.
  @Test
  void runThatHadNotBegun_begins(@TempDir Path folder) throws IOException, ScenarioException {
    Path checkpoint = folder.resolve("c.voidscope");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment other = new Experiment(toy(3), team);
      other.advance(40);
      Checkpoint.write(other, checkpoint);
    }
    try (Runner runner = new Runner(toy(1), 1)) {
      runner.step(150);
      await(runner, s -> s.step() == 150);
      for (int i = 0; i < 20; i++) { // now and then the compute thread is quick enough to begin it
        long restarted = runner.restart(toy(2));
        runner.bringBack(0);
        long resumed = runner.resume(Checkpoint.read(checkpoint));
        runner.bringBack(0);
        runner.bringBack(restarted);
        assertEquals(0, await(runner, begun(2)).step());
        runner.bringBack(resumed);
        assertEquals(40, await(runner, begun(3)).step());
        runner.bringBack(0);
        assertEquals(150, await(runner, begun(1)).step());
        assertNull(runner.takeRefusal());
      }
    }
  }

  /// Of restarts that nobody has seen none takes the place of a run that can be brought back.
  @Test
  void restart_thatIsNotToBeKept_isNot() {
    try (Runner runner = new Runner(toy(1).with(Scenario.RUN, "steps", 1e9), 1)) {
      runner.run();
      await(runner, s -> s.step() > 100);
      for (int i = 2; i < 12; i++) {
        double seed = i;
        runner.restart(toy(seed).with(Scenario.RUN, "steps", 1e9), i == 2);
        await(runner, s -> begun(seed).test(s) && s.step() > 0);
      }
      runner.bringBack(0);
      assertTrue(await(runner, begun(1)).step() > 100);
    }
  }

  @Test
  void parking_keepsWhatTheRoomHolds() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment one = new Experiment(toy(1), team);
      Parking parking = new Parking(2 * one.bytes() + 100);
      List<Long> gone = new java.util.ArrayList<>();
      for (long number = 0; number < 3; number++) {
        long seed = number;
        parking.keep(
            number,
            new Experiment(toy(seed), team),
            run -> gone.add(run.scenario().run().whole("seed")));
      }
      assertEquals(List.of(0L), gone);
      assertNull(parking.find(0));
      assertEquals(2, Objects.requireNonNull(parking.find(2)).scenario().run().real("seed"));
      parking.take(2);
      assertNull(parking.find(2));
    }
  }
}
