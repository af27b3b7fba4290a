package voidscope.chart.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import voidscope.chart.look.Typeface;

/// A page as PDF. Text stays text, in the bundled typefaces, embedded as subsets; the scenario is
/// attached. There is no date and no random identity in it, so that equal figures are equal files.
final class PdfSheet implements VectorSheet, AutoCloseable {
  /// Name of the attached scenario.
  static final String SCENARIO = "scenario.toml";

  /// PDFBox complains with a stack trace that it may not open a package of the JDK, which it can do
  /// without. Kept here because a logger that nobody holds forgets its level.
  private static final Logger SILENT = Logger.getLogger("org.apache.pdfbox.io");

  static {
    SILENT.setLevel(Level.OFF);
  }

  private final PDDocument document = new PDDocument();
  private final PDPageContentStream page;
  private final AffineTransform up;
  private final Map<Typeface, PDFont> fonts = new HashMap<>();
  private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
  private @Nullable Rectangle2D clip;
  private int opacity = 255;

  /// A page of a size in points.
  PdfSheet(double width, double height) throws IOException {
    up = new AffineTransform(1, 0, 0, -1, 0, height);
    var sheet = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet);
    page.setMiterLimit(10);
  }

  /// One instruction of the page.
  private interface Instruction {
    void write() throws IOException;
  }

  private static void write(Instruction instruction) {
    try {
      instruction.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clip(@Nullable Rectangle2D rectangle) {
    if (rectangle == null ? clip == null : rectangle.equals(clip)) {
      return;
    }
    write(
        () -> {
          if (clip != null) {
            page.restoreGraphicsState();
            opacity = 255;
          }
          clip = rectangle;
          if (rectangle != null) {
            page.saveGraphicsState();
            path(rectangle);
            page.clip();
          }
        });
  }

  @Override
  public void fill(Shape area, Color colour) {
    write(
        () -> {
          opacity(colour);
          page.setNonStrokingColor(opaque(colour));
          if (path(area) == PathIterator.WIND_EVEN_ODD) {
            page.fillEvenOdd();
          } else {
            page.fill();
          }
        });
  }

  @Override
  public void stroke(Shape line, BasicStroke stroke, Color colour) {
    write(
        () -> {
          opacity(colour);
          page.setStrokingColor(opaque(colour));
          page.setLineWidth(stroke.getLineWidth());
          page.setLineCapStyle(stroke.getEndCap());
          page.setLineJoinStyle(stroke.getLineJoin());
          float[] dash = stroke.getDashArray();
          page.setLineDashPattern(dash == null ? new float[0] : dash, stroke.getDashPhase());
          path(line);
          page.stroke();
        });
  }

  /// Without loss, and without the smoothing that PDF has for what asks for it.
  @Override
  public void image(BufferedImage image, Rectangle2D place) {
    write(
        () -> {
          opacity(Color.BLACK);
          Rectangle2D at = up.createTransformedShape(place).getBounds2D();
          page.drawImage(
              LosslessFactory.createFromImage(document, image),
              (float) at.getX(),
              (float) at.getY(),
              (float) at.getWidth(),
              (float) at.getHeight());
        });
  }

  /// PDFBox sets sign after sign.
  @Override
  public boolean placesMarks() {
    return false;
  }

  @Override
  public void text(String text, Font font, AffineTransform place, Color colour) {
    write(
        () -> {
          opacity(colour);
          page.setNonStrokingColor(opaque(colour));
          var upright = new AffineTransform(up);
          upright.concatenate(place);
          upright.scale(1, -1);
          page.beginText();
          page.setFont(font(Typeface.of(font).orElseThrow()), font.getSize2D());
          page.setTextMatrix(new Matrix(upright));
          page.showText(text);
          page.endText();
        });
  }

  /// Writes the file.
  ///
  /// @param title what the figure shows
  void write(OutputStream out, String title, Origin origin) throws IOException {
    clip(null);
    page.close();
    var information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(origin.sentence());
    information.setCreator(origin.program());
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    attach(origin);
    document.setDocumentId(0L);
    document.save(out);
  }

  private void attach(Origin origin) throws IOException {
    byte[] bytes = origin.scenario().getBytes(StandardCharsets.UTF_8);
    var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    file.setSubtype("application/toml");
    file.setSize(bytes.length);
    var place = new PDComplexFileSpecification();
    place.setFile(SCENARIO);
    place.setFileUnicode(SCENARIO);
    place.setFileDescription("The scenario of this figure: open it in Voidscope");
    place.setEmbeddedFile(file);
    place.setEmbeddedFileUnicode(file);
    place.getCOSObject().setName("AFRelationship", "Source");
    var files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(SCENARIO, place));
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private PDFont font(Typeface face) throws IOException {
    PDFont font = fonts.get(face);
    if (font == null) {
      font = PDType0Font.load(document, new ByteArrayInputStream(face.file()), true);
      fonts.put(face, font);
    }
    return font;
  }

  private void opacity(Color colour) throws IOException {
    if (colour.getAlpha() != opacity) {
      opacity = colour.getAlpha();
      page.setGraphicsStateParameters(opacities.computeIfAbsent(opacity, PdfSheet::state));
    }
  }

  private static PDExtendedGraphicsState state(int alpha) {
    var state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(alpha / 255f);
    state.setStrokingAlphaConstant(alpha / 255f);
    return state;
  }

  private static Color opaque(Color colour) {
    return new Color(colour.getRGB());
  }

  private int path(Shape shape) throws IOException {
    float[] p = new float[6];
    float[] last = new float[2];
    PathIterator path = shape.getPathIterator(up);
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          // A quadratic curve as the cubic one that it is.
          float endX = p[2];
          float endY = p[3];
          page.curveTo(
              last[0] + 2 * (p[0] - last[0]) / 3,
              last[1] + 2 * (p[1] - last[1]) / 3,
              endX + 2 * (p[0] - endX) / 3,
              endY + 2 * (p[1] - endY) / 3,
              endX,
              endY);
        }
        case PathIterator.SEG_CUBICTO -> page.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> page.closePath();
      }
      end(path, p, last);
    }
    return path.getWindingRule();
  }

  /// Remembers where a segment ended.
  private static void end(PathIterator path, float[] p, float[] last) {
    int at =
        switch (path.currentSegment(p)) {
          case PathIterator.SEG_QUADTO -> 2;
          case PathIterator.SEG_CUBICTO -> 4;
          default -> 0;
        };
    last[0] = p[at];
    last[1] = p[at + 1];
  }
}
