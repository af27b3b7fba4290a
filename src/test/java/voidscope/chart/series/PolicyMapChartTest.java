package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.PolicyMap;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Episode;
import voidscope.thread.ThreadTeam;

/// Maps of a policy say what they show, with the newest episode over them.
final class PolicyMapChartTest {
  private static final ChartView VIEW = ChartView.plain(300);

  private static Snapshot run() {
    Scenario scenario =
        new Scenario(
            Scenarios.problem("cartpole"),
            Stream.of("a2c", "nvil").map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of());
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment =
          new Experiment(scenario.with(Scenario.RUN, "measure-every", 50), team);
      experiment.advance(40);
      experiment.wish(Set.of(new Wish(Wish.Kind.POLICY_MAP)));
      return experiment.snapshot();
    }
  }

  @Test
  void maps_haveTheNewestEpisodeOverThem() {
    Snapshot snapshot = run();
    Figure figure = Charts.catalogue().get(Charts.POLICY_MAP_VALUE).draw(snapshot, VIEW, null);
    assertEquals("V(s): A2C", figure.title());
    Track a2c = snapshot.tracks().getFirst();
    assertEquals("V", a2c.baseline());
    assertEquals("baseline", snapshot.tracks().get(1).baseline());
    PolicyMap map = Objects.requireNonNull(a2c.exhibit(PolicyMap.class));
    Episode episode = Objects.requireNonNull(map.episode());
    assertEquals(40, episode.number());
    Figure.Line way = figure.lines().getFirst();
    assertEquals("episode 40", way.name());
    assertTrue(way.x().length > 3, "it falls over");
    for (int i = 0; i < way.x().length; i++) {
      double angle = way.x()[i];
      double turning = way.y()[i];
      assertTrue(i == 0 || angle >= way.x()[i - 1]);
      assertTrue(
          Arrays.stream(episode.observed())
              .anyMatch(seen -> seen[2] == (float) angle && seen[3] == (float) turning));
    }
    // Where it ends the pole has fallen.
    float[] end = episode.observed()[episode.length()];
    assertTrue(Math.abs(end[2]) > 12 * Math.PI / 180 || Math.abs(end[0]) > 2.4);
  }
}
