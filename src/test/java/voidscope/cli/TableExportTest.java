package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.laboratory.Opening;
import voidscope.laboratory.TexCells;

/// The comparison of a run without a window.
class TableExportTest {
  @TempDir private Path folder = Path.of("");

  private DressedFiles table(String... options) throws Exception {
    return DressedFiles.own(
        folder, "out", Stream.concat(Stream.of("--table"), Stream.of(options)).toList());
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void table_isAlone_andTold() throws Exception {
    Path scenario = folder.resolve("run.toml");
    table();
    assertEquals(List.of("comparison.tex"), names(folder.resolve("out")));
    Path out = folder.resolve("again");
    Captured done = Captured.run("export", scenario.toString(), "--table", "--out=" + out);
    assertEquals(out.resolve("comparison.tex") + System.lineSeparator(), done.out());
  }

  @Test
  void table_liesBesideFigures_thatAreAskedFor() throws Exception {
    table("--chart=theta");
    assertEquals(
        List.of("comparison.tex", "theta.pdf", "theta.toml"), names(folder.resolve("out")));
  }

  @Test
  void anEarlierTable_isTold() throws Exception {
    table();
    DressedFiles later = DressedFiles.own(folder, "out", List.of("--chart=theta"));
    assertTrue(later.err().contains("earlier export: comparison.tex"), later.err());
  }

  /// Everybody of the lecture has a row, those in the run with what is measured of them.
  @Test
  void rows_areThoseOfTheWindow() throws Exception {
    List<List<String>> rows = TexCells.of(table().read("comparison.tex")).rows();
    List<String> names = rows.stream().skip(2).map(List::getFirst).toList();
    assertEquals(
        Estimators.catalogue().entries().stream()
            .filter(entry -> entry.place() != EstimatorEntry.Place.FURTHER)
            .map(EstimatorEntry::label)
            .toList(),
        names);
    List<String> rebar = rows.get(2 + names.indexOf("REBAR"));
    assertTrue(rebar.get(10).matches("\\d\\.\\d\\d(·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"), rebar.toString());
    assertTrue(rebar.get(12).matches("[\\d.]+ (ns|µs|ms|s)"), rebar.toString());
    assertEquals("not in the run", rows.get(2 + names.indexOf("REINFORCE")).getLast());
  }

  @Test
  void scenario_isCarried() throws Exception {
    Opening opening = Opening.read(table().folder().resolve("comparison.tex"));
    assertEquals(60, opening.scenario().run().real("steps"));
    assertEquals(3, opening.scenario().estimators().size());
  }

  @Test
  void table_compiles_onAPageOfItsSize_andInAPaper() throws Exception {
    Path tex = table().folder().resolve("comparison.tex");
    try (PDDocument document = TexFile.compiled(tex)) {
      assertEquals(1, document.getNumberOfPages());
      assertTrue(document.getPage(0).getMediaBox().getWidth() > 500);
      assertTrue(document.getPage(0).getMediaBox().getHeight() < 300);
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("REBAR") && text.contains("not in the run"), text);
      assertTrue(text.contains("measured now"), text);
    }
    Path paper =
        Files.writeString(
            tex.resolveSibling("paper.tex"),
            """
            \\documentclass{article}
            \\textwidth=720pt
            \\begin{document}
            Before it.

            \\noindent{\\footnotesize\\input{comparison.tex}}

            After it.
            \\end{document}
            """);
    try (PDDocument document = TexFile.compiled(paper)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Before") && text.contains("After it.") && text.contains("REBAR"));
    }
  }

  @Test
  void table_needsNoPackage() throws Exception {
    String tex = table().read("comparison.tex");
    assertFalse(tex.contains("\\usepackage") || tex.contains("\\toprule"));
  }
}
