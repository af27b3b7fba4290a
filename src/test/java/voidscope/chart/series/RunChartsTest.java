package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Up;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;

/// What the four charts make of a snapshot.
class RunChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final double[] NONE = {};

  private static Track.SurrogateCurve curve() {
    return new Track.SurrogateCurve(
        Track.Slice.LOGISTIC,
        .5,
        new double[] {0.25, 0.75},
        new double[] {-1, 1},
        new double[] {0.1, 0.2},
        new double[] {0, 1},
        new double[] {0.3, 0.4});
  }

  private static Snapshot full() {
    Track.ExactPoints points =
        new Track.ExactPoints(1, new double[] {0}, new double[] {Math.exp(-4)});
    return Snapshots.snapshot(
        Snapshots.standard(),
        Snapshots.track("exact", 1),
        Snapshots.with(
            Snapshots.track("rebar", 1),
            Snapshots.band(Snapshots.series(10, -4, -5)),
            points,
            curve(),
            Double.NaN),
        Snapshots.with(
            Snapshots.track("relax", 1),
            Snapshots.band(Snapshots.series(10, -3, -6)),
            points,
            curve(),
            0.934));
  }

  private static List<String> names(Figure figure) {
    return figure.lines().stream().map(Figure.Line::name).toList();
  }

  private static double end(long step, Snapshot.State state) {
    Snapshot snapshot =
        Snapshots.snapshot(Snapshots.standard(), Snapshots.track("rebar", step)).in(state);
    return Charts.catalogue().get(Charts.THETA).drawing().draw(snapshot, VIEW).x().maximum();
  }

  /// So that what stands still need not be painted anew with every picture; by at most 1/32.
  @Test
  void axisOverTheRun_growsInStrides_whileItGoesOn() {
    int ends = 0;
    double last = 0;
    for (long step = 1000; step <= 9000; step += 10) {
      double end = end(step, Snapshot.State.RUNNING);
      assertTrue(end >= step && end <= step * (1 + 1 / 32.0), step + " within " + end);
      ends += end == last ? 0 : 1;
      last = end;
    }
    assertTrue(ends < 110, ends + " ends of 801");
    assertEquals(1013, end(1013, Snapshot.State.PAUSED));
    assertEquals(1013, end(1013, Snapshot.State.FINISHED));
    assertEquals(10_000, end(9990, Snapshot.State.RUNNING), "the budget");
  }

  @Test
  void draw_hasTheTitleOfTheCatalogue_forEveryChart() {
    for (ChartEntry entry : Charts.catalogue().entries()) {
      String title = entry.drawing().draw(full(), VIEW).title();
      assertEquals(entry.label(), title.replaceFirst("(:|, N =).*", ""));
      boolean owned =
          entry.still()
              || Set.of(
                      Charts.TERMS,
                      Charts.BALANCE,
                      Charts.PHASES,
                      Charts.SCATTER,
                      Charts.RETURN,
                      Charts.SOLVED)
                  .contains(entry.key());
      assertEquals(owned, title.contains(":"), title);
    }
  }

  @Test
  void draw_works_beforeTheFirstStep() {
    Snapshot start = Snapshots.snapshot(Snapshots.standard());
    for (ChartEntry entry : Charts.catalogue().entries()) {
      assertTrue(entry.drawing().draw(start, VIEW).lines().isEmpty());
    }
  }

  /// In a replay the target that is still to come has nothing to say yet.
  @Test
  void theta_namesTheOptimum_ofTheStepThatIsShown() {
    Scenario scenario =
        Snapshots.standard(new Event(500, Scenario.PROBLEM, "target", new Value.Real(0.6)));
    for (long step : new long[] {499, 500}) {
      Figure figure =
          ThetaChart.draw(Snapshots.snapshot(scenario, Snapshots.track("rebar", step)), VIEW);
      String side = step < 500 ? "−∞" : "+∞";
      assertEquals("θ (optimum → " + side + ")", figure.y().label());
    }
  }

  @Test
  void theta_namesTheOptimum_onTheSideOfTheTarget() {
    assertEquals("θ (optimum → −∞)", thetaLabel(0.499));
    assertEquals("θ (optimum → +∞)", thetaLabel(0.501));
    assertEquals("θ (t = ½: ∇ = 0)", thetaLabel(0.5));
    Scenario other =
        new Scenario(
            Scenarios.problem("random-quadratic"),
            List.of(),
            Scenarios.standard().run(),
            List.of());
    assertEquals("mean θ", ThetaChart.draw(Snapshots.snapshot(other), VIEW).y().label());
  }

  private static String thetaLabel(double target) {
    Scenario scenario = Snapshots.standard().with("problem", "target", target);
    return ThetaChart.draw(Snapshots.snapshot(scenario), VIEW).y().label();
  }

  @Test
  void theta_hidesEstimators_andSaysWhereOneStopped() {
    Track failed =
        new Track(
            Scenarios.estimator("relax"),
            "RELAX",
            7,
            List.of(Snapshots.band(Snapshots.EMPTY)),
            Snapshots.band(Snapshots.EMPTY),
            Snapshots.band(Snapshots.EMPTY),
            null,
            new Track.ExactPoints(0, NONE, NONE),
            null,
            List.of(),
            new Track.Tuned(List.of(Map.of())),
            new Track.Cost(1, 0, Clock.START),
            new Track.Failure(7, "not finite"));
    Snapshot snapshot =
        Snapshots.snapshot(Snapshots.standard(), failed, Snapshots.track("rebar", 900));
    Figure figure =
        ThetaChart.draw(snapshot, new ChartView(Set.of("rebar"), "", Abscissa.NOISE, 300));
    assertEquals(List.of("RELAX, stopped at 7"), names(figure));
    assertEquals(List.of(new Figure.Hidden(1, "rebar", "REBAR")), figure.hidden());
    assertEquals(new Figure.Axis("step", 0, 900), figure.x());
  }

  @Test
  void variance_hasExactCompanions_withOneLegendEntry() {
    Figure figure = VarianceChart.draw(full(), VIEW);
    assertEquals(List.of("REBAR", "RELAX", "dashed: exact", ""), names(figure));
    assertEquals("rebar", figure.lines().get(2).key());
    assertEquals(Figure.Style.COMPANION, figure.lines().get(3).style());
    assertArrayEquals(new double[] {Math.exp(-3), Math.exp(-6)}, figure.lines().get(1).y(), 1e-9);
    assertEquals(AxisScale.LOG, figure.y().scale());
    assertEquals("Var ĝ (logits)", figure.y().label());
  }

  @Test
  void hiddenEntries_keepTheirPlace_alsoAmongSmoothedLines() {
    Up smooth = new Up(null, null, 0, true);
    ChartView view = new ChartView(Set.of("rebar"), "", Abscissa.NOISE, 300, Across.PLAIN, smooth);
    Figure loss = LossChart.draw(full(), view);
    assertEquals(List.of("", "", "Exact", "RELAX"), names(loss));
    assertEquals(List.of(new Figure.Hidden(3, "rebar", "REBAR")), loss.hidden());
    Figure variance = VarianceChart.draw(full(), view);
    assertEquals(List.of("RELAX", "dashed: exact"), names(variance));
    assertEquals(List.of(new Figure.Hidden(0, "rebar", "REBAR")), variance.hidden());
  }

  @Test
  void loss_hasTheOptimum() {
    Figure figure = LossChart.draw(full(), VIEW);
    assertEquals(List.of(new Figure.Level("optimum", "optimum", 0.125)), figure.levels());
    assertEquals(List.of("Exact", "REBAR", "RELAX"), names(figure));
  }

  @Test
  void surrogate_drawsCAndF_andTellsTheCorrelation() {
    Figure figure = SurrogateChart.draw(full(), VIEW);
    assertEquals(
        List.of("REBAR c", "RELAX c, corr .9", "f(H(z)) at REBAR’s θ", "dashed: f(σ(z/λ))", ""),
        names(figure));
    Figure focused =
        SurrogateChart.draw(full(), new ChartView(Set.of(), "relax", Abscissa.NOISE, 300));
    assertEquals("f(H(z)) at RELAX’s θ", names(focused).get(2));
    Figure other =
        SurrogateChart.draw(full(), new ChartView(Set.of(), "exact", Abscissa.NOISE, 300));
    assertEquals("f(H(z)) at REBAR’s θ", names(other).get(2));
    assertEquals(new Figure.Axis("u", 0, 1), figure.x());
    assertArrayEquals(new double[] {0.25, 0.75}, figure.lines().getFirst().x());
    Figure overZ = SurrogateChart.draw(full(), new ChartView(Set.of(), "", Abscissa.RELAXED, 300));
    assertEquals(Figure.Axis.fitting("z"), overZ.x());
    assertArrayEquals(new double[] {-1, 1}, overZ.lines().getFirst().x());
    Figure soft = SurrogateChart.draw(full(), new ChartView(Set.of(), "", Abscissa.SOFT, 300));
    assertEquals(new Figure.Axis("σ(z/λ)", 0, 1), soft.x());
    double end = 1 / (1 + Math.exp(-2));
    assertArrayEquals(new double[] {1 - end, end}, soft.lines().getFirst().x(), 1e-12);
  }

  /// The optimal surrogate stands beside f, at the θ of the same contender; where the run has gone
  /// on since, its step is told.
  @Test
  void surrogate_drawsTheOptimalOne_withWhatItLeaves() {
    Track.SurrogateCurve plain = curve();
    for (long step : new long[] {1, 12_345}) {
      Track.BestCurve best =
          new Track.BestCurve(step, new double[] {.21, .22}, .045011, .0287, step == 1);
      Track.SurrogateCurve curve = plain.with(best);
      Snapshot snapshot =
          Snapshots.snapshot(
              Snapshots.standard(),
              Snapshots.with(
                  Snapshots.track("relax", 1),
                  Snapshots.band(Snapshots.series(10, -3, -6)),
                  new Track.ExactPoints(0, NONE, NONE),
                  curve,
                  .9));
      Figure figure = SurrogateChart.draw(snapshot, VIEW);
      Figure.Line line = figure.lines().getFirst();
      String behind = step == 1 ? "" : " (step 12,345)";
      assertEquals("c*, Var .045 ≥ .0287" + behind, line.name().replace("\u2009", ","));
      assertEquals("optimum", line.key());
      assertEquals("exact", line.ink());
      assertEquals("f(H(z)), c* at RELAX’s θ", names(figure).get(2));
      assertArrayEquals(best.c(), line.y());
      assertEquals(step != 1, snapshot.refines());
    }
    assertFalse(full().refines());
  }

  @Test
  void surrogate_saysSo_whereNoneIsShown() {
    ChartView hidden = new ChartView(Set.of("rebar", "relax"), "", Abscissa.NOISE, 300);
    Figure figure = SurrogateChart.draw(full(), hidden);
    assertEquals("Surrogate: no estimator shown here has one", figure.title());
    assertTrue(figure.lines().isEmpty());
  }

  /// Where RELAX runs but has no curve, as with a VAE, it is not said to have no surrogate.
  @Test
  void surrogate_saysWhy_whereItIsNoCurve() {
    Snapshot bare =
        Snapshots.snapshot(
            Snapshots.standard(), Snapshots.track("reinforce", 10), Snapshots.track("relax", 10));
    String title = SurrogateChart.draw(bare, VIEW).title();
    assertTrue(title.startsWith("Surrogate: not a curve with this problem"), title);
    Snapshot plain = Snapshots.snapshot(Snapshots.standard(), Snapshots.track("reinforce", 10));
    assertEquals(
        "Surrogate: no estimator shown here has one", SurrogateChart.draw(plain, VIEW).title());
  }
}
