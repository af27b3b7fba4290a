package voidscope.chart.export;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

/// Finds the scenario in the content of a file: its own, or a figure that carries it. What a file
/// is, its first bytes tell, not its name.
public final class FigureScenario {
  private static final int LOOK_AHEAD = 4096;
  private static final String CARRYING = "a figure that carries its scenario";

  private FigureScenario() {}

  /// What a file carries.
  ///
  /// @param scenario the scenario
  /// @param view how the charts were looked at; empty if the file does not tell
  public record Carried(Scenario scenario, Optional<CarriedView> view) {}

  /// Finds what a scenario's file, or a PDF, SVG, PNG or CSV that was exported, carries.
  ///
  /// @param file where the content stands: it gives the name for messages, and the folder from
  ///   which a scenario names its files
  /// @param content all of it, which is kept nowhere
  /// @return empty if it is neither a figure nor a text that tells a version of scenarios
  /// @throws ScenarioException if it is one of them, and cannot be read, carries no scenario or
  ///   says something it must not
  public static Optional<Carried> find(Path file, byte[] content) throws ScenarioException {
    String name = String.valueOf(file.getFileName());
    String start =
        new String(content, 0, Math.min(LOOK_AHEAD, content.length), StandardCharsets.ISO_8859_1);
    try {
      if (start.startsWith("%PDF")) {
        return Optional.of(parse(name, "PDF", pdf(content)));
      } else if (start.startsWith("\u0089PNG")) {
        return Optional.of(parse(name, "PNG", png(content)));
      } else if (start.contains("<svg")) {
        return Optional.of(parse(name, "SVG", svg(content)));
      } else if (start.startsWith(FigureCsv.FIRST)) {
        return Optional.of(parse(name, "CSV", csv(name, text(name, content))));
      }
    } catch (IOException e) {
      throw new ScenarioException(
          name, 0, "", CARRYING, "a figure that cannot be read: " + e.getMessage());
    }
    if (start.indexOf('\0') >= 0 || !ScenarioFile.begins(content)) {
      return Optional.empty();
    }
    String text = text(name, content);
    return Optional.of(
        new Carried(ScenarioFile.parse(name, text, folder(file)), ViewText.parse(text)));
  }

  private static Path folder(Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    return folder == null ? whole : folder;
  }

  private static String text(String name, byte[] content) throws ScenarioException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new ScenarioException(name, 0, "", "text in UTF-8", "other bytes");
    }
  }

  private static Carried parse(String name, String kind, Optional<String> text)
      throws ScenarioException {
    if (text.isEmpty()) {
      throw new ScenarioException(name, 0, "", CARRYING, "a " + kind + " without one");
    }
    return new Carried(ScenarioFile.parse(name, text.get()), ViewText.parse(text.get()));
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

  private static Optional<String> svg(byte[] content) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // else it prints to the terminal
      var found =
          builder
              .parse(new ByteArrayInputStream(content))
              .getElementsByTagNameNS(SvgSheet.SPACE, "scenario");
      Node first = found.item(0);
      return Optional.ofNullable(first).map(Node::getTextContent);
    } catch (ParserConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    } catch (SAXException e) {
      throw new IOException("it is no valid XML (" + e.getMessage() + ")", e);
    }
  }

  /// The lines of a table follow its comments: where none does, the scenario may be half of one.
  private static Optional<String> csv(String name, String content) throws ScenarioException {
    List<String> comments = content.lines().takeWhile(line -> line.startsWith("#")).toList();
    String text =
        comments.stream()
            .filter(line -> line.startsWith(FigureCsv.SCENARIO))
            .map(line -> line.substring(FigureCsv.SCENARIO.length()).strip())
            .collect(Collectors.joining("\n", "", "\n"));
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (comments.size() == content.lines().count()) {
      throw new ScenarioException(name, 0, "", CARRYING, "a truncated CSV");
    }
    return Optional.of(text);
  }
}
