package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(Figure.Style.PATH, way.style());
    assertEquals(episode.length() + 1, way.x().length);
    assertTrue(way.x().length > 3, "it falls over");
    for (int i = 0; i < way.x().length; i++) {
      assertEquals(episode.observed()[i][2], way.x()[i]);
      assertEquals(episode.observed()[i][3], way.y()[i]);
    }
    // Where it ends the pole has fallen.
    float[] end = episode.observed()[episode.length()];
    assertTrue(Math.abs(end[2]) > 12 * Math.PI / 180 || Math.abs(end[0]) > 2.4);
  }

  /// A long episode is drawn from its start on, as far as the map is still seen, and the legend
  /// says so.
  @Test
  void longEpisode_isDrawnInPart() {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("pendulum"),
                List.of(Scenarios.estimator("a2c")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "theta-rate", .003)
            .with(Scenario.RUN, "measure-samples", 0);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(500);
      experiment.wish(Set.of(new Wish(Wish.Kind.POLICY_MAP)));
      Snapshot snapshot = experiment.snapshot();
      PolicyMap map = Objects.requireNonNull(snapshot.tracks().getFirst().exhibit(PolicyMap.class));
      Episode episode = Objects.requireNonNull(map.episode());
      Figure figure = Charts.catalogue().get(Charts.POLICY_MAP).draw(snapshot, VIEW, null);
      Figure.Line way = figure.lines().getFirst();
      int points = way.x().length;
      assertTrue(points > 20 && points < episode.length(), points + " of " + episode.length());
      assertEquals("episode 500, first " + (points - 1) + " steps", way.name());
      assertEquals("episode 500", way.column());
      assertEquals(episode.observed()[0][map.plane().across()], way.x()[0]);
      assertEquals(episode.observed()[points - 1][map.plane().up()], way.y()[points - 1]);
    }
  }
}
