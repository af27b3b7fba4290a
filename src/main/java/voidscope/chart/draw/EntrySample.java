package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.Marker;
import voidscope.chart.look.TextLine;
import voidscope.chart.look.Typeface;

/// An entry of a legend: a sample of its line and its name.
///
/// @param look of the figure
/// @param em size of the letters beside which samples stand
/// @param font of the names
record EntrySample(Look look, double em, Font font) {
  /// Of a size as a share of the figure's.
  static EntrySample of(Look look, double share) {
    double em = share * look.fontSize();
    return new EntrySample(look, em, Typeface.REGULAR.at(.95 * em));
  }

  /// Length of a sample.
  double swatch() {
    return (look.dashed() ? 2.4 : 1.7) * em;
  }

  /// Space between entries in a row.
  double gap() {
    return (look.dashed() ? 1 : 1.2) * em;
  }

  /// Length of an entry.
  double width(Header.Entry entry) {
    double words = Typeface.width(entry.name(), font);
    return entry.key().isEmpty() ? words : swatch() + .45 * em + words;
  }

  /// Draws an entry from a point of its baseline on.
  void draw(Graphics2D g, Header.Entry entry, double left, double baseline) {
    double x = left;
    if (!entry.key().isEmpty()) {
      sample(g, entry, left, baseline);
      x += swatch() + .45 * em;
    }
    boolean plain = !entry.key().isEmpty() && !entry.hidden();
    g.setColor(new Color(plain ? look.palette().text() : look.palette().muted()));
    TextLine name = Typeface.line(entry.name(), font);
    name.draw(g, x, baseline);
    if (entry.hidden()) {
      double y = baseline - .33 * em;
      g.setStroke(new BasicStroke((float) (em / 12)));
      g.draw(new Line2D.Double(x, y, x + name.advance(), y));
    }
  }

  private void sample(Graphics2D g, Header.Entry entry, double x, double baseline) {
    Ink ink = look.palette().ink(entry.ink());
    double y = baseline - .33 * em;
    Figure.Style style = entry.style();
    int opaque = ink.argb() & 0xFFFFFF;
    g.setColor(new Color(opaque | (entry.hidden() ? 0x50000000 : 0xFF000000), true));
    boolean points = style == Figure.Style.POINTS || style == Figure.Style.SPOTS;
    if (style == Figure.Style.BAR) {
      int alpha = (int) Math.round(255 * look.bandOpacity(style));
      g.setColor(new Color(opaque | alpha << 24, true));
      g.setStroke(
          new BasicStroke((float) look.barSample(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      g.draw(new Line2D.Double(x + 1, y, x + swatch() - 1, y));
    } else if (!points) {
      if (style == Figure.Style.PATH) {
        Color over = g.getColor();
        g.setColor(new Color(look.palette().halo(ink)));
        g.setStroke(halo(look));
        g.draw(new Line2D.Double(x + 1, y, x + swatch() - 1, y));
        g.setColor(over);
      }
      g.setStroke(begun(stroke(look, ink, style)));
      g.draw(new Line2D.Double(x + 1, y, x + swatch() - 1, y));
    }
    boolean path = style == Figure.Style.PATH;
    if (points || path || (look.markers() && style == Figure.Style.MAIN)) {
      double middle = path ? look.spot() + 1 : swatch() / 2;
      var place = AffineTransform.getTranslateInstance(x + middle, y);
      Shape marker =
          path || style == Figure.Style.SPOTS
              ? Marker.CIRCLE.shape(2 * look.spot())
              : ink.marker().shape(.55 * em);
      g.fill(place.createTransformedShape(marker));
    }
  }

  /// The stroke begun amid its first dash, so that the marker does not hide the only gap.
  private static BasicStroke begun(BasicStroke stroke) {
    float[] dash = stroke.getDashArray();
    return dash == null
        ? stroke
        : new BasicStroke(
            stroke.getLineWidth(),
            stroke.getEndCap(),
            stroke.getLineJoin(),
            stroke.getMiterLimit(),
            dash,
            dash[0] / 2);
  }

  /// The Java2D stroke of what lies under a path.
  static BasicStroke halo(Look look) {
    return new BasicStroke((float) look.pathHalo(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /// The Java2D stroke of a line.
  static BasicStroke stroke(Look look, Ink ink, Figure.Style style) {
    float width = (float) look.width(ink, style);
    float[] dash = look.dash(ink, style);
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }
}
