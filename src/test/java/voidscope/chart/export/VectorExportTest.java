package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;

/// Vector figures, and the scenario in every kind of figure.
class VectorExportTest {
  private static final Look LOOK = Look.export(Palette.light(), 12);
  private static final Origin ORIGIN = Origins.standard();

  @TempDir Path folder = Path.of(".");

  private static Figure signs() {
    Figure sample = FigureSample.loss(50, 100);
    return new Figure(
        "∂f(σ(z/λ))/∂θ − η∇c_φ(z̃)",
        Figure.Axis.fitting("tr Cov ĝᵀ₀ & ½‖μ‖·10⁻³ < ∞"),
        Figure.Axis.fitting("α_θ·10⁻³"),
        sample.lines(),
        sample.levels(),
        List.of(new Figure.Event(50, "λ .5 → .1")));
  }

  private Path pdf(Figure figure) throws IOException {
    Path file = folder.resolve("figure.pdf");
    FigureExport.pdf(figure, file, 400, 300, LOOK, ORIGIN);
    return file;
  }

  @Test
  @DisplayName("a PDF has its size, embedded fonts only, and its text as text, Greek included")
  void pdfText() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(signs()).toFile())) {
      var page = document.getPage(0);
      assertEquals(400, page.getMediaBox().getWidth());
      assertEquals(300, page.getMediaBox().getHeight());
      int fonts = 0;
      for (var name : page.getResources().getFontNames()) {
        assertTrue(page.getResources().getFont(name).isEmbedded());
        fonts++;
      }
      assertEquals(4, fonts);
      String text = new PDFTextStripper().getText(document);
      for (String part :
          List.of(
              "∂f(σ(z/λ))/∂θ − η",
              "∇",
              "φ",
              "₀",
              "tr Cov ĝ",
              "½‖μ‖·10⁻³ < ∞",
              "λ .5 → .1",
              "RELAX")) {
        assertTrue(text.contains(part), part + " in " + text);
      }
      assertEquals(signs().title(), document.getDocumentInformation().getTitle());
      assertEquals(
          "Voidscope 0.2.0, seed 42, step 7", document.getDocumentInformation().getSubject());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  @DisplayName("a PDF shows what a PNG shows")
  void pdfPicture(int index) throws IOException {
    Figure figure = FigureSample.four(200, 1000).get(index);
    BufferedImage expected = FigureExport.picture(figure, 800, 600, 2, LOOK);
    try (PDDocument document = Loader.loadPDF(pdf(figure).toFile())) {
      BufferedImage found = new PDFRenderer(document).renderImage(0, 2);
      assertEquals(800, found.getWidth());
      BufferedImage other =
          FigureExport.picture(
              FigureSample.four(200, 1000).get((index + 1) % 4), 800, 600, 2, LOOK);
      double apart = difference(found, other);
      double difference = difference(found, expected);
      assertTrue(difference < .25 * apart, difference + " against " + apart);
    }
  }

  /// The mean difference of the green channel.
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
      }
    }
    return sum / (a.getWidth() * a.getHeight());
  }

  @Test
  @DisplayName("an SVG holds its text as text, and a glyph for every sign of it")
  void svgText() throws IOException {
    String svg = FigureExport.svg(signs(), 400, 300, LOOK, ORIGIN);
    assertTrue(svg.contains("width=\"400pt\" height=\"300pt\" viewBox=\"0 0 400 300\""));
    assertTrue(svg.contains(">∂f(σ(z/λ))/∂θ − η</text>"), svg);
    assertTrue(svg.contains(">tr Cov ĝ</text>") || svg.contains(">tr Cov ĝ"), svg);
    assertTrue(svg.contains("½‖μ‖·10⁻³ &lt; ∞</text>"), svg);
    var written = new TreeSet<Integer>();
    var texts =
        Pattern.compile("<text[^>]*font-family=\"([^,]*),[^>]*>([^<]*)</text>").matcher(svg);
    while (texts.find()) {
      texts.group(2).replace("&lt;", "<").replace("&amp;", "&").codePoints().forEach(written::add);
    }
    var held = new TreeSet<Integer>();
    var faces = Pattern.compile("base64,([^)]*)\\)").matcher(svg);
    while (faces.find()) {
      byte[] bytes = Base64.getDecoder().decode(faces.group(1));
      try (var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
        var glyphs = font.getUnicodeCmapLookup();
        written.stream().filter(sign -> glyphs.getGlyphId(sign) != 0).forEach(held::add);
      }
    }
    assertEquals(written, held);
    assertFalse(svg.contains("<image"));
  }

  @Test
  @DisplayName("without a ground nothing is painted below the figure")
  void transparent() {
    Look bare = Look.export(Palette.light().transparent(), 12);
    assertEquals(0, FigureExport.picture(signs(), 200, 150, 1, bare).getRGB(1, 1));
    assertEquals(-1, FigureExport.picture(signs(), 200, 150, 1, LOOK).getRGB(1, 1));
    String svg = FigureExport.svg(signs(), 400, 300, bare, ORIGIN);
    assertFalse(svg.contains("fill=\"#ffffff\""), svg);
    assertTrue(FigureExport.svg(signs(), 400, 300, LOOK, ORIGIN).contains("fill=\"#ffffff\""));
  }

  @Test
  @DisplayName("the handout is black and grey")
  void monochrome() {
    Look look = Presets.catalogue().get("handout").look(true, false);
    String svg = FigureExport.svg(FigureSample.four(50, 100).get(0), 400, 300, look, ORIGIN);
    var colours = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\"").matcher(svg);
    int count = 0;
    while (colours.find()) {
      assertEquals(colours.group(1), colours.group(2));
      assertEquals(colours.group(1), colours.group(3));
      count++;
    }
    assertTrue(count > 20);
  }

  @ParameterizedTest
  @EnumSource(FigureFormat.class)
  @DisplayName("every kind of figure gives its scenario back, whatever the file is called")
  void scenario(FigureFormat format) throws IOException, ScenarioException {
    Path file = folder.resolve("renamed.dat");
    Origins.write(format, file);
    FigureScenario.Carried carried =
        FigureScenario.find(file, Files.readAllBytes(file)).orElseThrow();
    assertEquals(Optional.of(Origins.VIEW), carried.view());
    Scenario found = carried.scenario();
    assertEquals(ScenarioFile.parse("origin", ORIGIN.scenario()), found);
    assertEquals(7, found.run().real("steps"));
    assertEquals(1, found.events().size());
  }

  @Test
  @DisplayName("a figure of another program is refused by name")
  void foreign() throws IOException, ScenarioException {
    Path svg =
        Files.writeString(folder.resolve("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    refused(svg, "a SVG without one");
    Path broken = Files.writeString(folder.resolve("b.svg"), "<svg");
    refused(broken, "no valid XML");
    Path page = Files.writeString(folder.resolve("c.html"), "<html></html>");
    assertTrue(FigureScenario.find(page, Files.readAllBytes(page)).isEmpty());
    Path png = folder.resolve("d.png");
    javax.imageio.ImageIO.write(
        new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png.toFile());
    refused(png, "a PNG without one");
    Path cut =
        Files.write(folder.resolve("e.png"), java.util.Arrays.copyOf(Files.readAllBytes(png), 20));
    refused(cut, "a PNG without one");
    Path pdf = Files.writeString(folder.resolve("f.pdf"), "%PDF-1.7\nnothing");
    refused(pdf, "cannot be read");
    try (var document = new PDDocument()) {
      document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      document.save(pdf.toFile());
    }
    refused(pdf, "a PDF without one");
  }

  private static void refused(Path file, String why) {
    var e =
        assertThrows(
            ScenarioException.class, () -> FigureScenario.find(file, Files.readAllBytes(file)));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(why) && message.contains("" + file.getFileName()), message);
  }

  @Test
  @DisplayName("a PNG tells its resolution, so that its size on paper is the preset's")
  void resolution() throws IOException {
    Path file = folder.resolve("a.png");
    FigureExport.png(FigureSample.loss(10, 10), file, 300, 200, 300 / 72.0, LOOK, ORIGIN);
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertEquals(11811, java.nio.ByteBuffer.wrap(bytes).getInt(at + 4));
  }

  @Test
  @DisplayName("own sizes are read in mm, in and px, and nonsense is not")
  void ownSizes() {
    Preset paper = Preset.own("127 x 50.8 mm").orElseThrow();
    assertEquals(360, paper.width(), 1e-9);
    assertEquals(144, paper.height(), 1e-9);
    assertEquals(1500, paper.pixelWidth());
    Preset screen = Preset.own("1280×721px").orElseThrow();
    assertEquals(1280, screen.pixelWidth());
    assertEquals(721, screen.pixelHeight());
    assertEquals(5 * 72, Preset.own("5x3in").orElseThrow().width());
    for (String wrong : List.of("", "12", "120x80", "120x80cm", "1x1mm", "1e9x3in", "0x0in")) {
      assertTrue(Preset.own(wrong).isEmpty(), wrong);
    }
  }
}
