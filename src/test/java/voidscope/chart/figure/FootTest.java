package voidscope.chart.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.draw.Marks;
import voidscope.chart.export.FigureCsv;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.FigureSample;
import voidscope.chart.export.Origins;
import voidscope.chart.live.FigurePainter;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.ControlChart;
import voidscope.chart.series.Snapshots;
import voidscope.chart.series.VarianceChart;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Zeros on logarithmic axes: a variance that is exactly zero stays on the chart.
final class FootTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private static final ChartView VIEW = ChartView.plain(300);
  private static final List<String> ZERO = List.of("rloo", "arm", "disarm");

  @TempDir Path folder = Path.of(".");

  /// At t = ½ f is the same whatever b is, so a difference of two f is zero.
  private static Snapshot run() {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("squared-distance"),
                Stream.of("exact", "reinforce", "rloo", "arm", "disarm", "muprop", "rebar")
                    .map(Scenarios::estimator)
                    .toList(),
                Scenarios.standard().run(),
                List.of())
            .with("problem", "target", 0.5);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(50);
      return experiment.snapshot();
    }
  }

  private static Figure figure(AxisScale scale, Figure.Line... lines) {
    return new Figure(
        "Title",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("value").with(scale),
        List.of(lines),
        List.of(),
        List.of());
  }

  private static Figure.Line line(String key, double... y) {
    return new Figure.Line(
        key, key, Figure.Style.MAIN, FigureSample.ramp(y.length, y.length - 1), y, null, null);
  }

  private static long inked(int[] pixels, Look look, String key, int from, int to) {
    int argb = look.palette().ink(key).argb();
    return Arrays.stream(pixels, from * WIDTH, to * WIDTH).filter(p -> near(p, argb)).count();
  }

  private static boolean near(int one, int two) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      distance = Math.max(distance, Math.abs((one >> shift & 255) - (two >> shift & 255)));
    }
    return distance < 40;
  }

  private static int[] live(Figure figure, Look look) {
    int[] pixels = new int[WIDTH * HEIGHT];
    new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, look, pixels);
    return pixels;
  }

  private static int[] saved(Figure figure, Look look) {
    BufferedImage picture = FigureExport.picture(figure, WIDTH, HEIGHT, 1, look);
    return picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }

  @Test
  void variance_thatIsZero_staysInLegendChartAndTable() throws IOException {
    Figure figure = VarianceChart.draw(run(), VIEW);
    List<String> names = figure.lines().stream().map(Figure.Line::name).toList();
    assertTrue(names.containsAll(List.of("ARM", "DisARM", "Leave-one-out")), names.toString());
    assertFalse(names.contains("Exact"), names.toString());
    Look look = Look.screen(Palette.light());
    for (String key : ZERO) {
      Figure.Line line =
          figure.lines().stream().filter(l -> l.key().equals(key)).findFirst().orElseThrow();
      assertTrue(Arrays.stream(line.y()).allMatch(y -> y == 0), key);
      for (int[] pixels : List.of(live(figure, look), saved(figure, look))) {
        long foot = inked(pixels, look, key, HEIGHT - 70, HEIGHT - 30);
        assertTrue(foot > 200, key + " in " + foot + " pixels of the foot");
      }
    }
    StringBuilder csv = new StringBuilder();
    new FigureCsv(figure, csv).write(Origins.standard());
    List<String> rows = csv.toString().lines().filter(row -> !row.startsWith("#")).toList();
    List<String> head = List.of(rows.getFirst().split(",", -1));
    for (String label : List.of("ARM", "DisARM", "Leave-one-out", "DisARM exact")) {
      int column = head.indexOf(label + " [Var ĝ (logits)]");
      assertTrue(column > 0, label + " in " + head);
      assertEquals("0", rows.getLast().split(",", -1)[column], label);
    }
  }

  @Test
  void zero_isSaid_inEveryKindOfPicture() throws IOException {
    Figure figure = figure(AxisScale.LOG, line("arm", 0, 0, 0), line("rebar", .2, .3, .2));
    Look look = Look.export(Palette.light(), 12);
    assertTrue(FigureExport.svg(figure, 400, 300, look, Origins.standard()).contains(">0</text>"));
    Path file = folder.resolve("figure.pdf");
    FigureExport.pdf(figure, file, 400, 300, look, Origins.standard());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.lines().anyMatch(row -> row.strip().equals("0")), text);
    }
    assertTrue(inked(saved(figure, look), look, "arm", 0, HEIGHT) > 100);
    assertEquals(0, figure.lines().getFirst().y()[1]);
  }

  @Test
  void control_drawsARatioOfZero_andNoneThatIsUnknown() {
    double none = Double.NEGATIVE_INFINITY;
    Track track = Snapshots.track("control-variate", 40);
    Track.Control control =
        new Track.Control(
            Snapshots.band(Snapshots.series(10, none, -1, none, -2)),
            Snapshots.band(Snapshots.series(10, none, -1, -3, none)),
            List.of(),
            List.of());
    Snapshot snapshot =
        Snapshots.snapshot(Snapshots.standard(), Snapshots.controlled(track, control));
    List<Figure.Line> lines = ControlChart.draw(snapshot, VIEW).lines();
    assertArrayEquals(new double[] {10, 20, 30}, lines.getFirst().x());
    assertArrayEquals(new double[] {Math.exp(-1), 0, Math.exp(-2)}, lines.getFirst().y(), 1e-7);
    assertArrayEquals(new double[] {10, 20}, lines.getLast().x());
    assertArrayEquals(new double[] {Math.exp(-1), Math.exp(-3)}, lines.getLast().y(), 1e-7);
  }

  @Test
  void foot_givesEverySeriesALane_belowAllThatHasALogarithm() {
    Figure figure =
        figure(
            AxisScale.LOG,
            line("reinforce", .1, .2, .3),
            line("arm", 0, 0, 0),
            line("disarm", .2, 0, .1),
            line("rloo", 0, .01, 0));
    Extent y = new Extent(.01, 1);
    Foot foot = Foot.of(figure, new Extent(0, 2), y, 20);
    assertEquals(List.of("arm", "disarm", "rloo"), foot.lanes());
    assertEquals(.01, foot.floor());
    assertEquals(1, foot.ends().high());
    assertTrue(foot.ends().low() < .008 && foot.ends().low() > .005, foot.toString());
    List<Figure.Line> placed = foot.place(figure).lines();
    double[] lanes = {placed.get(1).y()[0], placed.get(2).y()[1], placed.get(3).y()[0]};
    assertTrue(foot.floor() > lanes[0] && lanes[0] > lanes[1] && lanes[1] > lanes[2]);
    assertTrue(lanes[2] > foot.ends().low());
    assertEquals(.01, placed.get(3).y()[1]);
    List<Marks.Mark> marks = Marks.of(AxisScale.LOG, foot, 5);
    assertEquals(1, marks.stream().filter(mark -> mark.text().equals("0")).count());
    assertTrue(marks.stream().allMatch(m -> m.text().equals("0") || m.value() >= .01 * (1 - 1e-9)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 17})
  void lanes_stayWithinTheStrip_howeverManyThereAre(int count) {
    Figure.Line[] lines = new Figure.Line[count];
    Arrays.setAll(lines, i -> line("key" + i, 0, 0));
    Figure figure = figure(AxisScale.LOG, lines);
    Foot foot = Foot.of(figure, new Extent(0, 1), new Extent(1, 10), 12);
    for (Figure.Line line : foot.place(figure).lines()) {
      assertTrue(line.y()[0] > foot.ends().low() && line.y()[0] < foot.floor(), foot.toString());
    }
  }

  @Test
  void foot_isLeftOut_whereZeroIsNotShownOrHasAPlace() {
    Extent x = new Extent(0, 2);
    Extent y = new Extent(.01, 1);
    Figure zero = figure(AxisScale.LOG, line("arm", 0, 0, 0));
    assertFalse(Foot.of(figure(AxisScale.LOG, line("arm", 1, -1, 2)), x, y, 20).exists());
    assertFalse(Foot.of(figure(AxisScale.SYMLOG, line("arm", 0, 0, 0)), x, y, 20).exists());
    assertFalse(Foot.of(zero, new Extent(5, 6), y, 20).exists());
    assertFalse(Foot.of(zero.on(zero.x(), zero.y().within(new Extent(.1, 1))), x, y, 20).exists());
    assertTrue(Foot.of(zero, x, y, 20).exists());
    Figure level =
        new Figure(
            "",
            zero.x(),
            zero.y(),
            List.of(),
            List.of(new Figure.Level("optimum", "optimum", 0)),
            List.of());
    Foot foot = Foot.of(level, x, y, 20);
    assertTrue(foot.place(level).levels().getFirst().y() > foot.ends().low());
  }

  @Test
  void hidden_seriesHaveNoFoot() {
    Figure figure =
        VarianceChart.draw(
            run(),
            new ChartView(Set.of("rloo", "arm", "disarm", "muprop"), "", Abscissa.NOISE, 300));
    Foot foot = Foot.of(figure, new Extent(0, 50), new Extent(.01, 1), 20);
    assertFalse(foot.exists(), foot.toString());
  }
}
