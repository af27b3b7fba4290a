package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogateFloor;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.SurrogateScatter;
import voidscope.experiment.record.Track;
import voidscope.problem.Exhibit;

/// What the charts of the view of surrogates make of what a run shows.
class SurrogateChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);

  private static Track.SurrogateCurve curve(double c) {
    return new Track.SurrogateCurve(
        Track.Slice.LOGISTIC,
        new double[] {.25, .75},
        new double[] {-1, 1},
        new double[] {c, 2 * c},
        new double[] {0, 1},
        new double[] {});
  }

  private static Snapshot shown(String key, long step, Exhibit... exhibits) {
    return Snapshots.snapshot(
        Snapshots.standard(), Snapshots.showing(Snapshots.track(key, step), List.of(exhibits)));
  }

  @Test
  void scatter_hasThePairsInTheOrderOfF_andTheDiagonal() {
    var scatter = new SurrogateScatter(new float[] {3, 1, 2}, new float[] {30, 10, 20}, .934);
    Figure figure = ScatterChart.draw(shown("relax", 5, scatter), VIEW);
    Figure.Line points = figure.lines().getFirst();
    assertEquals(Figure.Style.POINTS, points.style());
    assertArrayEquals(new double[] {1, 2, 3}, points.x());
    assertArrayEquals(new double[] {10, 20, 30}, points.y());
    Figure.Line diagonal = figure.lines().get(1);
    assertArrayEquals(new double[] {1, 3}, diagonal.x());
    assertArrayEquals(diagonal.x(), diagonal.y());
    ChartView without = new ChartView(Set.of("relax"), "", false, 300);
    Figure hidden = ScatterChart.draw(shown("relax", 5, scatter), without);
    assertEquals("c against f: no estimator shown here has a surrogate", hidden.title());
    assertEquals("relax", hidden.hidden().getFirst().key());
  }

  /// The older, the fainter; what is now is in full ink.
  @Test
  void phases_fadeWithTheirAge() {
    var pins =
        new SurrogatePins(
            List.of(
                new SurrogatePins.Pin(30, curve(.1)),
                new SurrogatePins.Pin(300, curve(.2)),
                new SurrogatePins.Pin(3000, curve(.3))));
    Figure figure = PhasesChart.draw(shown("relax", 4000, pins, curve(.4)), VIEW);
    assertEquals("Phases of c: RELAX", figure.title());
    assertEquals(
        List.of("relax-faded30", "relax-faded55", "relax-faded80", "relax", "f"),
        figure.lines().stream().map(Figure.Line::ink).toList());
    assertEquals(
        List.of("step 30", "step 300", "step 3,000", "step 4,000, now", "f(b) now"),
        figure.lines().stream().map(line -> line.name().replace("\u2009", ",")).toList());
    assertArrayEquals(new double[] {.2, .4}, figure.lines().get(1).y());
    // Nothing is known of now where nobody has wished for it.
    assertEquals(3, PhasesChart.draw(shown("relax", 4000, pins), VIEW).lines().size());
  }

  @Test
  void variance_hasAFloor_whereSomeoneHasLookedTwice() {
    Track.BestCurve first = new Track.BestCurve(10, new double[0], .05, .03, false);
    Track.BestCurve finer = new Track.BestCurve(10, new double[0], .049, .03, true);
    Track.BestCurve later = new Track.BestCurve(20, new double[0], .04, .03, true);
    SurrogateFloor once = SurrogateFloor.none().with(first).with(finer);
    assertEquals(List.of(new SurrogateFloor.Point(10, .049)), once.points());
    assertEquals(1, VarianceChart.overFloor(shown("relax", 20, once), VIEW).lines().size());
    SurrogateFloor twice = once.with(later).with(first);
    Figure.Line floor = VarianceChart.overFloor(shown("relax", 20, twice), VIEW).lines().getLast();
    assertEquals("c* at RELAX’s θ: no surrogate leaves less", floor.name());
    assertArrayEquals(new double[] {10, 20}, floor.x());
    assertArrayEquals(new double[] {.049, .04}, floor.y());
  }

  @Test
  void floor_isBounded() {
    SurrogateFloor floor = SurrogateFloor.none();
    for (int step = 1; step <= 10_000; step++) {
      floor = floor.with(new Track.BestCurve(step, new double[0], 1.0 / step, 0, true));
      assertTrue(floor.points().size() <= 1024);
    }
    assertEquals(10_000, floor.points().getLast().step());
  }
}
