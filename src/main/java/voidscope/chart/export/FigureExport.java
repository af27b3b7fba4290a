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
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import voidscope.chart.draw.Picture;
import voidscope.chart.draw.Plate;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;

/// Saves figures, each with its [Origin] in it. A file is written whole or not at all.
public final class FigureExport {
  private static final double POINTS_PER_INCH = 72;

  private FigureExport() {}

  /// Saves a page as a picture.
  static List<String> png(Page page, Origin origin, Path file) throws ExportException {
    Preset preset = page.preset();
    return Page.unnamed(
        png(
            page.picture(),
            file,
            preset.pixelWidth(),
            preset.pixelHeight(),
            preset.dpi() / Preset.INCH,
            page.look(),
            origin));
  }

  /// Saves a picture.
  ///
  /// @param width in pixels
  /// @param height in pixels
  /// @param scale pixels to one unit of the look's lengths
  public static void png(
      Figure figure, Path file, int width, int height, double scale, Look look, Origin origin)
      throws ExportException {
    png(new Plate(figure), file, width, height, scale, look, origin);
  }

  private static List<String> png(
      Picture shown, Path file, int width, int height, double scale, Look look, Origin origin)
      throws ExportException {
    BufferedImage picture = canvas(width, height, look);
    List<String> missing = paint(shown, picture, scale, look);
    ExportFile.write(
        file,
        out -> {
          var png = new ByteArrayOutputStream();
          if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("this Java cannot write PNG");
          }
          out.write(PngText.with(png.toByteArray(), POINTS_PER_INCH * scale, origin));
        });
    return missing;
  }

  /// Saves the data of a page in full precision.
  static List<String> csv(Page page, Origin origin, Path file) throws ExportException {
    csv(page.full(), file, origin);
    return List.of();
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

  /// Saves a page as PDF.
  static List<String> pdf(Page page, Origin origin, Path file) throws ExportException {
    Preset preset = page.preset();
    return Page.unnamed(
        pdf(page.picture(), file, preset.width(), preset.height(), page.look(), origin));
  }

  /// Saves a vector picture as PDF.
  ///
  /// @param width in points, which are the look's units
  /// @param height in points
  public static void pdf(
      Figure figure, Path file, double width, double height, Look look, Origin origin)
      throws ExportException {
    pdf(new Plate(figure), file, width, height, look, origin);
  }

  private static List<String> pdf(
      Picture picture, Path file, double width, double height, Look look, Origin origin)
      throws ExportException {
    List<String> missing = new ArrayList<>();
    ExportFile.write(
        file,
        out -> {
          try (var sheet = new PdfSheet(width, height)) {
            missing.addAll(draw(picture, sheet, width, height, look));
            sheet.write(unclosed(out), picture.title(), origin);
          }
        });
    return missing;
  }

  /// Saves a page as SVG.
  static List<String> svg(Page page, Origin origin, Path file) throws ExportException {
    Preset preset = page.preset();
    Picture picture = page.picture();
    var sheet = new SvgSheet(preset.width(), preset.height());
    List<String> missing = draw(picture, sheet, preset.width(), preset.height(), page.look());
    String text = sheet.document(picture.title(), origin);
    ExportFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    return Page.unnamed(missing);
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
    draw(new Plate(figure), sheet, width, height, look);
    return sheet.document(figure.title(), origin);
  }

  private static List<String> draw(
      Picture picture, VectorSheet sheet, double width, double height, Look look) {
    var g = new VectorGraphics(sheet, look.outlines());
    List<String> missing = picture.draw(g, width, height, look);
    g.dispose();
    return missing;
  }

  /// The picture that [#png] saves; it has an alpha channel where the look's ground is transparent.
  public static BufferedImage picture(
      Figure figure, int width, int height, double scale, Look look) {
    BufferedImage image = canvas(width, height, look);
    paint(new Plate(figure), image, scale, look);
    return image;
  }

  /// An empty canvas, with an alpha channel where the look's ground is transparent.
  static BufferedImage canvas(int width, int height, Look look) {
    boolean opaque = look.palette().ground() >>> 24 == 0xFF;
    return new BufferedImage(
        width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
  }

  /// Paints on a fresh canvas.
  ///
  /// @return names for which the legend had no room
  static List<String> paint(Picture picture, BufferedImage canvas, double scale, Look look) {
    Graphics2D g = canvas.createGraphics();
    g.scale(scale, scale);
    List<String> missing =
        picture.draw(g, canvas.getWidth() / scale, canvas.getHeight() / scale, look);
    g.dispose();
    return missing;
  }

  /// The same picture in a PNG of its own, which carries nothing.
  public static byte[] small(Figure figure, int width, int height, Look look) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(figure, width, height, 1, look), "png", png);
    return png.toByteArray();
  }

  /// The same picture for the screen or the clipboard.
  public static Image image(Picture picture, int width, int height, double scale, Look look) {
    BufferedImage image = canvas(width, height, look);
    paint(picture, image, scale, look);
    return SwingFXUtils.toFXImage(image, null);
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
