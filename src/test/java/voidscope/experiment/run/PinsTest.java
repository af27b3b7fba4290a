package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.catalogue.Value;
import voidscope.experiment.record.SurrogateFloor;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.SurrogateScatter;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Sample;
import voidscope.thread.ThreadTeam;

/// Surrogates are kept at the steps that were asked for, whoever runs them and however.
final class PinsTest {
  @TempDir private Path folder;

  private static Scenario scenario() {
    return Scenarios.standard()
        .with(Scenario.RUN, "pins", new Value.Text("1 7 30"))
        .with(Scenario.RUN, "replicates", 2)
        .with(Scenario.RUN, "measure-samples", 20);
  }

  private static Track track(Experiment experiment, String id) {
    return experiment.snapshot().tracks().stream()
        .filter(track -> track.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<SurrogatePins.Pin> pins(Experiment experiment, String id) {
    SurrogatePins pins = track(experiment, id).exhibit(SurrogatePins.class);
    return pins == null ? List.of() : pins.pins();
  }

  private static long[] steps(Experiment experiment, String id) {
    return pins(experiment, id).stream().mapToLong(SurrogatePins.Pin::step).toArray();
  }

  /// What is kept is what the chart of a run that stops there shows.
  @Test
  void pins_areTheSurrogateOfTheirStep_atAnyNumberOfThreads() {
    for (int threads : new int[] {1, 2}) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        Experiment whole = new Experiment(scenario(), team);
        whole.advance(40);
        for (String id : List.of("rebar", "relax")) {
          assertArrayEquals(new long[] {1, 7, 30}, steps(whole, id));
          for (SurrogatePins.Pin pin : pins(whole, id)) {
            Experiment part = new Experiment(scenario(), team);
            part.advance(pin.step());
            double[] there = Objects.requireNonNull(track(part, id).curve()).c();
            assertArrayEquals(there, pin.curve().c());
            assertFalse(Arrays.equals(pin.curve().hard(), there));
          }
        }
        assertEquals(0, steps(whole, "reinforce").length);
        assertNotEquals(
            pins(whole, "relax").get(0).curve().c()[5], pins(whole, "relax").get(2).curve().c()[5]);
      }
    }
  }

  @Test
  void pins_goWithTheCheckpoint() throws Exception {
    Path file = folder.resolve("pinned.checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment first = new Experiment(scenario(), team);
      first.advance(12);
      Checkpoint.write(first, file);
      Experiment second = Checkpoint.read(file).experiment(team);
      second.advance(31);
      first.advance(31);
      assertArrayEquals(new long[] {1, 7, 30}, steps(second, "relax"));
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(
            pins(first, "relax").get(i).curve().c(), pins(second, "relax").get(i).curve().c());
      }
    }
  }

  /// Whoever pins while the run stands has the surrogate of that step, and a replay has it, too.
  @Test
  void pin_holdsAtTheStepWhereTheRunStands() {
    Scenario changed =
        scenario()
            .withEvents(List.of(new Event(11, Scenario.RUN, "pins", new Value.Text("7 11 20"))));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(changed, team);
      experiment.advance(40);
      assertArrayEquals(new long[] {1, 7, 11, 20}, steps(experiment, "relax"));
    }
  }

  /// c and f of the same samples, with the correlation that the run measures; a VAE has them, too.
  @Test
  void scatter_isThere_forToysAndVaes() {
    Scenario vae =
        new Scenario(
                Scenarios.problem("vae-linear"),
                List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("relax")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
            .with(Scenario.PROBLEM, "latents", 9)
            .with(Scenario.RUN, "batch", 5)
            .with(Scenario.RUN, "measure-samples", 3);
    for (Scenario scenario : List.of(scenario(), vae)) {
      try (ThreadTeam team = new ThreadTeam(1)) {
        Experiment experiment = new Experiment(scenario, team);
        experiment.advance(3);
        Track relax = track(experiment, "relax");
        SurrogateScatter scatter = Objects.requireNonNull(relax.exhibit(SurrogateScatter.class));
        assertEquals(512, scatter.f().length);
        assertTrue(Math.abs(scatter.correlation()) <= 1, scatter.correlation() + "");
        assertEquals(null, track(experiment, "reinforce").exhibit(SurrogateScatter.class));
      }
    }
  }

  /// Of the lecture's f two values are seen, and samples agree with what is measured elsewhere.
  @Test
  void scatter_hasTheCorrelationThatIsMeasured() {
    Scenario two = Sample.catalogue().get("optimal-surrogate").open().scenario();
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(two, team);
      experiment.advance(200);
      Track rebar = track(experiment, "rebar");
      double measured = Objects.requireNonNull(rebar.measured()).correlation();
      double drawn = Objects.requireNonNull(rebar.exhibit(SurrogateScatter.class)).correlation();
      // Standard errors (1 − ρ²)/√n of 1000 and 512 samples; five joint ones.
      double error = (1 - drawn * drawn) * Math.sqrt(1 / 1000.0 + 1 / 512.0);
      assertEquals(measured, drawn, 5 * error);
    }
  }

  @Test
  void floor_isFollowed_whereARunIsLookedAt() {
    Scenario two = Sample.catalogue().get("optimal-surrogate").open().scenario();
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(two, team);
      experiment.wish(Set.of(new Wish(Wish.Kind.SURROGATE)));
      for (int step = 1; step <= 3; step++) {
        experiment.advance(step);
        experiment.look();
      }
      SurrogateFloor floor =
          Objects.requireNonNull(track(experiment, "relax").exhibit(SurrogateFloor.class));
      assertEquals(3, floor.points().size());
      floor.points().forEach(point -> assertEquals(.0450, point.variance(), .0005));
    }
  }
}
