package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Value;
import voidscope.chart.draw.Header;
import voidscope.chart.export.FigureCsv;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.Origin;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Another run laid under the present one.
class BaselineTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final Look LOOK = Look.screen(Palette.light());
  private static final Snapshot PRESENT = run(60, .01, 1, "reinforce", "control-variate", "lax");
  private static final Snapshot LONGER = run(200, .1, 1, "reinforce", "control-variate", "lax");
  private static final Baseline BASELINE = new Baseline("fast", LONGER);

  private static Snapshot run(int steps, double rate, int replicates, String... estimators) {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("gaussian-steps"),
                Stream.of(estimators).map(Scenarios::estimator).toList(),
                Scenarios.standard()
                    .run()
                    .with("replicates", replicates)
                    .with("measure-samples", 100),
                List.of(new Event(30, Scenario.RUN, "phi-rate", new Value.Real(.02))))
            .with(Scenario.RUN, "theta-rate", rate);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      return experiment.snapshot();
    }
  }

  static Stream<ChartEntry> charts() {
    // Of points alone there is no line to be laid behind, and of sweeps and episodes there is
    // nothing here.
    return Charts.catalogue().entries().stream()
        .filter(
            chart -> !Set.of(Charts.SCATTER, Charts.RETURN, Charts.SOLVED).contains(chart.key()))
        .filter(chart -> !chart.still());
  }

  private static ChartEntry chart(String key) {
    return Charts.catalogue().get(key);
  }

  private static List<Figure.Line> of(Figure figure, Figure.Style style) {
    return figure.lines().stream().filter(line -> line.style() == style).toList();
  }

  private static List<String> legend(Figure figure) {
    return Header.entries(figure, LOOK).stream().map(Header.Entry::name).toList();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyChart_laysTheMainLinesBehind_underOneNote(ChartEntry chart) {
    ChartView view = new ChartView(Set.of(), "lax", Abscissa.NOISE, 300);
    Figure alone = chart.draw(PRESENT, view, null);
    Figure below = chart.draw(LONGER, view, null);
    Figure both = chart.draw(PRESENT, view, BASELINE);
    List<Figure.Line> faint = of(both, Figure.Style.BASELINE);
    assertEquals(of(below, Figure.Style.MAIN).size(), faint.size());
    assertFalse(faint.isEmpty());
    int own = both.lines().size() - faint.size();
    assertEquals(
        alone.lines().stream().map(Figure.Line::column).toList(),
        both.lines().subList(0, own).stream().map(Figure.Line::column).toList());
    assertEquals(
        of(below, Figure.Style.MAIN).stream()
            .map(line -> line.key() + line.column() + " (baseline fast)")
            .toList(),
        faint.stream().map(line -> line.key() + line.column()).toList());
    assertEquals(faint, both.backToFront().subList(0, faint.size()));
    assertEquals(faint, both.bandsBackToFront("").subList(0, faint.size()));
    assertEquals(alone.backToFront().getLast().column(), both.backToFront().getLast().column());
    assertEquals(
        Stream.concat(legend(alone).stream(), Stream.of("faint: fast")).toList(), legend(both));
    assertEquals(alone.levels(), both.levels());
    assertEquals(alone.events(), both.events());
    assertEquals(alone.title(), both.title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"theta", "variance", "loss", "control"})
  void chartOverTheRun_reachesOverBoth_whicheverIsLonger(String key) {
    for (Figure figure :
        List.of(
            chart(key).draw(PRESENT, VIEW, BASELINE),
            chart(key).draw(LONGER, VIEW, new Baseline("slow", PRESENT)))) {
      assertEquals(0, figure.x().minimum());
      assertEquals(200, figure.x().maximum());
      Extent y = Extent.ofY(figure, new Extent(0, 200));
      for (Snapshot snapshot : List.of(PRESENT, LONGER)) {
        Figure alone = chart(key).draw(snapshot, VIEW, null);
        List<Figure.Line> main = of(alone, Figure.Style.MAIN);
        assertTrue(y.contains(Extent.ofY(alone.with(main, List.of()), new Extent(0, 200))), key);
      }
    }
  }

  @Test
  void lines_areThoseOfTheBaselinesOwnChart() {
    Figure figure = chart(Charts.LOSS).draw(PRESENT, VIEW, BASELINE);
    Figure own = chart(Charts.LOSS).draw(LONGER, VIEW, null);
    Figure.Line faint = of(figure, Figure.Style.BASELINE).getFirst();
    assertArrayEquals(own.lines().getFirst().x(), faint.x());
    assertArrayEquals(own.lines().getFirst().y(), faint.y());
  }

  @Test
  void zoomedWindow_staysAsItIs() {
    Across across = new Across(AxisScale.LINEAR, Measure.STEPS, new Extent(10, 50));
    Up up = new Up(null, new Extent(-1, 1), 0, false);
    ChartView view = new ChartView(Set.of(), "", Abscissa.NOISE, 300, across, up);
    Figure figure = chart(Charts.LOSS).draw(PRESENT, view, BASELINE);
    Figure alone = chart(Charts.LOSS).draw(PRESENT, view, null);
    assertEquals(alone.x(), figure.x());
    assertEquals(alone.y(), figure.y());
    assertEquals(3, of(figure, Figure.Style.BASELINE).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EVALUATIONS", "SECONDS"})
  void otherMeasures_reachOverBoth(String measure) {
    Across across = new Across(AxisScale.LOG, Measure.valueOf(measure), null);
    ChartView view = new ChartView(Set.of(), "", Abscissa.NOISE, 300, across, Up.PLAIN);
    Figure figure = chart(Charts.LOSS).draw(PRESENT, view, BASELINE);
    Extent whole = new Extent(figure.x().minimum(), figure.x().maximum());
    for (Snapshot snapshot : List.of(PRESENT, LONGER)) {
      Figure.Axis x = chart(Charts.LOSS).draw(snapshot, view, null).x();
      assertTrue(whole.contains(new Extent(x.minimum(), x.maximum())), whole + " " + x);
    }
  }

  @Test
  void hiddenEstimators_areHiddenInBoth_andThoseOfTheBaselineAloneAreDrawn() {
    ChartView view = new ChartView(Set.of("reinforce"), "", Abscissa.NOISE, 300);
    Snapshot fewer = run(40, .01, 1, "reinforce", "lax");
    Figure figure = chart(Charts.LOSS).draw(fewer, view, BASELINE);
    assertEquals(
        List.of("lax", "control-variate", "lax"),
        figure.lines().stream().map(Figure.Line::key).toList());
  }

  @Test
  void smoothedLines_lieOverASmoothedBaseline_withoutItsRawOnes() {
    Up smooth = new Up(null, null, 0, true);
    ChartView view = new ChartView(Set.of(), "", Abscissa.NOISE, 300, Across.PLAIN, smooth);
    Figure figure = chart(Charts.LOSS).draw(PRESENT, view, BASELINE);
    assertEquals(3, of(figure, Figure.Style.RAW).size());
    List<Figure.Line> faint = of(figure, Figure.Style.BASELINE);
    assertEquals(3, faint.size());
    assertEquals("REINFORCE, smoothed (baseline fast)", faint.getFirst().column());
  }

  @Test
  void bands_comeWithTheirLines() {
    Baseline several = new Baseline("several", run(40, .01, 3, "lax"));
    Figure figure = chart(Charts.LOSS).draw(PRESENT, VIEW, several);
    Figure.Line faint = of(figure, Figure.Style.BASELINE).getFirst();
    assertNotNull(faint.low());
    assertNotNull(faint.high());
  }

  @Test
  void histograms_haveOneSetOfBins_andCountAllSamples() {
    for (String key : List.of(Charts.GRADIENT, Charts.TERMS)) {
      Figure figure = chart(key).draw(PRESENT, VIEW, BASELINE);
      for (Figure.Line line : figure.lines()) {
        assertArrayEquals(figure.lines().getFirst().x(), line.x(), line.column());
        double sum = 0;
        for (int i = 1; i < line.y().length; i += 2) {
          sum += line.y()[i];
        }
        assertEquals(1, sum, 1e-9, line.column());
      }
    }
  }

  @Test
  void terms_areOfTheSameEstimator_orNotDrawn() {
    Figure same =
        chart(Charts.TERMS)
            .draw(
                PRESENT,
                new ChartView(Set.of(), "control-variate", Abscissa.NOISE, 300),
                new Baseline("more", run(40, .1, 1, "control-variate", "lax")));
    assertEquals("control-variate", of(same, Figure.Style.BASELINE).getFirst().key());
    Figure other =
        chart(Charts.TERMS)
            .draw(PRESENT, VIEW, new Baseline("less", run(40, .1, 1, "control-variate")));
    assertEquals("baseline of another kind: not drawn", other.note());
    assertEquals(List.of(), of(other, Figure.Style.BASELINE));
  }

  private static void refused(String note, ChartEntry chart, Snapshot present, Snapshot other) {
    Figure figure = chart.draw(present, VIEW, new Baseline("other", other));
    Figure alone = chart.draw(present, VIEW, null);
    assertEquals(note, figure.note());
    assertEquals(alone.lines().size(), figure.lines().size());
    assertEquals(alone.x(), figure.x());
    assertEquals(note, legend(figure).getLast());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void baselineOfAnotherProblem_isNotDrawn(ChartEntry chart) {
    Snapshot other = Snapshots.snapshot(Snapshots.standard(), Snapshots.track("lax", 900));
    refused("baseline of another problem: not drawn", chart, PRESENT, other);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void baselineOfAnotherSize_isNotDrawn(ChartEntry chart) {
    refused(
        "baseline with another number of parameters: not drawn",
        chart,
        quadratic(20),
        quadratic(10));
  }

  private static Snapshot quadratic(int latents) {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("random-quadratic"),
                List.of(),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.PROBLEM, "latents", latents);
    return Snapshots.snapshot(scenario, Snapshots.track("rebar", 10));
  }

  @Test
  void baselineWithoutTheQuantity_isNotDrawn() {
    Snapshot present = Snapshots.snapshot(Snapshots.standard(), Snapshots.track("rebar", 10));
    Snapshot other =
        new Snapshot(
            0,
            present.scenario(),
            present.state(),
            present.tracks(),
            present.rates(),
            quadratic(20).quantities(),
            present.parameters(),
            present.optimum());
    refused("baseline without this quantity: not drawn", chart(Charts.THETA), present, other);
    Figure loss = chart(Charts.LOSS).draw(present, VIEW, new Baseline("other", other));
    assertEquals("faint: other", loss.note());
  }

  @Test
  void baselineWithNothingToShow_saysSo() {
    Snapshot present = Snapshots.snapshot(Snapshots.standard(), Snapshots.track("rebar", 10));
    refused("baseline without lines here: not drawn", chart(Charts.SURROGATE), present, present);
    for (ChartEntry chart : Charts.catalogue().entries()) {
      if (chart.still() || chart.key().equals(Charts.SCATTER)) {
        refused("baseline without lines here: not drawn", chart, PRESENT, PRESENT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {160, 240, 320, 480, 800})
  void note_hasItsPlace_howeverNarrowTheFigure(int width) {
    for (ChartEntry chart : charts().toList()) {
      Figure figure = chart.draw(PRESENT, VIEW, BASELINE);
      String svg =
          FigureExport.svg(
              figure, width, 240, Look.export(Palette.light(), 9), new Origin("", 1, 1));
      int at = svg.indexOf(">faint: fast</text>");
      assertTrue(at > 0, chart.key());
      String text = svg.substring(svg.lastIndexOf("<text", at), at);
      double left = Double.parseDouble(text.replaceFirst("(?s).* x=\"([^\"]*)\".*", "$1"));
      assertTrue(left + 40 < width, chart.key() + " at " + left);
    }
  }

  private static List<String> csv(Snapshot snapshot, Baseline baseline) throws IOException {
    StringBuilder text = new StringBuilder();
    Figure figure = chart(Charts.LOSS).draw(snapshot, VIEW.unthinned(), baseline);
    new FigureCsv(figure, text).write(new Origin("", 1, 1));
    return text.toString().lines().toList();
  }

  @Test
  void table_namesTheBaseline_inColumnsWhereTheStepsAreThese() throws Exception {
    List<String> lines = csv(PRESENT, new Baseline("again", run(60, .1, 1, "lax")));
    String head = lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
    assertTrue(head.startsWith("step,REINFORCE ["), head);
    assertTrue(head.contains(",LAX (baseline again) ["), head);
    assertTrue(lines.contains("# faint: again"));
  }

  @Test
  void table_hasEveryStepOfBoth_whereTheyAreOthers() throws Exception {
    List<String> lines = csv(PRESENT, BASELINE);
    assertEquals(61, lines.stream().filter(line -> line.startsWith("LAX,")).count());
    assertEquals(
        201, lines.stream().filter(line -> line.startsWith("LAX (baseline fast),")).count());
    double[] steps =
        lines.stream()
            .filter(line -> line.startsWith("LAX (baseline fast),"))
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
            .toArray();
    assertEquals(200, Arrays.stream(steps).max().orElseThrow());
  }
}
