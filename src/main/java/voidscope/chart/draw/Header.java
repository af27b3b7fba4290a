package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.TextLine;
import voidscope.chart.look.Typeface;

/// The title of a figure and its legend: beside the title where that has room, else in rows below
/// it. What does not fit is counted at the end (`+2`), before the note, which always has its place.
public final class Header {
  private final Look look;
  private final List<Placed> placed = new ArrayList<>();
  private final String title;
  private final Font titleFont;
  private final Font font;
  private double height;
  private double titleWidth;

  /// An entry of the legend.
  ///
  /// @param key whose it is; empty for words that belong to no single line
  /// @param ink whose colour, dash and marker it shows
  /// @param hidden whether its lines are hidden now
  public record Entry(String key, String ink, String name, Figure.Style style, boolean hidden) {}

  /// The place of an entry in logical pixels.
  public record Box(Entry entry, Rectangle2D place) {}

  /// An entry, or the count of those left out, at its place in logical pixels.
  private record Placed(Ink ink, Entry entry, double x, double baseline) {}

  Header(Figure figure, Look look, double width, double figureHeight) {
    this.look = look;
    double em = look.fontSize();
    titleFont = Typeface.SEMI_BOLD.at(1.08 * em);
    font = Typeface.REGULAR.at(.95 * em);
    title = fitting(figure.title(), titleFont, right(width) - margin());
    titleWidth = Typeface.width(title, titleFont);
    height = title.isEmpty() ? .5 * em : 1.9 * em;
    List<Entry> entries = entries(figure, look);
    double many = look.markers() ? 18 : 30;
    int rows = figureHeight < 10 * em ? 0 : figureHeight < many * em ? 2 : 3;
    place(entries, width, rows);
  }

  /// The entries of a figure; those that are hidden only on the screen, where they can be brought
  /// back.
  public static List<Entry> entries(Figure figure, Look look) {
    var byName = new LinkedHashMap<String, Entry>();
    for (int i = 0; i <= figure.lines().size(); i++) {
      int at = i;
      figure.hidden().stream()
          .filter(hidden -> hidden.before() == at && look.live())
          .forEach(
              hidden ->
                  byName.putIfAbsent(
                      hidden.name(),
                      new Entry(
                          hidden.key(), hidden.ink(), hidden.name(), Figure.Style.MAIN, true)));
      if (i < figure.lines().size()) {
        Figure.Line line = figure.lines().get(i);
        byName.putIfAbsent(
            line.name(), new Entry(line.key(), line.ink(), line.name(), line.style(), false));
      }
    }
    for (Figure.Level level : figure.levels()) {
      byName.putIfAbsent(
          level.name(),
          new Entry(level.key(), level.key(), level.name(), Figure.Style.COMPANION, false));
    }
    if (!figure.note().isEmpty()) {
      byName.putIfAbsent(
          figure.note(), new Entry("", "", figure.note(), Figure.Style.BASELINE, false));
    }
    byName.remove("");
    return List.copyOf(byName.values());
  }

  private double margin() {
    return look.fontSize();
  }

  /// Where the entries of main lines are, on which a click acts.
  List<Box> boxes() {
    double em = look.fontSize();
    return placed.stream()
        .filter(p -> p.entry().style() == Figure.Style.MAIN && !p.entry().key().isEmpty())
        .map(
            p ->
                new Box(
                    p.entry(),
                    new Rectangle2D.Double(
                        p.x(), p.baseline() - 1.1 * em, width(p.entry()), 1.5 * em)))
        .toList();
  }

  /// The right end of title and legend.
  private double right(double width) {
    return width - margin() - look.corner();
  }

  /// Logical height of title and legend together.
  double height() {
    return height;
  }

  private double swatch() {
    return (look.dashed() ? 2.4 : 1.7) * look.fontSize();
  }

  private double width(Entry entry) {
    double words = Typeface.width(entry.name(), font);
    return entry.key().isEmpty() ? words : swatch() + .45 * look.fontSize() + words;
  }

  private void place(List<Entry> entries, double width, int maxRows) {
    double em = look.fontSize();
    double gap = (look.dashed() ? 1 : 1.2) * em;
    double total = -gap;
    for (Entry entry : entries) {
      total += width(entry) + gap;
    }
    double right = right(width);
    if (entries.isEmpty() || maxRows == 0) {
      return;
    }
    double x = margin();
    double baseline = height + .9 * em;
    boolean beside = margin() + titleWidth + 2 * em + total <= right;
    if (beside) {
      x = right - total;
      baseline = 1.45 * em;
    }
    int row = 0;
    double note = note(entries.getLast()) ? width(entries.getLast()) + gap : 0;
    int count = entries.size() - (note > 0 ? 1 : 0);
    int i = 0;
    while (i < entries.size()) {
      Entry entry = entries.get(i);
      double need = width(entry);
      boolean last = row == maxRows - 1;
      double reserve = last && i < count - 1 ? 2.2 * em : 0;
      reserve += last && i < count ? note : 0;
      boolean first = x <= margin() && !(last && note > 0 && i < count);
      if (!beside && x + need + reserve > right && !first) {
        if (last) {
          if (i < count) {
            var rest = new Entry("", "", "+" + (count - i), Figure.Style.MAIN, false);
            placed.add(new Placed(look.palette().ink("f"), rest, x, baseline));
            x += width(rest) + gap;
          }
          if (note > 0) {
            placed.add(new Placed(look.palette().ink("f"), entries.getLast(), x, baseline));
          }
          break;
        }
        row++;
        x = margin();
        baseline += 1.5 * em;
        continue;
      }
      placed.add(new Placed(look.palette().ink(entry.ink()), entry, x, baseline));
      x += need + gap;
      i++;
    }
    height = beside ? Math.max(height, 1.9 * em) : baseline + .5 * em;
  }

  private static boolean note(Entry entry) {
    return entry.key().isEmpty() && entry.style() == Figure.Style.BASELINE;
  }

  void draw(Graphics2D g) {
    double em = look.fontSize();
    g.setColor(new Color(look.palette().text()));
    if (!title.isEmpty()) {
      Typeface.line(title, titleFont).draw(g, margin(), 1.45 * em);
    }
    for (Placed p : placed) {
      double x = p.x();
      if (!p.entry().key().isEmpty()) {
        swatch(g, p);
        x += swatch() + .45 * em;
      }
      boolean plain = !p.entry().key().isEmpty() && !p.entry().hidden();
      g.setColor(new Color(plain ? look.palette().text() : look.palette().muted()));
      TextLine name = Typeface.line(p.entry().name(), font);
      name.draw(g, x, p.baseline());
      if (p.entry().hidden()) {
        double y = p.baseline() - .33 * em;
        g.setStroke(new BasicStroke((float) (em / 12)));
        g.draw(new Line2D.Double(x, y, x + name.advance(), y));
      }
    }
  }

  private void swatch(Graphics2D g, Placed p) {
    double y = p.baseline() - .33 * look.fontSize();
    Figure.Style style = p.entry().style();
    int opaque = p.ink().argb() & 0xFFFFFF;
    g.setColor(new Color(opaque | (p.entry().hidden() ? 0x50000000 : 0xFF000000), true));
    double middle = p.x() + swatch() / 2;
    boolean points = style == Figure.Style.POINTS;
    if (!points) {
      g.setStroke(sample(stroke(look, p.ink(), style)));
      g.draw(new Line2D.Double(p.x() + 1, y, p.x() + swatch() - 1, y));
    }
    if (points || (look.markers() && style == Figure.Style.MAIN)) {
      var place = AffineTransform.getTranslateInstance(middle, y);
      g.fill(place.createTransformedShape(p.ink().marker().shape(.55 * look.fontSize())));
    }
  }

  /// The stroke begun amid its first dash, so that the marker does not hide the only gap.
  private static BasicStroke sample(BasicStroke stroke) {
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

  /// The Java2D stroke of a line.
  static BasicStroke stroke(Look look, Ink ink, Figure.Style style) {
    float width = (float) look.width(ink, style);
    float[] dash = look.dash(ink, style);
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  /// The text, shortened with an ellipsis where it is too long.
  private static String fitting(String text, Font font, double width) {
    String shown = text;
    for (int end = text.length(); Typeface.width(shown, font) > width && end > 0; end--) {
      shown = text.substring(0, end - 1).strip() + "…";
    }
    return shown;
  }
}
