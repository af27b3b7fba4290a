package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.FreshJvm;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.data.Idx;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;

/// `export`: what it writes, and that a figure leads back to itself.
class ExportCommandTest {
  private static final String EVENTFUL =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      measure-samples = 50
      replicates = 3
      measure-every = 5
      steps = 120
      [[estimator]]
      name = "exact"
      [[estimator]]
      name = "rebar"
      [[estimator]]
      name = "relax"
      [[event]]
      step = 50
      set = "problem"
      key = "target"
      value = 0.3
      """;

  @TempDir private Path folder = Path.of("");

  private static final String VIEW = "# view: hidden = exact; focus = rebar; over = z\n";

  private Path scenario() throws IOException {
    return Files.writeString(folder.resolve("eventful.toml"), VIEW + EVENTFUL);
  }

  private static Captured export(Path scenario, Path out, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "export";
    all[1] = scenario.toString();
    all[2] = "--out=" + out;
    System.arraycopy(options, 0, all, 3, options.length);
    return Captured.run(all);
  }

  /// γ of a variance's parts is what is asked for, then what the figure carries, then the run's.
  @Test
  void floor_isShownAtTheDiscountThatIsAskedFor() throws Exception {
    Path mdp = folder.resolve("mdp.toml");
    String text =
        """
        voidscope = 1
        [problem]
        name = "mdp"
        discount = 0.99
        [run]
        steps = 5
        replicates = 1
        measure-samples = 0
        [[estimator]]
        name = "a2c"
        """;
    Files.writeString(mdp, "# view: floor-discount = 0.6\n" + text);
    String[] chart = {"--chart=policy-floor", "--format=svg"};
    Path carried = folder.resolve("carried");
    assertEquals(0, export(mdp, carried, chart).code());
    assertTrue(title(carried).contains("γ = .6 (the run's: .99)"));
    Path asked = folder.resolve("asked");
    assertEquals(0, export(mdp, asked, chart[0], chart[1], "--floor-discount=0.871").code());
    assertTrue(title(asked).contains("γ = .88 (the run's: .99)"));
    String said = Files.readString(asked.resolve("policy-floor.toml"));
    assertTrue(said.contains("floor-discount = 0.871"), said);
    Captured wrong = export(mdp, asked, chart[0], "--floor-discount=1.5");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("--floor-discount: expected 0 to 1, found 1.5"), wrong.err());
  }

  private static String title(Path out) throws IOException {
    return Files.readString(out.resolve("policy-floor.svg"));
  }

  @Test
  void everyChart_isWritten_inEveryFormatAndPreset_withItsScenarioBeside() throws Exception {
    Path out = folder.resolve("deep").resolve("out");
    String every =
        "--chart="
            + String.join(",", Charts.catalogue().entries().stream().map(ChartEntry::key).toList());
    Captured done =
        export(scenario(), out, every, "--format=pdf,svg,png,csv", "--preset=slide,column");
    assertEquals(0, done.code(), done.err());
    for (var chart : Charts.catalogue().entries()) {
      for (String name :
          List.of("-slide.pdf", "-column.pdf", "-slide.svg", "-column.svg", ".csv", ".toml")) {
        assertTrue(Files.size(out.resolve(chart.key() + name)) > 400, chart.key() + name);
      }
      BufferedImage slide = ImageIO.read(out.resolve(chart.key() + "-slide.png").toFile());
      assertEquals(1920, slide.getWidth());
      assertEquals(1080, slide.getHeight());
    }
    assertEquals(Charts.catalogue().entries().size() * 8L, done.out().lines().count());
    Scenario beside = ScenarioFile.read(out.resolve("theta.toml"));
    assertEquals(ScenarioFile.parse("eventful", EVENTFUL), beside);
    String svg = Files.readString(out.resolve("theta-slide.svg"));
    assertTrue(svg.contains(">REBAR</text>") && !svg.contains(">Exact</text>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "svg", "png", "csv", "toml"})
  void figure_leadsBackToItself(String source) throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    String[] options = {"--format=pdf,svg,png,csv", "--chart=theta,surrogate", "--steps=90"};
    assertEquals(0, export(scenario(), first, options).code());
    Captured again =
        export(
            first.resolve("theta." + source),
            second,
            "--format=pdf,svg,png,csv",
            "--chart=theta,surrogate",
            "--threads=1");
    assertEquals(0, again.code(), again.err());
    assertSame(first, second, 10);
  }

  @Test
  void twoFreshJvms_writeTheSameBytes_withoutAWordOfComplaint() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    for (Path out : List.of(first, second)) {
      File log = folder.resolve("log.txt").toFile();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  FreshJvm.ownLibrary(),
                  "@" + Path.of("target", "voidscope"),
                  "export",
                  scenario().toString(),
                  "--format=pdf,svg,csv",
                  "--preset=beamer",
                  "--out=" + out)
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      assertTrue(process.waitFor(4, TimeUnit.MINUTES));
      String said = Files.readString(log.toPath());
      assertEquals(0, process.exitValue(), said);
      assertFalse(said.contains("Exception") || said.contains("SEVERE"), said);
    }
    assertSame(first, second, 4 * Charts.repeatable().size());
  }

  private static void assertSame(Path first, Path second, int count) throws IOException {
    try (var files = Files.list(first)) {
      List<Path> all = files.toList();
      assertEquals(count, all.size());
      for (Path file : all) {
        Path other = second.resolve(Objects.requireNonNull(file.getFileName()));
        assertEquals(-1, Files.mismatch(file, other), other.toString());
      }
    }
  }

  @Test
  void table_holdsEveryRecordedStep() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(0, export(scenario(), out, "--format=csv", "--chart=theta").code());
    List<String> rows =
        Files.readAllLines(out.resolve("theta.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertEquals(1 + 121, rows.size());
    assertTrue(rows.getFirst().startsWith("step,"), rows.getFirst());
    assertTrue(rows.getLast().startsWith("120,"), rows.getLast());
  }

  @Test
  void ownSize_andDarkPage_areTaken() throws Exception {
    Path out = folder.resolve("out");
    Captured done =
        export(
            scenario(),
            out,
            "--format=png",
            "--chart=loss",
            "--size=640x360px",
            "--theme=dark",
            "--transparent");
    assertEquals(0, done.code(), done.err());
    BufferedImage picture = ImageIO.read(out.resolve("loss.png").toFile());
    assertEquals(640, picture.getWidth());
    assertEquals(360, picture.getHeight());
    assertEquals(0, picture.getRGB(2, 2) >>> 24);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=bmp",
        "--preset=poster",
        "--chart=none",
        "--size=big",
        "--theme=red",
        "--font=1",
        "--steps=0",
        "--threads=0"
      })
  void badInput_exitsWithTwo_namingTheOption(String option) throws Exception {
    Path out = folder.resolve("out");
    Captured done = export(scenario(), out, option);
    assertEquals(2, done.code(), done.err());
    assertTrue(done.err().contains(option.substring(0, option.indexOf('='))), done.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void placeThatCannotBeWritten_isRefusedBeforeComputing() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Captured done = export(scenario(), file);
    assertEquals(2, done.code());
    assertTrue(done.err().contains("is a file"), done.err());
    assertFalse(done.err().contains("steps/s"));
  }

  @Test
  void fileThatIsTaken_keepsTheOthersWhole() throws Exception {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("theta.pdf"));
    Captured done = export(scenario(), out, "--chart=theta");
    assertEquals(2, done.code());
    assertTrue(done.err().contains("theta.pdf") && done.err().contains("folder of that name"));
    try (var files = Files.list(out)) {
      assertEquals(List.of(out.resolve("theta.pdf")), files.toList());
    }
  }

  private Path other(String rate) throws IOException {
    return Files.writeString(
        folder.resolve("other.toml"),
        EVENTFUL.replace("steps = 120", "steps = 70\ntheta-rate = " + rate));
  }

  @Test
  void baseline_liesUnderEveryFigure() throws Exception {
    Path out = folder.resolve("out");
    Captured done =
        export(scenario(), out, "--format=svg,png,pdf,csv", "--baseline=" + other("0.1"));
    assertEquals(0, done.code(), done.err());
    String svg = Files.readString(out.resolve("loss.svg"));
    assertTrue(svg.contains(">faint: other</text>"), "the legend tells");
    List<String> table = Files.readAllLines(out.resolve("loss.csv"));
    assertEquals(121, table.stream().filter(line -> line.startsWith("REBAR,")).count());
    assertEquals(
        71, table.stream().filter(line -> line.startsWith("REBAR (baseline other),")).count());
    assertEquals(
        ScenarioFile.parse("eventful", EVENTFUL), ScenarioFile.read(out.resolve("loss.toml")));
  }

  @Test
  void baseline_mayBeAFigureOrACheckpoint_whichStaysWhereItIs() throws Exception {
    Path run = folder.resolve("run");
    Captured saved =
        Captured.run(
            "run",
            other("0.1").toString(),
            "--no-charts",
            "--out=" + run,
            "--checkpoint=" + folder.resolve("other.checkpoint"));
    assertEquals(0, saved.code(), saved.err());
    Path figures = folder.resolve("figures");
    assertEquals(0, export(other("0.1"), figures, "--chart=loss", "--format=svg").code());
    Path checkpoint = folder.resolve("other.checkpoint");
    Path figure = Files.move(figures.resolve("loss.svg"), folder.resolve("other.svg"));
    List<Path> outs = List.of(folder.resolve("first"), folder.resolve("second"));
    List<Path> baselines = List.of(checkpoint, figure);
    for (int i = 0; i < 2; i++) {
      Captured done =
          export(
              scenario(),
              outs.get(i),
              "--chart=loss",
              "--format=csv,svg",
              "--baseline=" + baselines.get(i));
      assertEquals(0, done.code(), done.err());
    }
    assertSame(outs.getFirst(), outs.getLast(), 3);
  }

  @Test
  void baselineOfAnotherProblem_isSaidNotToBeDrawn() throws Exception {
    Path out = folder.resolve("out");
    Path chain =
        Files.writeString(
            folder.resolve("quadratic.toml"),
            EVENTFUL
                .replace("squared-distance", "random-quadratic")
                .replaceAll("(?s)\\[\\[event]].*", ""));
    Captured done = export(scenario(), out, "--chart=loss", "--format=svg", "--baseline=" + chain);
    assertEquals(0, done.code(), done.err());
    assertTrue(
        Files.readString(out.resolve("loss.svg"))
            .contains(">baseline of another problem: not drawn</text>"));
  }

  @Test
  void badBaseline_isRefusedBeforeComputing_namingFileAndExpectation() throws Exception {
    Path out = folder.resolve("out");
    Path half = Files.writeString(folder.resolve("half.toml"), "voidscope = 1\n[problem]\n");
    Path noise = Files.writeString(folder.resolve("noise.bin"), "noise");
    Path images = Files.write(folder.resolve("images.idx"), Idx.file(0x0803, 40, 2, 2, 160));
    for (Path baseline : List.of(half, noise, images, folder.resolve("none.toml"), folder)) {
      Captured done = export(scenario(), out, "--baseline=" + baseline);
      assertEquals(2, done.code(), done.err());
      String name = String.valueOf(baseline.getFileName());
      assertTrue(done.err().contains(name), done.err());
      assertTrue(done.err().contains("expected ") && done.err().contains("found "), done.err());
      assertFalse(done.err().contains("steps/s"), done.err());
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void window_opensAFigure() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(0, export(scenario(), out, "--chart=loss", "--format=svg").code());
    assertEquals(42, Captured.run(out.resolve("loss.svg").toString()).code());
    Captured run =
        Captured.run(
            "run",
            out.resolve("loss.svg").toString(),
            "--no-charts",
            "--out=" + folder.resolve("r"));
    assertEquals(0, run.code(), run.err());
  }
}
