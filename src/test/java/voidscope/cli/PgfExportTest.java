package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;

/// Figures in LaTeX's words: what the file says, and, where there is a TeX, what becomes of it.
class PgfExportTest {
  private static final Pattern POINT = Pattern.compile("\\(([-0-9.e]+),([-0-9.e]+)\\)");

  @TempDir private Path folder = Path.of("");

  private DressedFiles theta(String... options) throws IOException {
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "--chart=theta";
    all[options.length + 1] = "--format=pgfplots,csv";
    return DressedFiles.of(folder, "out", all);
  }

  /// The points of the first line in an ink.
  private static List<String> points(String tex, String ink) {
    int at = tex.indexOf("\\addplot[color=voidscope-ink-" + ink + ",");
    String body = tex.substring(tex.indexOf("coordinates {", at), tex.indexOf("};", at));
    return POINT
        .matcher(body)
        .results()
        .map(found -> found.group(1) + "," + found.group(2))
        .toList();
  }

  @Test
  void lines_holdTheRecordedNumbers_inTheFileItself() throws Exception {
    DressedFiles done = theta();
    String tex = done.read("theta.tex");
    List<String> rows =
        done.read("theta.csv").lines().filter(line -> line.matches("\\d.*")).toList();
    List<String> points = points(tex, "relax");
    assertEquals(61, points.size());
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      assertEquals(cells[0] + "," + cells[3].toLowerCase(Locale.ROOT), points.get(i));
    }
    assertFalse(tex.contains("\\includegraphics") || tex.contains("table "));
  }

  @Test
  void words_areLatex() throws Exception {
    DressedFiles done =
        theta("--title=50 % of λ_1 & c(z\u0303) → ∞, #1 {é}", "--xlabel=none", "--ylabel=σ²");
    String tex = done.read("theta.tex");
    assertTrue(
        tex.contains(
            "{50 \\% of $\\lambda $$_{1}$ \\& c($\\tilde{z}$) $\\rightarrow $ $\\infty $,"
                + " \\#1 \\{é\\}}"),
        tex.lines().filter(line -> line.contains("50 ")).findFirst().orElse(tex));
    assertTrue(tex.contains("{$\\sigma $$^2$}"));
    assertFalse(tex.contains("{step}"));
  }

  @Test
  void limits_areThoseOfTheAxis() throws Exception {
    String tex = theta("--xlim=10:40", "--ylim=-1:0.5").read("theta.tex");
    assertTrue(tex.contains("xmin=10,xmax=40,") && tex.contains("ymin=-1,ymax=0.5,"));
  }

  @ParameterizedTest
  @EnumSource(LegendPlace.class)
  void legend_namesEveryEstimator_orNone(LegendPlace place) throws Exception {
    String tex = theta("--legend=" + place.key()).read("theta.tex");
    for (String name : List.of("Exact", "REBAR", "RELAX")) {
      assertEquals(place != LegendPlace.NONE, tex.contains("{" + name + "};"), name);
    }
  }

  @Test
  void titleNone_leavesNoHeading() throws Exception {
    assertFalse(theta("--title=none").read("theta.tex").contains("{Parameters"));
    assertTrue(theta("--title=own").read("theta.tex").contains("{Parameters"));
  }

  @Test
  void estimators_areASubset_inTheirOrder() throws Exception {
    String tex = theta("--estimators=relax,exact").read("theta.tex");
    assertTrue(tex.contains("{RELAX};"));
    assertTrue(tex.indexOf("{RELAX};") < tex.indexOf("{Exact};"));
    assertFalse(tex.contains("REBAR};") || tex.contains("ink-rebar"));
  }

  @Test
  void signsThatLatexLacks_areTold() throws Exception {
    DressedFiles done = theta("--title=a ⇄ b");
    assertTrue(done.err().contains("theta.tex: LaTeX has no words for ⇄"), done.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"above", "ends"})
  void everyChart_compiles_onAPageOfItsSize(String legend) throws Exception {
    String every =
        "--chart="
            + String.join(",", Charts.catalogue().entries().stream().map(ChartEntry::key).toList());
    DressedFiles done =
        DressedFiles.of(folder, "all", every, "--format=pgfplots", "--legend=" + legend);
    for (var chart : Charts.catalogue().entries()) {
      try (PDDocument document = TexFile.compiled(done.folder().resolve(chart.key() + ".tex"))) {
        assertEquals(1, document.getNumberOfPages());
        assertEquals(453.5, document.getPage(0).getMediaBox().getWidth(), 1);
        assertEquals(255.1, document.getPage(0).getMediaBox().getHeight(), 1);
      }
    }
    try (PDDocument document = TexFile.compiled(done.folder().resolve("theta.tex"))) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("REBAR") && text.contains("step") && text.contains("60"), text);
    }
  }

  /// The episode over the map of a policy is a line in the order of time, from a spot on.
  @Test
  void path_keepsTheOrderOfItsPoints_andCompiles() throws Exception {
    Path scenario =
        Files.writeString(
            folder.resolve("pole.toml"),
            """
            voidscope = 1
            [problem]
            name = "cartpole"
            [run]
            steps = 30
            replicates = 1
            measure-samples = 0
            [[estimator]]
            name = "a2c"
            """);
    Captured done =
        Captured.run(
            "export",
            scenario.toString(),
            "--out=" + folder,
            "--chart=policy-map",
            "--format=pgfplots,csv");
    assertEquals(0, done.code(), done.err());
    String tex = Files.readString(folder.resolve("policy-map.tex"));
    List<String> rows =
        Files.readString(folder.resolve("policy-map.csv"))
            .lines()
            .filter(line -> line.startsWith("episode 30,"))
            .toList();
    List<String> points = points(tex, "f");
    assertEquals(rows.size(), points.size());
    assertTrue(rows.size() > 5, "it falls over");
    int back = 0;
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i).split(",", -1);
      String[] point = points.get(i).split(",", -1);
      assertEquals(Double.parseDouble(row[1]), Double.parseDouble(point[0]), 1e-5);
      assertEquals(Double.parseDouble(row[2]), Double.parseDouble(point[1]), 1e-5);
      String[] before = rows.get(Math.max(0, i - 1)).split(",", -1);
      back += Double.parseDouble(row[1]) < Double.parseDouble(before[1]) ? 1 : 0;
    }
    assertTrue(back > 0 && back < rows.size() - 1, back + " of " + rows.size() + " go left");
    assertTrue(tex.contains("mark indices={1}"));
    TexFile.compiled(folder.resolve("policy-map.tex")).close();
  }

  @Test
  void figure_standsInAPaper() throws Exception {
    theta();
    Path paper =
        Files.writeString(
            folder.resolve("out/paper.tex"),
            """
            \\documentclass{article}
            \\usepackage{pgfplots}
            \\begin{document}
            Before it.

            \\noindent\\resizebox{\\textwidth}{!}{\\input{theta.tex}}

            After it.
            \\end{document}
            """);
    try (PDDocument document = TexFile.compiled(paper)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Before") && text.contains("After it.") && text.contains("RELAX"));
    }
  }
}
