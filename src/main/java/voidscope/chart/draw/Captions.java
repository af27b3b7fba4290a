package voidscope.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;
import voidscope.chart.look.Look;
import voidscope.chart.look.TextLine;
import voidscope.chart.look.Typeface;

/// The captions of event lines: at the top of the plot beside their line, in up to three rows,
/// never over one another, a legend in the plot, nor past the plot. The newest events come first;
/// one without room stays a line.
public final class Captions {
  private static final int ROWS = 3;

  private final Look look;
  private final Rectangle2D taken;
  private final List<Placed> placed = new ArrayList<>();

  /// A caption at its place.
  ///
  /// @param caption its words
  /// @param text the same, ready to be drawn
  /// @param box in logical pixels
  public record Placed(String caption, TextLine text, Rectangle2D.Double box) {}

  /// @param plot the plot in logical pixels
  /// @param taken place of the legend in it, empty if there is none
  public Captions(
      List<Figure.Event> events,
      Look look,
      Extent x,
      Projection across,
      Rectangle2D plot,
      Rectangle2D taken) {
    this.look = look;
    this.taken = taken;
    Font font = Typeface.MEDIUM.at(.82 * look.fontSize());
    for (Figure.Event event : events.reversed()) {
      if (!event.caption().isEmpty() && x.contains(event.x())) {
        double at = plot.getX() + across.share(event.x()) * plot.getWidth();
        place(event.caption(), Typeface.line(event.caption(), font), at, plot);
      }
    }
  }

  private void place(String caption, TextLine text, double at, Rectangle2D plot) {
    double em = look.fontSize();
    double width = text.advance() + .6 * em;
    double height = 1.25 * em;
    for (int row = 0; row < ROWS; row++) {
      double y = plot.getY() + .25 * em + row * 1.35 * em;
      for (double x : new double[] {at + .3 * em, at - .3 * em - width}) {
        var box = new Rectangle2D.Double(x, y, width, height);
        if (plot.contains(box)
            && !taken.intersects(box)
            && placed.stream().noneMatch(p -> p.box().intersects(box))) {
          placed.add(new Placed(caption, text, box));
          return;
        }
      }
    }
  }

  /// Places taken, in logical pixels.
  public List<Rectangle2D> boxes() {
    return placed.stream().<Rectangle2D>map(Placed::box).toList();
  }

  /// Those that have found room, the newest first.
  public List<Placed> placed() {
    return List.copyOf(placed);
  }

  public void draw(Graphics2D g) {
    double em = look.fontSize();
    for (Placed p : placed) {
      var box = p.box();
      if (look.palette().plot() != 0) {
        g.setColor(new Color((look.palette().plot() & 0xFFFFFF) | 0xEC000000, true));
        g.fill(new RoundRectangle2D.Double(box.x, box.y, box.width, box.height, .5 * em, .5 * em));
      }
      g.setColor(new Color(look.palette().muted()));
      p.text().draw(g, box.x + .3 * em, box.y + .93 * em);
    }
  }
}
