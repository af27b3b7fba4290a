package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Figures of one export as their readers find them: the texts of an SVG with their places, the
/// letters of a PDF with theirs, pixels.
///
/// @param folder with `theta.pdf`, `theta.svg`, `theta.png`, …
/// @param err what the export has told
record DressedFiles(Path folder, String err) {
  private static final Pattern TEXT =
      Pattern.compile("<text x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"[^>]*>([^<]*)</text>");
  private static final Pattern TURNED = Pattern.compile("<text transform=[^>]*>([^<]*)</text>");
  private static final Pattern CLIP =
      Pattern.compile(
          "<clipPath id=\"clip1\"><rect x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" width=\"([0-9.]+)\""
              + " height=\"([0-9.]+)\"/>");
  private static final String RUN =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      measure-samples = 50
      measure-every = 5
      steps = 60
      [[estimator]]
      name = "exact"
      [[estimator]]
      name = "rebar"
      [[estimator]]
      name = "relax"
      """;

  /// A text that stands upright.
  record Text(String text, double x, double y) {}

  /// Exports a small run.
  static DressedFiles of(Path place, String name, String... options) throws IOException {
    Path scenario = Files.writeString(place.resolve("run.toml"), RUN);
    return of(scenario, place.resolve(name), options);
  }

  /// Exports a scenario, on paper of 160 × 90 mm.
  static DressedFiles of(Path scenario, Path out, String... options) {
    List<String> all = new ArrayList<>(List.of("export", scenario.toString(), "--out=" + out));
    if (Stream.of(options).noneMatch(option -> option.startsWith("--format"))) {
      all.add("--format=pdf,svg,png");
    }
    if (Stream.of(options).noneMatch(option -> option.startsWith("--preset"))) {
      all.add("--preset=beamer");
    }
    all.addAll(List.of(options));
    return own(scenario, out, all.subList(3, all.size()));
  }

  /// Exports a small run with these options alone.
  static DressedFiles own(Path place, String name, List<String> options) throws IOException {
    return own(Files.writeString(place.resolve("run.toml"), RUN), place.resolve(name), options);
  }

  /// Exports a scenario with these options alone.
  static DressedFiles own(Path scenario, Path out, List<String> options) {
    List<String> all = new ArrayList<>(List.of("export", scenario.toString(), "--out=" + out));
    all.addAll(options);
    Captured done = Captured.run(all.toArray(String[]::new));
    assertEquals(0, done.code(), done.err());
    return new DressedFiles(out, done.err());
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /// The upright texts of an SVG.
  List<Text> texts(String chart) throws IOException {
    return TEXT.matcher(read(chart + ".svg"))
        .results()
        .map(
            found ->
                new Text(
                    plain(found.group(3)),
                    Double.parseDouble(found.group(1)),
                    Double.parseDouble(found.group(2))))
        .toList();
  }

  /// The texts of an SVG that stand on their side.
  List<String> turned(String chart) throws IOException {
    return TURNED
        .matcher(read(chart + ".svg"))
        .results()
        .map(found -> plain(found.group(1)))
        .toList();
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /// The text of an SVG that is this one.
  Text text(String chart, String wanted) throws IOException {
    return texts(chart).stream()
        .filter(each -> each.text().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no text \"" + wanted + "\" in " + chart));
  }

  boolean has(String chart, String wanted) throws IOException {
    return texts(chart).stream().anyMatch(each -> each.text().equals(wanted));
  }

  /// The place of the data in an SVG.
  Rectangle2D plot(String chart) throws IOException {
    Matcher clip = CLIP.matcher(read(chart + ".svg"));
    assertTrue(clip.find());
    double[] r = new double[4];
    for (int i = 0; i < 4; i++) {
      r[i] = Double.parseDouble(clip.group(i + 1));
    }
    return new Rectangle2D.Double(r[0], r[1], r[2], r[3]);
  }

  /// The right edge of the place of the data.
  double right(String chart) {
    try {
      return plot(chart).getMaxX();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The letters of a PDF, in which marks stand behind what they mark.
  String pdfText(String chart) throws IOException {
    try (PDDocument document = Loader.loadPDF(folder.resolve(chart + ".pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  BufferedImage png(String chart) throws IOException {
    return ImageIO.read(folder.resolve(chart + ".png").toFile());
  }

  /// A PDF as an independent reader draws it, as large as the PNG.
  BufferedImage pdfPicture(String chart) throws IOException {
    try (PDDocument document = Loader.loadPDF(folder.resolve(chart + ".pdf").toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 300);
    }
  }

  /// Demands that the letters of the PDF stand where the SVG has them, and that the PNG looks like
  /// the PDF, far more than another figure does.
  void agree(String chart, DressedFiles other) throws IOException {
    Map<String, List<Text>> letters =
        letters(chart).stream().collect(Collectors.groupingBy(Text::text));
    for (Text text : texts(chart)) {
      String first = Character.toString(text.text().codePointAt(0));
      Predicate<Text> there =
          letter -> Math.abs(letter.x() - text.x()) < .7 && Math.abs(letter.y() - text.y()) < .7;
      assertTrue(letters.getOrDefault(first, List.of()).stream().anyMatch(there), text.toString());
    }
    BufferedImage png = png(chart);
    double apart = difference(png, other.png(chart));
    double difference = difference(png, pdfPicture(chart));
    assertTrue(difference < .5 * apart, difference + " against " + apart);
  }

  private List<Text> letters(String chart) throws IOException {
    List<Text> letters = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(folder.resolve(chart + ".pdf").toFile())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          letters.add(new Text(letter.getUnicode(), letter.getX(), letter.getY()));
        }
      }.getText(document);
    }
    return letters;
  }

  /// The mean difference of the green channel.
  static double difference(BufferedImage a, BufferedImage b) {
    int width = Math.min(a.getWidth(), b.getWidth());
    int height = Math.min(a.getHeight(), b.getHeight());
    assertTrue(a.getWidth() - width <= 1 && b.getWidth() - width <= 1);
    assertTrue(a.getHeight() - height <= 1 && b.getHeight() - height <= 1);
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
      }
    }
    return sum / (width * height);
  }
}
