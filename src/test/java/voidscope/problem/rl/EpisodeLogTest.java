package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Episode;
import voidscope.problem.EpisodeNote;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// The episodes that are shown of a run are those that it has learned from.
final class EpisodeLogTest {
  private static final int STEPS = 130;

  private static Scenario scenario(String problem, String... estimators) {
    return new Scenario(
            Scenarios.problem(problem),
            Stream.of(estimators).map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.RUN, "replicates", 2)
        .with(Scenario.RUN, "batch", 1)
        .with(Scenario.RUN, "steps", STEPS)
        .with(Scenario.RUN, "theta-rate", new Value.Real(0.003))
        .with(Scenario.RUN, "measure-samples", 0);
  }

  private static Wish wish(Episode.Which which) {
    return new Wish(Wish.Kind.EPISODE, "", which);
  }

  private static @Nullable Episode episode(Experiment experiment, int track, Episode.Which which) {
    experiment.wish(Set.of(wish(which)));
    return experiment.snapshot().tracks().get(track).exhibit(Episode.class);
  }

  private static Episode present(Experiment experiment, int track, Episode.Which which) {
    Episode episode = episode(experiment, track, which);
    assertNotNull(episode);
    return episode;
  }

  private static String learned(String problem) {
    return EpisodeBench.task(problem).world().actions() > 0 ? "relax" : "lax";
  }

  /// A fresh world that is handed the chance of the step and the episode's actions takes the same
  /// poses, and G and π are those that follow.
  @ParameterizedTest
  @ValueSource(strings = {"cartpole", "cartpole-500", "pendulum", "mdp", "linear-quadratic"})
  void poses_areThoseOfAFreshWorld_drivenByTheActions(String problem) {
    Task task = EpisodeBench.task(problem);
    Scenario scenario = scenario(problem, "reinforce", learned(problem));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(20);
      for (int i = 0; i < 2; i++) {
        Episode shown = present(experiment, i, Episode.Which.NEWEST);
        assertEquals(20, shown.number());
        World world = task.world();
        float[] u = new float[world.startChance() + world.limit() * world.stepChance()];
        RandomStream.of(scenario.run().whole("seed"), "world", 0)
            .child("training world")
            .uniform(19, 0, u.length, u);
        world.start(u, 0);
        float[] pose = new float[world.poses()];
        double earned = 0;
        for (int t = 0; t < shown.length(); t++) {
          assertTrue(!world.over());
          world.pose(pose, 0);
          assertArrayEquals(pose, shown.pose()[t]);
          double reward =
              world.step(shown.action()[t], u, world.startChance() + t * world.stepChance());
          assertEquals((float) reward, shown.reward()[t]);
          earned += reward;
        }
        world.pose(pose, 0);
        assertArrayEquals(pose, shown.pose()[shown.length()]);
        assertTrue(world.over() || shown.length() == world.limit());
        assertEquals(earned, shown.earned(), 1e-9);
        assertEquals(i == 1 ? shown.length() : 0, shown.control().length);
        assertEquals(shown.length(), shown.density().length);
        for (int t = 0; t + 1 < shown.length(); t++) {
          double expected = shown.reward()[t] + task.discount() * shown.toGo()[t + 1];
          assertEquals(expected, shown.toGo()[t], 1e-3);
        }
      }
    }
  }

  /// The episodes of all estimators begin alike.
  @Test
  void start_isTheSame_ofEveryone() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario("cartpole", "reinforce", "relax"), team);
      experiment.advance(7);
      assertArrayEquals(
          present(experiment, 0, Episode.Which.NEWEST).pose()[0],
          present(experiment, 1, Episode.Which.NEWEST).pose()[0]);
    }
  }

  /// Which is which, by the returns that the run has told of its only replicate.
  @Test
  void choices_areByTheReturnsThatWereTold() {
    Scenario scenario = scenario("cartpole", "reinforce").with(Scenario.RUN, "replicates", 1);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      assertNull(episode(experiment, 0, Episode.Which.NEWEST));
      experiment.advance(STEPS);
      Series.View returns =
          experiment.snapshot().tracks().getFirst().quantities().getFirst().middle();
      List<Double> last = new ArrayList<>();
      for (int step = STEPS - 99; step <= STEPS; step++) {
        last.add(returns.row(step));
      }
      for (Episode.Which which : Episode.Which.values()) {
        Episode shown = present(experiment, 0, which);
        assertEquals(returns.row((int) shown.number()), shown.earned(), which.name());
        assertEquals(shown.length(), shown.earned());
      }
      assertEquals(STEPS, present(experiment, 0, Episode.Which.NEWEST).number());
      assertEquals(1, present(experiment, 0, Episode.Which.FIRST).number());
      List<Double> sorted = last.stream().sorted((a, b) -> Double.compare(b, a)).toList();
      assertEquals(sorted.getFirst(), present(experiment, 0, Episode.Which.BEST).earned());
      assertEquals(sorted.get(50), present(experiment, 0, Episode.Which.MEDIAN).earned());
      assertEquals(
          1 + STEPS - 100 + last.lastIndexOf(sorted.getFirst()),
          present(experiment, 0, Episode.Which.BEST).number());
    }
  }

  /// π(a|s) of two actions and their c are those of the estimate itself.
  @Test
  void numbers_areThoseOfTheEstimate() {
    EpisodeBench bench =
        new EpisodeBench(
            EpisodeBench.task("cartpole"), Estimators.catalogue().get("relax").standard(), 3);
    var estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 5);
    estimation.estimate(bench.replica.states, bench.replica.training, 5, 0);
    var note = new EpisodeNote(200);
    float[] control = estimation.pass(0).control();
    assertNotNull(control);
    estimation.batch().note(control, null, note);
    assertEquals(5, note.step);
    assertTrue(Float.isNaN(note.baseline[0]));
    float[] theta = estimation.batch().draw(0).theta();
    float[] b = estimation.batch().draw(0).b()[0];
    // The first rows are the first steps of the three episodes.
    double share = 1 / (1 + Math.exp(theta[1 - (int) b[1]] - (double) theta[(int) b[1]]));
    assertEquals(b[1], note.action[0]);
    assertEquals(share, note.density[0], 1e-6);
    assertEquals(control[0], note.control[0]);
    assertEquals(control[3], note.control[1]);
  }

  private static List<String> recorded(Scenario scenario, int threads, Set<Wish> wishes) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.wish(wishes);
      List<String> all = new ArrayList<>();
      while (!experiment.done(40)) {
        experiment.burst(40, 7);
        for (Track track : experiment.snapshot().tracks()) {
          Episode episode = track.exhibit(Episode.class);
          assertEquals(!wishes.isEmpty() && track.step() > 0, episode != null);
        }
      }
      for (Track track : experiment.snapshot().tracks()) {
        Series.View view = track.quantities().getFirst().middle();
        for (int i = 0; i < view.rows(); i++) {
          all.add(view.rowStep(i) + " " + view.row(i));
        }
      }
      for (int i = 0; i < 2; i++) {
        for (Episode.Which which : Episode.Which.values()) {
          Episode shown = present(experiment, i, which);
          all.add(shown.number() + " " + Arrays.deepToString(shown.pose()));
          all.add(Arrays.toString(shown.control()));
        }
      }
      return all;
    }
  }

  @ParameterizedTest
  @EnumSource(Episode.Which.class)
  void looking_changesNoBit_norDoThreads(Episode.Which which) {
    Scenario scenario = scenario("cartpole", "reinforce", "relax");
    List<String> unseen = recorded(scenario, 1, Set.of());
    assertEquals(unseen, recorded(scenario, 1, Set.of(wish(which))));
    assertEquals(unseen, recorded(scenario, 2, Set.of(wish(which))));
  }

  /// What has been made is handed out again as long as it is the same.
  @Test
  void episode_isMadeOnce() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario("mdp", "reinforce"), team);
      experiment.advance(3);
      Episode first = present(experiment, 0, Episode.Which.FIRST);
      experiment.advance(9);
      assertSame(first, present(experiment, 0, Episode.Which.FIRST));
    }
  }
}
