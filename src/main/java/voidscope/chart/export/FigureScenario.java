package voidscope.chart.export;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import voidscope.chart.series.CarriedView;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;

/// Reads a scenario, from its own file or out of a figure that carries it. What a file is, its
/// first bytes tell, not its name.
public final class FigureScenario {
  private static final int LOOK_AHEAD = 4096;
  private static final String WANTED = "a scenario, or a figure that carries one";

  private FigureScenario() {}

  /// Reads a scenario file, or a PDF, SVG, PNG or CSV that was exported.
  ///
  /// @throws ScenarioException if it cannot be read, carries no scenario or says something it must
  ///   not
  public static Scenario read(Path path) throws ScenarioException {
    return carried(path).scenario();
  }

  /// What a file carries.
  ///
  /// @param scenario the scenario
  /// @param view how the charts were looked at; empty if the file does not tell
  public record Carried(Scenario scenario, Optional<CarriedView> view) {}

  /// Reads what a scenario file, or a PDF, SVG, PNG or CSV that was exported, carries.
  ///
  /// @throws ScenarioException if it cannot be read, carries no scenario or says something it must
  ///   not
  public static Carried carried(Path path) throws ScenarioException {
    String name = String.valueOf(path.getFileName());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      in.mark(LOOK_AHEAD);
      String start = new String(in.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1);
      in.reset();
      if (start.startsWith("%PDF")) {
        return parse(name, "PDF", pdf(path));
      } else if (start.startsWith("\u0089PNG")) {
        return parse(name, "PNG", png(in));
      } else if (start.contains("<svg")) {
        return parse(name, "SVG", svg(in));
      } else if (start.startsWith(FigureCsv.FIRST)) {
        return parse(name, "CSV", csv(path));
      } else if (start.startsWith("<") || start.indexOf('\0') >= 0) {
        throw new ScenarioException(path.toString(), 0, "", WANTED, "another kind of file");
      }
    } catch (NoSuchFileException e) {
      throw new ScenarioException(path.toString(), 0, "", WANTED, "no such file");
    } catch (IOException e) {
      throw new ScenarioException(
          path.toString(), 0, "", WANTED, "a file that cannot be read: " + e.getMessage());
    }
    return new Carried(ScenarioFile.read(path), view(path));
  }

  private static Optional<CarriedView> view(Path path) {
    try {
      return ViewText.parse(Files.readString(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Carried parse(String name, String kind, Optional<String> text)
      throws ScenarioException {
    if (text.isEmpty()) {
      throw new ScenarioException(
          name, 0, "", "a figure that carries its scenario", "a " + kind + " without one");
    }
    return new Carried(ScenarioFile.parse(name, text.get()), ViewText.parse(text.get()));
  }

  private static Optional<String> pdf(Path path) throws IOException {
    try (PDDocument document = Loader.loadPDF(path.toFile())) {
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

  private static Optional<String> png(InputStream in) throws IOException {
    try {
      return PngText.scenario(in);
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> svg(InputStream in) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // else it prints to the terminal
      var found = builder.parse(in).getElementsByTagNameNS(SvgSheet.SPACE, "scenario");
      Node first = found.item(0);
      return Optional.ofNullable(first).map(Node::getTextContent);
    } catch (ParserConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    } catch (SAXException e) {
      throw new IOException("it is no valid XML (" + e.getMessage() + ")", e);
    }
  }

  private static Optional<String> csv(Path path) throws IOException {
    try (var lines = Files.lines(path)) {
      String text =
          lines
              .takeWhile(line -> line.startsWith("#"))
              .filter(line -> line.startsWith(FigureCsv.SCENARIO))
              .map(line -> line.substring(FigureCsv.SCENARIO.length()).strip())
              .collect(Collectors.joining("\n", "", "\n"));
      return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
  }
}
