package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Episode;
import voidscope.thread.ThreadTeam;

/// What is played, and when another episode takes its place; without a toolkit.
final class EpisodeReplayTest {
  private final ThreadTeam team = new ThreadTeam(1);
  private final Scenario scenario =
      new Scenario(
              Scenarios.problem("cartpole"),
              Stream.of("reinforce", "reinforce-mean", "reinforce-learned", "nvil", "relax")
                  .map(Scenarios::estimator)
                  .toList(),
              Scenarios.standard().run(),
              List.of())
          .with(Scenario.RUN, "measure-samples", 0);
  private final WorkbenchModel model = new WorkbenchModel(scenario);
  private final EpisodeReplay replay = model.episodes();
  private final Experiment experiment = new Experiment(scenario, team);

  @AfterEach
  void close() {
    team.close();
  }

  private Snapshot at(long step) {
    experiment.advance(step);
    experiment.wish(replay.wishes(experiment.records()));
    return experiment.snapshot().in(Snapshot.State.RUNNING);
  }

  private List<Long> numbers() {
    return replay.scenes().shown().stream().map(each -> each.episode().number()).toList();
  }

  @Test
  void episode_isPlayedToItsEnd_beforeANewerOne() {
    replay.follow(at(0));
    assertTrue(replay.scenes().shown().isEmpty());
    replay.follow(at(3));
    assertEquals(List.of(3L, 3L, 3L, 3L), numbers());
    replay.pulse(.05);
    replay.follow(at(9));
    assertEquals(List.of(3L, 3L, 3L, 3L), numbers());
    assertEquals(.05, replay.time(), 1e-12);
    replay.quicken(1);
    assertEquals(2, replay.speed());
    replay.pulse(.05);
    assertEquals(.15, replay.time(), 1e-12);
    replay.pulse(100);
    assertEquals(replay.scenes().seconds(), replay.time());
    assertEquals(List.of(3L, 3L, 3L, 3L), numbers());
    replay.pulse(.5);
    replay.pulse(.5);
    replay.pulse(.01);
    assertEquals(List.of(9L, 9L, 9L, 9L), numbers());
    assertEquals(0, replay.time());
  }

  @Test
  void seek_rests_andStepsGoOneByOne() {
    replay.follow(at(3));
    replay.seek(.1);
    assertFalse(replay.playing());
    replay.pulse(1);
    assertEquals(.1, replay.time());
    replay.step(1);
    assertEquals(.12, replay.time(), 1e-9);
    replay.step(-100);
    assertEquals(0, replay.time());
    replay.seek(1000);
    assertEquals(replay.scenes().seconds(), replay.time());
    replay.toggle();
    replay.pulse(.01);
    assertEquals(0, replay.time(), "from its start");
  }

  /// Another choice is shown as soon as it is there, and not before.
  @Test
  void choice_isShown_whenTheRunAnswers() {
    replay.follow(at(5));
    Snapshot old = at(5);
    replay.choose(Episode.Which.FIRST);
    replay.follow(old);
    assertEquals(List.of(5L, 5L, 5L, 5L), numbers());
    replay.follow(at(5));
    assertEquals(List.of(1L, 1L, 1L, 1L), numbers());
  }

  /// What the run has not heard yet changes nothing; another run that is gone on with has none yet.
  @Test
  void anotherRun_withoutEpisodes_showsNone() {
    replay.follow(at(3));
    Snapshot none = experiment.records();
    replay.follow(none);
    assertEquals(4, replay.scenes().shown().size());
    replay.follow(
        new Snapshot(
            none.generation() + 1,
            none.scenario(),
            none.state(),
            none.tracks(),
            none.rates(),
            none.quantities(),
            none.parameters(),
            none.optimum()));
    assertTrue(replay.scenes().shown().isEmpty());
  }

  /// Four at most, who is in focus among them, unless all are asked for; who is hidden never.
  @Test
  void few_areShown_unlessAllAreAskedFor() {
    Snapshot snapshot = at(1);
    assertEquals(4, replay.wishes(snapshot).size());
    model.looks().focus("relax");
    assertTrue(
        replay
            .wishes(snapshot)
            .contains(new Wish(Wish.Kind.EPISODE, "relax", Episode.Which.NEWEST)));
    replay.everyone(true);
    assertEquals(5, replay.wishes(snapshot).size());
    model.looks().setHidden("nvil", true);
    Set<Wish> wishes = replay.wishes(snapshot);
    assertEquals(4, wishes.size());
    assertTrue(wishes.stream().noneMatch(wish -> wish.contender().equals("nvil")));
  }
}
