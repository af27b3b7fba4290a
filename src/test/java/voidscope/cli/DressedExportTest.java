package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Presets;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;

/// What each option of a figure's dress does to the files, as their readers find them.
class DressedExportTest {
  private static final Path ALL = Path.of("src/test/resources/inputs/all-estimators.toml");

  @TempDir private Path folder = Path.of("");
  private DressedFiles plain = new DressedFiles(folder, "");

  /// One that looks like none of the others.
  private DressedFiles far = plain;

  @BeforeEach
  void export() throws IOException {
    plain = DressedFiles.of(folder, "plain", "--chart=theta");
    far = dressed("--title=none", "--legend=none", "--xlim=0:10", "--xlabel=none");
  }

  private DressedFiles dressed(String... options) throws IOException {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--chart=theta";
    return DressedFiles.of(folder, "dressed" + Math.abs(Arrays.hashCode(options)), all);
  }

  @Test
  void title_isThatOfOnesOwn_inEveryFile() throws Exception {
    DressedFiles done = dressed("--title=Wide title 100 % & <ours>; a = b, \"c\"");
    String title = "Wide title 100 % & <ours>; a = b, \"c\"";
    assertTrue(done.has("theta", title));
    assertTrue(done.pdfText("theta").contains(title));
    assertFalse(done.pdfText("theta").contains("Parameters θ"));
    done.agree("theta", far);
  }

  @Test
  void titleNone_leavesNoHeading_andItsRoomToThePlot() throws Exception {
    DressedFiles done = dressed("--title=none", "--legend=none");
    assertFalse(done.has("theta", "Parameters θ"));
    assertFalse(done.pdfText("theta").contains("Parameters θ"));
    assertTrue(done.plot("theta").getY() < plain.plot("theta").getY());
    done.agree("theta", far);
  }

  @Test
  void labels_areThoseOfOnesOwn_orNone() throws Exception {
    DressedFiles done = dressed("--xlabel=training step s_0", "--ylabel=none");
    assertTrue(done.has("theta", "training step s"));
    assertEquals(List.of(), done.turned("theta"));
    assertTrue(done.pdfText("theta").contains("training step s"));
    assertTrue(done.plot("theta").getX() < plain.plot("theta").getX());
    done.agree("theta", far);
  }

  @Test
  void limits_areTheEndsOfTheAxes() throws Exception {
    DressedFiles done = dressed("--xlim=10:40", "--ylim=-1:");
    Rectangle2D plot = done.plot("theta");
    DressedFiles.Text forty = done.text("theta", "40");
    assertTrue(Math.abs(forty.x() - plot.getMaxX()) < 8, forty.toString());
    assertFalse(done.has("theta", "50"));
    DressedFiles.Text low = done.text("theta", "−1.0");
    assertTrue(Math.abs(low.y() - plot.getMaxY()) < 8, low.toString());
    assertTrue(done.pdfText("theta").contains("−1.0"));
    done.agree("theta", far);
  }

  @ParameterizedTest
  @EnumSource(LegendPlace.class)
  void legend_standsWhereItIsWanted(LegendPlace place) throws Exception {
    DressedFiles done = dressed("--legend=" + place.key(), "--title=none");
    Rectangle2D plot = done.plot("theta");
    for (String name : List.of("Exact", "REBAR", "RELAX")) {
      if (place == LegendPlace.NONE) {
        assertFalse(done.has("theta", name) || done.pdfText("theta").contains(name));
        continue;
      }
      DressedFiles.Text text = done.text("theta", name);
      boolean there =
          switch (place) {
            case ABOVE -> text.y() < plot.getY();
            case INSIDE -> plot.contains(text.x(), text.y());
            case BELOW -> text.y() > plot.getMaxY();
            case BESIDE, ENDS ->
                text.x() > plot.getMaxX()
                    && text.y() >= plot.getY()
                    && text.y() <= plot.getMaxY() + 5;
            case NONE -> false;
          };
      assertTrue(there, place + ": " + text + " beside " + plot);
      assertTrue(done.pdfText("theta").contains(name));
    }
    assertEquals("", told(done));
    done.agree("theta", far);
  }

  /// What an export has told but its progress.
  private static String told(DressedFiles done) {
    return String.join("", done.err().lines().filter(line -> !line.contains(" steps/s")).toList());
  }

  @Test
  void legendAtTheEnds_standsInTheOrderOfTheLines_apart() throws Exception {
    DressedFiles done =
        DressedFiles.of(ALL, folder.resolve("ends"), "--chart=theta", "--legend=ends");
    List<DressedFiles.Text> names =
        done.texts("theta").stream()
            .filter(text -> text.x() > done.right("theta"))
            .sorted(Comparator.comparingDouble(DressedFiles.Text::y))
            .toList();
    assertEquals(labels().size(), names.size());
    for (int i = 1; i < names.size(); i++) {
      assertTrue(names.get(i).y() - names.get(i - 1).y() > 7, names.toString());
    }
    assertEquals("Exact", names.getLast().text());
  }

  /// What the estimators are called that take part in all of them.
  private static List<String> labels() throws ScenarioException {
    return ScenarioFile.read(ALL).estimators().stream()
        .map(entrant -> Estimators.catalogue().get(entrant.kind()).label())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"above", "inside", "below", "beside", "ends"})
  void manyEstimators_areAllNamed_orTold_atEveryPreset(String place) throws Exception {
    List<String> presets =
        Presets.catalogue().entries().stream().map(preset -> preset.key()).toList();
    DressedFiles done =
        DressedFiles.of(
            ALL,
            folder.resolve("many"),
            "--chart=theta,variance",
            "--format=svg",
            "--preset=" + String.join(",", presets),
            "--legend=" + place);
    List<String> names = labels();
    for (String preset : presets) {
      for (String chart : List.of("theta-" + preset, "variance-" + preset)) {
        List<String> missing =
            names.stream()
                .filter(name -> !(chart.startsWith("variance") && name.equals("Exact")))
                .filter(name -> !named(done, chart, name))
                .toList();
        String remark = chart + ".svg: its legend has no room for ";
        assertEquals(!missing.isEmpty(), done.err().contains(remark), chart + missing);
        for (String name : missing) {
          assertTrue(
              done.err().lines().anyMatch(l -> l.startsWith(remark) && l.contains(name)), name);
        }
        boolean rows = place.equals("above") || place.equals("below");
        assertTrue(!rows || missing.isEmpty(), chart + missing);
      }
    }
  }

  private static boolean named(DressedFiles done, String chart, String name) {
    try {
      return done.has(chart, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void estimators_areASubset_inTheirOrder() throws Exception {
    DressedFiles done = dressed("--estimators=relax,exact", "--legend=beside");
    assertFalse(done.has("theta", "REBAR") || done.pdfText("theta").contains("REBAR"));
    assertTrue(done.text("theta", "RELAX").y() < done.text("theta", "Exact").y());
    DressedFiles table =
        DressedFiles.of(
            folder, "table", "--estimators=relax,exact", "--chart=theta", "--format=csv");
    String header =
        table
            .read("theta.csv")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .findFirst()
            .orElse("");
    assertTrue(header.matches("step,RELAX \\[.*],Exact \\[.*]"), header);
    done.agree("theta", far);
  }

  @Test
  void outlines_needNoFont_andLookTheSame() throws Exception {
    DressedFiles done = dressed("--outlines");
    String svg = done.read("theta.svg");
    assertFalse(svg.contains("<text") || svg.contains("font"));
    assertEquals("", done.pdfText("theta").strip());
    try (var document = Loader.loadPDF(done.folder().resolve("theta.pdf").toFile())) {
      assertFalse(document.getPage(0).getResources().getFontNames().iterator().hasNext());
    }
    double apart = DressedFiles.difference(far.png("theta"), plain.pdfPicture("theta"));
    double off = DressedFiles.difference(done.pdfPicture("theta"), plain.pdfPicture("theta"));
    assertTrue(off < .1 * apart, off + " against " + apart);
    assertEquals(0, DressedFiles.difference(done.png("theta"), plain.png("theta")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"above", "below", "beside", "ends"})
  void panels_areLettered_inOneFigure_underOneHeading(String legend) throws Exception {
    DressedFiles done =
        DressedFiles.of(
            folder,
            "panels",
            "--panels=theta,variance,loss,terms",
            "--title=Four views",
            "--legend=" + legend,
            "--format=pdf,svg,png,pgfplots");
    List<DressedFiles.Text> heads =
        List.of(
            done.text("panels", "(a) Parameters θ"),
            done.text("panels", "(b) Variance of ĝ"),
            done.text("panels", "(c) Expected loss"));
    assertTrue(heads.get(0).x() < heads.get(1).x() && heads.get(0).y() == heads.get(1).y());
    assertTrue(heads.get(2).y() > heads.get(0).y() && heads.get(2).x() == heads.get(0).x());
    assertTrue(done.has("panels", "Four views"));
    long named = done.texts("panels").stream().filter(t -> t.text().equals("RELAX")).count();
    assertEquals(legend.equals("ends") ? 3 : 1, named);
    assertTrue(done.pdfText("panels").contains("(d) Terms of ĝ"));
    String tex = done.read("panels.tex");
    assertEquals(4, tex.split("begin.axis.", -1).length - 1);
    assertTrue(tex.contains("{(d) Terms of $\\hat{g}$"), "(d)");
    DressedFiles other =
        DressedFiles.of(folder, "other", "--panels=theta,variance", "--format=pdf,svg,png");
    done.agree("panels", other);
    DressedFiles again =
        DressedFiles.of(
            done.folder().resolve("panels.svg"), folder.resolve("again"), "--format=svg");
    assertEquals(done.read("panels.svg"), again.read("panels.svg"));
  }

  @Test
  void sameAxes_haveTheSameEnds_whereTheirCaptionsAreTheSame() throws Exception {
    String[] options = {"--chart=gradient,terms", "--same-axes", "--format=pdf,svg,png,pgfplots"};
    DressedFiles done = DressedFiles.of(folder, "same", options);
    assertEquals(ends(done, "gradient"), ends(done, "terms"));
    String pair = "--chart=surrogate,phases";
    DressedFiles own = DressedFiles.of(folder, "own", pair, "--format=pgfplots");
    assertFalse(ends(own, "surrogate").equals(ends(own, "phases")), ends(own, "phases"));
    DressedFiles alike = DressedFiles.of(folder, "alike", pair, "--same-axes", "--format=pgfplots");
    assertEquals(ends(alike, "surrogate"), ends(alike, "phases"));
    for (String chart : List.of("gradient", "terms")) {
      done.agree(
          chart,
          DressedFiles.of(
              folder,
              "far",
              "--chart=" + chart,
              "--title=none",
              "--legend=below",
              "--xlabel=none"));
    }
  }

  private static String ends(DressedFiles done, String chart) throws IOException {
    return done.read(chart + ".tex")
        .lines()
        .filter(line -> line.startsWith("ymin="))
        .toList()
        .toString();
  }

  /// The numbers at the vertical axis of an SVG.
  @Test
  void markedSign_isOneText_inAnSvg_andStandsInAPdf() throws Exception {
    DressedFiles done = DressedFiles.of(folder, "terms", "--chart=terms");
    List<String> marked =
        done.texts("terms").stream()
            .map(DressedFiles.Text::text)
            .filter(text -> text.indexOf('\u0303') >= 0)
            .toList();
    assertFalse(marked.isEmpty());
    assertTrue(marked.stream().allMatch(text -> text.contains("z\u0303")), marked.toString());
    assertTrue(done.pdfText("terms").contains("z\u0303"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "svg", "png", "csv", "toml"})
  void dressedFigure_isMadeAnew_dressedAsItWas(String source) throws Exception {
    DressedFiles first =
        dressed(
            "--format=pdf,svg,png,csv",
            "--title=Ours; 100 % = all, \"q\"",
            "--xlabel=none",
            "--legend=ends",
            "--xlim=5:",
            "--estimators=relax,exact",
            "--outlines");
    DressedFiles second =
        DressedFiles.of(
            first.folder().resolve("theta." + source),
            folder.resolve("second"),
            "--format=pdf,svg,png,csv",
            "--chart=theta");
    try (var files = Files.list(first.folder())) {
      for (Path file : files.toList()) {
        Path again = second.folder().resolve(Objects.requireNonNull(file.getFileName()));
        assertEquals(-1, Files.mismatch(file, again), again.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--legend=left|known are above, inside, below, beside, ends, none",
        "--xlim=5:1|a lower end below the upper one",
        "--xlim=1:1|a lower end below the upper one",
        "--xlim=ten:|such as 0:1000",
        "--ylim=3|such as 0:1000",
        "--ylim=:1e999|finite",
        "--estimators=foo|this scenario has exact, rebar, relax",
        "--estimators=,|",
        "--title=你好|signs that the figures' typefaces have, found \"你\"",
        "--panels=theta,poster|known are theta",
      })
  void badDress_isOneLine_namingTheOption_andWhatWasExpected(String option, String expected)
      throws Exception {
    Path out = folder.resolve("none");
    Captured done =
        Captured.run(
            "export",
            folder.resolve("run.toml").toString(),
            "--out=" + out,
            "--chart=theta",
            option);
    assertEquals(2, done.code(), done.err());
    assertEquals(1, done.err().lines().count(), done.err());
    String name = option.substring(0, option.indexOf('='));
    assertTrue(done.err().startsWith("voidscope: " + name + ": "), done.err());
    assertTrue(expected == null || done.err().contains(expected), done.err());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--title=Ours", "--ylabel=Ours", "--ylim=0:1"})
  void whatOneChartHas_isRefusedForSeveral(String option) throws Exception {
    Captured done =
        Captured.run(
            "export",
            folder.resolve("run.toml").toString(),
            "--out=" + folder.resolve("none"),
            "--chart=theta,loss",
            option);
    assertEquals(2, done.code(), done.err());
    assertTrue(done.err().contains(option.substring(0, option.indexOf('=')) + ": expected one"));
  }

  @Test
  void limitsThatShowNothing_orHaveNoLogarithm_areTold() throws Exception {
    DressedFiles beyond = dressed("--xlim=500:", "--format=svg");
    assertTrue(
        beyond.err().contains("theta: nothing lies within 500.0: of the x axis"), beyond.err());
    DressedFiles zero =
        DressedFiles.of(folder, "zero", "--chart=variance", "--ylim=0:1", "--format=svg");
    assertTrue(zero.err().contains("variance: the y axis is logarithmic"), zero.err());
  }

  @Test
  void help_fitsItsLines_andLeavesNoneBroken() {
    Captured done = Captured.run("export", "--help");
    assertEquals(0, done.code());
    List<String> lines = done.out().lines().toList();
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i);
      String next = lines.get(i + 1).strip();
      String word = next.split(" ", 2)[0];
      boolean goesOn = !word.isEmpty() && Character.isLowerCase(word.charAt(0));
      boolean early = line.length() + 1 + word.length() < 72;
      boolean prose = !line.isBlank() && !line.startsWith("Usage") && !word.equals("voidscope");
      assertFalse(goesOn && early && prose, "broken early: " + line);
    }
  }
}
