package voidscope.chart.export;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.CarriedView;
import voidscope.data.Places;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.ScenarioText;

/// Finds the scenario in the content of a file: its own, or a figure that carries it. What a file
/// is, its structure tells, not its name.
public final class FigureScenario {
  private static final int LOOK_AHEAD = 4096;
  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final String CARRYING = "a figure that carries its scenario";

  private FigureScenario() {}

  /// What a file carries.
  ///
  /// @param scenario the scenario
  /// @param view how the charts were looked at; empty if the file does not tell
  public record Carried(Scenario scenario, Optional<CarriedView> view) {}

  /// Whether a file begins as a figure does, be it one or not.
  ///
  /// @param start its first bytes
  public static boolean begins(byte[] start) {
    String text = start(start);
    return isPdf(text)
        || isPng(text)
        || text.startsWith(GifFile.FIRST)
        || ResavedCsv.begins(text)
        || text.startsWith(PgfFigure.FIRST)
        || text.startsWith("<");
  }

  /// Finds what a scenario's file, or a PDF, SVG, PNG, GIF, LaTeX file or CSV that was exported,
  /// carries.
  ///
  /// @param file where the content stands: it gives the name for messages, and the folder from
  ///   which a scenario names its files
  /// @param content all of it, which is kept nowhere
  /// @return empty if it is neither a figure nor a text that tells a version of scenarios
  /// @throws ScenarioException if it is one of them, and cannot be read, carries no scenario or
  ///   says something it must not
  public static Optional<Carried> find(Path file, byte[] content) throws ScenarioException {
    String name = String.valueOf(file.getFileName());
    String start = start(content);
    try {
      if (isPdf(start)) {
        return Optional.of(parse(file, "PDF", pdf(content)));
      } else if (isPng(start)) {
        return Optional.of(parse(file, "PNG", png(content)));
      } else if (start.startsWith(GifFile.FIRST)) {
        return Optional.of(parse(file, "GIF", GifFile.scenario(content)));
      } else if (ResavedCsv.begins(start)) {
        return Optional.of(parse(file, "CSV", csv(name, ScenarioText.of(name, content))));
      } else if (start.startsWith(PgfFigure.FIRST)) {
        String text = ScenarioText.of(name, content);
        return Optional.of(parse(file, "LaTeX file", PgfFigure.scenario(text)));
      } else if (start.startsWith("<")) {
        SvgScenario.Content xml = SvgScenario.of(content);
        return xml.svg() ? Optional.of(parse(file, "SVG", xml.scenario())) : Optional.empty();
      }
    } catch (IOException e) {
      throw new ScenarioException(
          name, 0, "", CARRYING, "a figure that cannot be read: " + e.getMessage());
    }
    boolean utf8 = ScenarioText.otherEncoding(content).isEmpty();
    String letters = new String(content, StandardCharsets.ISO_8859_1);
    if (utf8 && (start.indexOf('\0') >= 0 || !ScenarioFile.tells(unmarked(letters)))) {
      return Optional.empty();
    }
    String text = ScenarioText.of(name, content);
    return Optional.of(
        new Carried(ScenarioFile.parse(name, text, Places.folder(file)), ViewText.parse(text)));
  }

  private static boolean isPdf(String start) {
    return start.startsWith("%PDF");
  }

  private static boolean isPng(String start) {
    return start.startsWith("\u0089PNG");
  }

  /// The first letters, without blanks in front.
  private static String start(byte[] content) {
    int length = Math.min(LOOK_AHEAD, content.length);
    boolean wide = !ScenarioText.otherEncoding(content).isEmpty();
    Charset letters = wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    return unmarked(new String(content, 0, length, letters)).stripLeading();
  }

  /// Without UTF-8's mark of the byte order, as Latin letters show it.
  private static String unmarked(String letters) {
    return letters.startsWith(MARK) ? letters.substring(MARK.length()) : letters;
  }

  private static Carried parse(Path file, String kind, Optional<String> text)
      throws ScenarioException {
    String name = String.valueOf(file.getFileName());
    if (text.isEmpty()) {
      throw new ScenarioException(name, 0, "", CARRYING, "a " + kind + " without one");
    }
    return new Carried(
        ScenarioFile.parse(name, text.get(), Places.folder(file)), ViewText.parse(text.get()));
  }

  private static Optional<String> pdf(byte[] content) throws IOException {
    try (PDDocument document = Loader.loadPDF(content)) {
      var names = document.getDocumentCatalog().getNames();
      @Nullable PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
      if (files == null || files.getNames() == null) {
        return Optional.empty();
      }
      PDComplexFileSpecification file = files.getNames().get(PdfSheet.SCENARIO);
      return file == null || file.getEmbeddedFile() == null
          ? Optional.empty()
          : Optional.of(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
    }
  }

  private static Optional<String> png(byte[] content) throws IOException {
    try {
      return PngText.scenario(new ByteArrayInputStream(content));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /// The lines of a table follow its comments: where none does, the scenario may be half of one.
  private static Optional<String> csv(String name, String content) throws ScenarioException {
    List<String> comments = ResavedCsv.comments(content);
    String text =
        ResavedCsv.scenario(
            comments.stream()
                .filter(line -> line.startsWith(FigureCsv.SCENARIO))
                .map(line -> line.substring(FigureCsv.SCENARIO.length()).strip())
                .toList());
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > ScenarioText.LONGEST) {
      throw new ScenarioException(
          name,
          0,
          "",
          "a scenario among its comments",
          ScenarioText.tooLong(text.length() + " bytes"));
    }
    if (comments.size() == content.lines().count()) {
      throw new ScenarioException(name, 0, "", CARRYING, "a truncated CSV");
    }
    return Optional.of(text);
  }
}
