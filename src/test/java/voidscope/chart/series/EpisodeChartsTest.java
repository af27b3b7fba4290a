package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.EpisodeReturns;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Quantity;

/// What the charts of episodes make of returns that are made by hand.
final class EpisodeChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);

  private static Snapshot snapshot(long... solved) {
    Track plain = Snapshots.track("relax", 3);
    Track.Band mean = Snapshots.band(Snapshots.series(1, 10, 15, 20, 40));
    Track told =
        new Track(
            plain.entrant(),
            plain.label(),
            400,
            List.of(Snapshots.band(Snapshots.series(1, 10, 20, 30, 100)), mean),
            plain.loss(),
            plain.variance(),
            null,
            plain.exact(),
            null,
            List.of(new EpisodeReturns(Snapshots.series(1, 10, 7, 9, 50), 195, solved)),
            plain.tuned(),
            plain.cost(),
            null);
    Scenario scenario =
        new Scenario(
                Scenarios.problem("cartpole"),
                List.of(Scenarios.estimator("relax")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "replicates", solved.length);
    return new Snapshot(
        1,
        scenario,
        Snapshot.State.PAUSED,
        List.of(told),
        new Snapshot.Rates(0, 0, 1),
        List.of(
            new Quantity("return", Quantity.Source.BATCH, 0),
            new Quantity("mean return of 100 steps", Quantity.Source.RECENT, 0)),
        2,
        Double.NaN);
  }

  private static Figure draw(String chart, Snapshot snapshot) {
    return Charts.catalogue().get(chart).drawing().draw(snapshot, VIEW);
  }

  @Test
  void returns_haveTheMean_itsEpisodes_andASpotWhereHalfHaveSolvedIt() {
    Figure figure = draw(Charts.RETURN, snapshot(300, -1, 150, 250));
    Figure.Line episodes = figure.lines().getFirst();
    assertEquals(Figure.Style.POINTS, episodes.style());
    assertArrayEquals(new double[] {10, 7, 9, 50}, episodes.y());
    Figure.Line mean = figure.lines().get(1);
    assertEquals("RELAX, solved at 250", mean.name());
    assertArrayEquals(new double[] {10, 15, 20, 40}, mean.y());
    Figure.Line spot = figure.lines().get(2);
    assertEquals(Figure.Style.SPOTS, spot.style());
    assertArrayEquals(new double[] {250}, spot.x());
    assertArrayEquals(new double[] {195}, spot.y());
    assertEquals(195, figure.levels().getFirst().y());
    assertEquals("points: episodes of RELAX, replicate 1", figure.note());
    assertEquals(2, draw(Charts.RETURN, snapshot(300, -1, -1, -1)).lines().size());
  }

  @Test
  void share_stepsUpWhereAReplicateHasSolvedIt() {
    Figure figure = draw(Charts.SOLVED, snapshot(300, -1, 150, 250));
    Figure.Line line = figure.lines().getFirst();
    assertEquals("RELAX: 250 [150, 300], 3 of 4", line.name());
    assertArrayEquals(new double[] {0, 150, 150, 250, 250, 300, 300, 400}, line.x());
    assertArrayEquals(new double[] {0, 0, .25, .25, .5, .5, .75, .75}, line.y());
    assertEquals(1, figure.y().maximum());
    assertEquals(
        "RELAX: 1 of 4", draw(Charts.SOLVED, snapshot(9, -1, -1, -1)).lines().getFirst().name());
    assertEquals("RELAX: 150", draw(Charts.SOLVED, snapshot(150)).lines().getFirst().name());
  }

  /// Another run's mean and steps up lie behind, its episodes do not.
  @Test
  void baseline_liesBehindBoth() {
    Snapshot other = snapshot(350, 360, -1, -1);
    for (String chart : List.of(Charts.RETURN, Charts.SOLVED)) {
      Figure both =
          Charts.catalogue()
              .get(chart)
              .draw(snapshot(300, -1, 150, 250), VIEW, new Baseline("slow", other));
      List<Figure.Line> behind =
          both.lines().stream().filter(l -> l.style() == Figure.Style.BASELINE).toList();
      assertEquals(1, behind.size(), chart);
      assertTrue(both.note().endsWith("faint: slow"), both.note());
    }
  }

  /// A toy has neither, and the heading says so.
  @Test
  void toys_haveNeither() {
    Snapshot toy = Snapshots.snapshot(Snapshots.standard(), Snapshots.track("relax", 1));
    for (String chart : List.of(Charts.RETURN, Charts.SOLVED)) {
      Figure figure = draw(chart, toy);
      assertTrue(figure.lines().isEmpty());
      assertTrue(figure.title().contains(": "), figure.title());
    }
  }
}
