package voidscope.chart.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// The scenario in an SVG. What makes one is its root element: prolog, comments, a document type or
/// a mark of the byte order may stand before it, and a text that only speaks of `<svg` is none.
final class SvgScenario extends DefaultHandler {
  private static final String ROOT = "svg";
  private static final String SCENARIO = "scenario";
  private static final int LOOK_AHEAD = 4096;

  /// The beginning of an XML whose root is SVG's, as far as it can be told of one that is broken.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s+svg[^>]*>)*+<(?:[\\w.-]+:)?svg\\b.*",
          Pattern.DOTALL);

  private @Nullable String root;
  private final StringBuilder text = new StringBuilder();
  private boolean within;
  private boolean found;

  private SvgScenario() {}

  /// What an XML turns out to be.
  ///
  /// @param svg whether its root is SVG's
  /// @param scenario what it carries
  record Content(boolean svg, Optional<String> scenario) {}

  /// Looks at a content that begins as XML does.
  ///
  /// @throws IOException if it is an SVG, and no valid XML
  static Content of(byte[] content) throws IOException {
    SvgScenario handler = new SvgScenario();
    try {
      parser().parse(new ByteArrayInputStream(content), handler);
    } catch (ParserConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    } catch (SAXException e) {
      boolean svg = handler.root == null ? beginsAsSvg(content) : ROOT.equals(handler.root);
      if (svg) {
        throw new IOException("it is no valid XML (" + e.getMessage() + ")", e);
      }
    }
    boolean svg = ROOT.equals(handler.root);
    return new Content(
        svg, svg && handler.found ? Optional.of(handler.text.toString()) : Optional.empty());
  }

  private static SAXParser parser() throws ParserConfigurationException, SAXException {
    var factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return parser;
  }

  private static boolean beginsAsSvg(byte[] content) {
    int length = Math.min(content.length, LOOK_AHEAD);
    String start = new String(content, 0, length, StandardCharsets.UTF_8);
    return BEGINNING.matcher(start.replaceFirst("^\uFEFF", "")).matches();
  }

  @Override
  public void startElement(String space, String name, String qualified, Attributes attributes) {
    if (root == null) {
      root = name;
    }
    within = !found && space.equals(SvgSheet.SPACE) && name.equals(SCENARIO);
    found |= within;
  }

  @Override
  public void characters(char[] letters, int from, int length) {
    if (within) {
      text.append(letters, from, length);
    }
  }

  @Override
  public void endElement(String space, String name, String qualified) {
    within = false;
  }

  /// Thrown on, where a handler of its own would print to the terminal.
  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }
}
