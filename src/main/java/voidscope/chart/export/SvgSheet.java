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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import voidscope.chart.look.Typeface;

/// A page as SVG. Text stays text, in the bundled typefaces, whose used glyphs the file holds.
final class SvgSheet implements VectorSheet {
  /// The name space of the metadata.
  static final String SPACE = "urn:voidscope";

  /// Tables that a reader needs to show text by code point.
  private static final List<String> TABLES =
      List.of("head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "name", "post", "OS/2");

  private final double width;
  private final double height;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder clips = new StringBuilder();
  private final Map<Typeface, Set<Integer>> used = new LinkedHashMap<>();
  private final Map<Rectangle2D, String> clipNames = new LinkedHashMap<>();
  private @Nullable Rectangle2D clip;

  /// A page of a size in points.
  SvgSheet(double width, double height) {
    this.width = width;
    this.height = height;
  }

  @Override
  public void clip(@Nullable Rectangle2D rectangle) {
    if (rectangle == null ? clip == null : rectangle.equals(clip)) {
      return;
    }
    if (clip != null) {
      body.append("</g>\n");
    }
    clip = rectangle;
    if (rectangle != null) {
      body.append("<g clip-path=\"url(#").append(name(rectangle)).append(")\">\n");
    }
  }

  private String name(Rectangle2D r) {
    return clipNames.computeIfAbsent(
        r,
        fresh -> {
          String id = "clip" + (clipNames.size() + 1);
          clips
              .append("<clipPath id=\"" + id + "\"><rect x=\"" + number(r.getX()))
              .append("\" y=\"" + number(r.getY()) + "\" width=\"" + number(r.getWidth()))
              .append("\" height=\"" + number(r.getHeight()) + "\"/></clipPath>\n");
          return id;
        });
  }

  @Override
  public void fill(Shape area, Color colour) {
    body.append("<path d=\"");
    int rule = path(area);
    body.append("\" fill=\"").append(hex(colour)).append('"');
    opacity("fill", colour);
    body.append(rule == PathIterator.WIND_EVEN_ODD ? " fill-rule=\"evenodd\"/>\n" : "/>\n");
  }

  @Override
  public void stroke(Shape line, BasicStroke stroke, Color colour) {
    body.append("<path d=\"");
    path(line);
    body.append("\" fill=\"none\" stroke=\"").append(hex(colour)).append('"');
    opacity("stroke", colour);
    attribute("stroke-width", number(stroke.getLineWidth()));
    if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
      attribute("stroke-linecap", stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square");
    }
    if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
      attribute(
          "stroke-linejoin", stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel");
    }
    float[] dash = stroke.getDashArray();
    if (dash != null) {
      var lengths = new StringBuilder();
      for (float length : dash) {
        lengths.append(lengths.isEmpty() ? "" : " ").append(number(length));
      }
      attribute("stroke-dasharray", lengths.toString());
      if (stroke.getDashPhase() != 0) {
        attribute("stroke-dashoffset", number(stroke.getDashPhase()));
      }
    }
    body.append("/>\n");
  }

  /// A PNG within the file. The older name of the reference is the one that all programs know.
  @Override
  public void image(BufferedImage image, Rectangle2D place) {
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write pixels into an SVG", e);
    }
    body.append("<image");
    attribute("x", number(place.getX()));
    attribute("y", number(place.getY()));
    attribute("width", number(place.getWidth()));
    attribute("height", number(place.getHeight()));
    attribute("preserveAspectRatio", "none");
    attribute("style", "image-rendering:pixelated");
    attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    attribute(
        "xlink:href",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
    body.append("/>\n");
  }

  /// Browsers do, and a search finds z̃ whole.
  @Override
  public boolean placesMarks() {
    return true;
  }

  @Override
  public void text(String text, Font font, AffineTransform place, Color colour) {
    Typeface face = Typeface.of(font).orElseThrow();
    text.codePoints().forEach(used.computeIfAbsent(face, f -> new TreeSet<>())::add);
    body.append("<text");
    boolean upright = place.getShearX() == 0 && place.getShearY() == 0 && place.getScaleX() == 1;
    if (upright) {
      attribute("x", number(place.getTranslateX()));
      attribute("y", number(place.getTranslateY()));
    } else {
      double[] m = new double[6];
      place.getMatrix(m);
      var matrix = new StringBuilder("matrix(");
      for (int i = 0; i < 6; i++) {
        matrix.append(i == 0 ? "" : " ").append(i < 4 ? fine(m[i]) : number(m[i]));
      }
      attribute("transform", matrix.append(')').toString());
    }
    attribute("font-family", face.family() + ", sans-serif");
    attribute("font-weight", Integer.toString(face.weight()));
    attribute("font-size", number(font.getSize2D()));
    attribute("fill", hex(colour));
    opacity("fill", colour);
    body.append('>').append(escaped(text)).append("</text>\n");
  }

  /// The file's text.
  ///
  /// @param title what the figure shows
  String document(String title, Origin origin) {
    clip(null);
    var out = new StringBuilder(body.length() + 100_000);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\"");
    out.append(" width=\"" + number(width) + "pt\" height=\"" + number(height) + "pt\"");
    out.append(" viewBox=\"0 0 " + number(width) + " " + number(height) + "\">\n");
    out.append("<title>").append(escaped(title)).append("</title>\n");
    out.append("<metadata>\n<voidscope:figure xmlns:voidscope=\"" + SPACE + "\"");
    out.append(" program=\"" + origin.program() + "\" seed=\"" + origin.seed());
    out.append("\" step=\"" + origin.step() + "\">\n<voidscope:scenario>");
    out.append(escaped(origin.scenario()));
    out.append("</voidscope:scenario>\n</voidscope:figure>\n</metadata>\n");
    out.append("<defs>\n<style>\n");
    for (var face : used.entrySet()) {
      fontFace(face.getKey(), face.getValue(), out);
    }
    out.append("</style>\n").append(clips).append("</defs>\n");
    return out.append(body).append("</svg>\n").toString();
  }

  private static void fontFace(Typeface face, Set<Integer> signs, StringBuilder out) {
    var bytes = new ByteArrayOutputStream();
    try (TrueTypeFont font =
        new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(face.file())))) {
      var subset = new TTFSubsetter(font, TABLES);
      signs.forEach(subset::add);
      subset.writeToStream(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot cut the font " + face.name() + " down", e);
    }
    out.append("@font-face{font-family:\"" + face.family() + "\";font-weight:" + face.weight());
    out.append(";src:url(data:font/ttf;base64,");
    out.append(Base64.getEncoder().encodeToString(bytes.toByteArray())).append(")}\n");
  }

  private int path(Shape shape) {
    double[] p = new double[6];
    PathIterator path = shape.getPathIterator(null);
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> points('M', p, 2);
        case PathIterator.SEG_LINETO -> points('L', p, 2);
        case PathIterator.SEG_QUADTO -> points('Q', p, 4);
        case PathIterator.SEG_CUBICTO -> points('C', p, 6);
        default -> body.append('Z');
      }
    }
    return path.getWindingRule();
  }

  private void points(char command, double[] p, int count) {
    body.append(command);
    for (int i = 0; i < count; i++) {
      body.append(i == 0 ? "" : " ").append(number(p[i]));
    }
  }

  private void attribute(String name, String value) {
    body.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private void opacity(String what, Color colour) {
    if (colour.getAlpha() < 255) {
      attribute(what + "-opacity", number(colour.getAlpha() / 255.0));
    }
  }

  private static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
  }

  /// To a hundredth of a point.
  private static String number(double value) {
    return shortest(Math.round(value * 100), 2);
  }

  private static String fine(double value) {
    return shortest(Math.round(value * 1e6), 6);
  }

  /// `scaled` / 10^`decimals` without needless zeros.
  private static String shortest(long scaled, int decimals) {
    return BigDecimal.valueOf(scaled, decimals).stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
