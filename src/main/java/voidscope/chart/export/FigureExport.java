package voidscope.chart.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import voidscope.chart.draw.FigureDrawing;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;

/// Saves figures, each with its [Origin] in it. A file is written whole or not at all.
public final class FigureExport {
  private static final double POINTS_PER_INCH = 72;

  private FigureExport() {}

  /// Saves a picture.
  ///
  /// @param width in pixels
  /// @param height in pixels
  /// @param scale pixels to one unit of the look's lengths
  public static void png(
      Figure figure, Path file, int width, int height, double scale, Look look, Origin origin)
      throws ExportException {
    BufferedImage picture = picture(figure, width, height, scale, look);
    ExportFile.write(
        file,
        out -> {
          var png = new ByteArrayOutputStream();
          if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("this Java cannot write PNG");
          }
          out.write(PngText.with(png.toByteArray(), POINTS_PER_INCH * scale, origin));
        });
  }

  /// Saves the data in full precision.
  public static void csv(Figure figure, Path file, Origin origin) throws ExportException {
    ExportFile.write(
        file,
        out -> {
          var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          new FigureCsv(figure, text).write(origin);
          text.flush();
        });
  }

  /// Saves a vector picture as PDF.
  ///
  /// @param width in points, which are the look's units
  /// @param height in points
  public static void pdf(
      Figure figure, Path file, double width, double height, Look look, Origin origin)
      throws ExportException {
    ExportFile.write(
        file,
        out -> {
          try (var sheet = new PdfSheet(width, height)) {
            draw(figure, sheet, width, height, look);
            sheet.write(unclosed(out), figure.title(), origin);
          }
        });
  }

  /// Saves a vector picture as SVG.
  ///
  /// @param width in points, which are the look's units
  /// @param height in points
  public static void svg(
      Figure figure, Path file, double width, double height, Look look, Origin origin)
      throws ExportException {
    String text = svg(figure, width, height, look, origin);
    ExportFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The SVG that [#svg(Figure, Path, double, double, Look, Origin)] saves.
  public static String svg(Figure figure, double width, double height, Look look, Origin origin) {
    var sheet = new SvgSheet(width, height);
    draw(figure, sheet, width, height, look);
    return sheet.document(figure.title(), origin);
  }

  private static void draw(
      Figure figure, VectorSheet sheet, double width, double height, Look look) {
    var g = new VectorGraphics(sheet);
    FigureDrawing.draw(figure, g, width, height, look);
    g.dispose();
  }

  /// The picture that [#png] saves; it has an alpha channel where the look's ground is transparent.
  public static BufferedImage picture(
      Figure figure, int width, int height, double scale, Look look) {
    boolean opaque = look.palette().ground() >>> 24 == 0xFF;
    var image =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    FigureDrawing.draw(figure, g, width / scale, height / scale, look);
    g.dispose();
    return image;
  }

  /// The same picture in a PNG of its own, which carries nothing.
  public static byte[] small(Figure figure, int width, int height, Look look) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(figure, width, height, 1, look), "png", png);
    return png.toByteArray();
  }

  /// The same picture for the screen or the clipboard.
  public static Image image(Figure figure, int width, int height, double scale, Look look) {
    return SwingFXUtils.toFXImage(picture(figure, width, height, scale, look), null);
  }

  /// PDFBox closes what it writes to, but the file is closed by who opened it.
  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
