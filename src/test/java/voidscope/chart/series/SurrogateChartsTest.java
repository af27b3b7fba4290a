package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.Marginal;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogateFloor;
import voidscope.experiment.record.SurrogateMap;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.SurrogateScatter;
import voidscope.experiment.record.Track;
import voidscope.problem.Exhibit;
import voidscope.stat.Sigmoid;

/// What the charts of the view of surrogates make of what a run shows.
class SurrogateChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);

  private static Track.SurrogateCurve curve(double c) {
    return new Track.SurrogateCurve(
        Track.Slice.LOGISTIC,
        .5,
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
    ChartView without = new ChartView(Set.of("relax"), "", Abscissa.NOISE, 300);
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

  private static SurrogateMap map(double[] c, double[] best, long step) {
    return new SurrogateMap(
        SurrogateMap.Plane.LOGISTIC,
        2,
        new double[] {-5, -4},
        new double[] {5, 6},
        c,
        new double[] {.5, .5, .5, 2},
        true,
        best.length == 0 ? null : new Track.BestCurve(step, best, .1, .05, true),
        new double[] {.1, .2},
        new double[] {.3, .4});
  }

  private static HeatMap drawn(MapChart chart, Snapshot snapshot) {
    return Objects.requireNonNull(chart.draw(snapshot, VIEW).map());
  }

  /// All four have one scale, so that a colour is one value; and the sample is on each.
  @Test
  void maps_haveOneScale() {
    double[] c = {1, 1, 1, .25};
    double[] best = {0, 0, 0, 1};
    Snapshot snapshot = shown("relax", 7, map(c, best, 7));
    assertArrayEquals(c, drawn(MapChart.SURROGATE, snapshot).values());
    assertArrayEquals(best, drawn(MapChart.OPTIMUM, snapshot).values());
    assertArrayEquals(new double[] {.5, .5, .5, 2}, drawn(MapChart.OBJECTIVE, snapshot).values());
    assertArrayEquals(new double[] {1, 1, 1, -.75}, drawn(MapChart.DIFFERENCE, snapshot).values());
    for (MapChart chart : MapChart.values()) {
      HeatMap map = drawn(chart, snapshot);
      assertEquals(new Extent(-.75, 2), map.scale());
      assertEquals(new Extent(-5, 5), map.x());
      assertEquals(new Extent(-4, 6), map.y());
      List<Figure.Line> spots =
          chart.draw(snapshot, VIEW).lines().stream()
              .filter(line -> line.style() == Figure.Style.SPOTS)
              .toList();
      assertEquals(List.of("z", "z̃"), spots.stream().map(Figure.Line::name).toList());
      assertArrayEquals(new double[] {.2}, spots.getFirst().y());
    }
    assertEquals("Map of c: RELAX", MapChart.SURROGATE.draw(snapshot, VIEW).title());
    assertEquals("Map of c*: RELAX", MapChart.OPTIMUM.draw(snapshot, VIEW).title());
  }

  @Test
  void maps_sayWhatIsNotKnown_andOfWhichStepTheRestIs() {
    double[] c = {1, 1, 1, .25};
    Snapshot without = shown("relax", 7, map(c, new double[0], 0));
    assertEquals(new Extent(.25, 2), drawn(MapChart.SURROGATE, without).scale());
    Figure none = MapChart.DIFFERENCE.draw(without, VIEW);
    assertNull(none.map());
    assertEquals("Map of c − c*: c* is not known here", none.title());
    Snapshot late = shown("relax", 7, map(c, c, 3));
    assertEquals("Map of c*: RELAX (step 3)", MapChart.OPTIMUM.draw(late, VIEW).title());
    assertEquals("Map of c: RELAX", MapChart.SURROGATE.draw(late, VIEW).title());
    assertEquals(
        "Map of c: for two latents or three classes",
        MapChart.SURROGATE.draw(shown("relax", 7), VIEW).title());
    assertEquals(
        "Map of c: no estimator shown here has a surrogate",
        MapChart.SURROGATE.draw(shown("reinforce", 7), VIEW).title());
  }

  /// What z is distributed like is what u, which is uniform, gains along it.
  @Test
  void surrogate_standsOverItsSamples() {
    double[] u = {.2, .4, .6, .8};
    double[] z = {-1.4, -.4, .4, 1.4};
    var rug = new Track.Rug(new double[] {.3, .7}, new double[] {-.8, .8});
    Track.SurrogateCurve curve =
        new Track.SurrogateCurve(Track.Slice.LOGISTIC, .5, u, z, u, u, new double[0]).with(rug);
    ChartView overZ = new ChartView(Set.of(), "", Abscissa.RELAXED, 300);
    Marginal along = (Marginal) SurrogateChart.draw(shown("relax", 5, curve), overZ).ground();
    assertArrayEquals(rug.z(), Objects.requireNonNull(along).samples());
    assertArrayEquals(new double[] {.2, .4 / 1.8, .4 / 1.8, .2}, along.density(), 1e-12);
    Marginal uniform = (Marginal) SurrogateChart.draw(shown("relax", 5, curve), VIEW).ground();
    assertArrayEquals(rug.u(), Objects.requireNonNull(uniform).samples());
    assertArrayEquals(new double[] {1, 1, 1, 1}, uniform.density(), 1e-12);
    assertNull(SurrogateChart.draw(shown("relax", 5, curve(.1)), VIEW).ground());
    ChartView overSoft = new ChartView(Set.of(), "", Abscissa.SOFT, 300);
    Marginal soft = (Marginal) SurrogateChart.draw(shown("relax", 5, curve), overSoft).ground();
    double[] ends = {Sigmoid.of(-1.6), Sigmoid.of(1.6)};
    assertArrayEquals(ends, Objects.requireNonNull(soft).samples(), 1e-12);
    double gained = .2 / (Sigmoid.of(-.8) - Sigmoid.of(-2.8));
    assertEquals(gained, soft.density()[0], 1e-12);
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
