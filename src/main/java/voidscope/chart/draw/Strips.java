package voidscope.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;
import voidscope.problem.Pictures;

/// A page with the pictures that estimators have learned to make: the held-back ones above, and a
/// line an estimator with its reconstructions of them and its samples. A pixel is a square,
/// whatever the size: nothing is smoothed, so that what is seen is what was computed.
///
/// @param title the heading, or empty
/// @param lines from top to bottom
public record Strips(String title, List<Line> lines) implements Picture {
  private static final String INPUT = "Input";
  private static final String RECONSTRUCTED = "reconstructed from a latent sample";
  private static final String SAMPLES = "samples from the prior";

  /// Of a picture's width, what is left free between two.
  private static final double GAP = .08;

  /// Of its page's width, what names may take; they are set smaller where they are longer.
  private static final double NAMES = .25;

  /// What an estimator has made.
  ///
  /// @param name of the estimator
  /// @param pictures its own
  public record Line(String name, Pictures pictures) {}

  /// Copies the list.
  public Strips {
    lines = List.copyOf(lines);
  }

  /// Draws it; every line is named.
  @Override
  public List<String> draw(Graphics2D g, double width, double height, Look look) {
    double em = look.fontSize();
    if (look.palette().ground() != 0) {
      g.setColor(new Color(look.palette().ground(), true));
      g.fill(new Rectangle2D.Double(0, 0, width, height));
    }
    g.setColor(new Color(look.palette().text()));
    double top = em;
    if (!title.isEmpty()) {
      Typeface.line(title, Typeface.SEMI_BOLD.at(1.08 * em)).draw(g, em, 1.45 * em);
      top = 1.9 * em;
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    Pictures first = lines.getFirst().pictures();
    int count = first.inputs().length / (first.rows() * first.columns());
    double named = names(em, width);
    double room = (width - 3 * em - named - em) / 2;
    double shape = (double) first.rows() / first.columns();
    double across = room / (count + GAP * (count - 1));
    double line = (height - top - 2.2 * em) / (lines.size() + 1);
    double wide = Math.min(across, line / (1 + GAP) / shape);
    double pitch = wide * (1 + GAP);
    double left = em + named + em;
    double right = left + count * pitch + em;
    Font head = Typeface.REGULAR.at(fitting(.85 * em, count * pitch));
    g.setColor(new Color(look.palette().muted()));
    Typeface.line(RECONSTRUCTED, head).draw(g, left, top + .9 * em);
    Typeface.line(SAMPLES, head).draw(g, right, top + .9 * em);
    double y = top + 1.3 * em;
    Font font = Typeface.REGULAR.at(Math.min(em, em * named / widest(em)));
    g.setColor(new Color(look.palette().text()));
    name(g, INPUT, font, em, y + wide * shape / 2);
    row(g, first, first.inputs(), left, y, wide);
    for (Line each : lines) {
      y += wide * shape * (1 + GAP);
      name(g, each.name(), font, em, y + wide * shape / 2);
      row(g, each.pictures(), each.pictures().reconstructions(), left, y, wide);
      row(g, each.pictures(), each.pictures().samples(), right, y, wide);
    }
    return List.of();
  }

  private double widest(double em) {
    Font font = Typeface.REGULAR.at(em);
    List<String> names = new ArrayList<>(List.of(INPUT));
    lines.forEach(line -> names.add(line.name()));
    return names.stream().mapToDouble(name -> Typeface.width(name, font)).max().orElse(em);
  }

  private double names(double em, double width) {
    return Math.min(widest(em), NAMES * width);
  }

  /// The size at which the longer head has room.
  private static double fitting(double size, double room) {
    return Math.min(size, size * room / Typeface.width(RECONSTRUCTED, Typeface.REGULAR.at(size)));
  }

  private static void name(Graphics2D g, String name, Font font, double x, double middle) {
    Typeface.line(name, font).draw(g, x, middle + .36 * font.getSize2D());
  }

  private static void row(
      Graphics2D g, Pictures of, byte[] pixels, double left, double top, double wide) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    double scale = wide / of.columns();
    int size = of.rows() * of.columns();
    for (int i = 0; i < pixels.length / size; i++) {
      AffineTransform place =
          AffineTransform.getTranslateInstance(left + i * wide * (1 + GAP), top);
      place.scale(scale, scale);
      g.drawImage(bitmap(of, pixels, i * size), place, null);
    }
  }

  private static BufferedImage bitmap(Pictures of, byte[] pixels, int from) {
    BufferedImage image = new BufferedImage(of.columns(), of.rows(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < of.rows(); y++) {
      for (int x = 0; x < of.columns(); x++) {
        int grey = pixels[from + y * of.columns() + x] & 0xff;
        image.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return image;
  }
}
