package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;

/// Which colour of a map is which value: a bar on the right of the plot, with ticks. Lengths are in
/// the look's units.
public final class ColourBar {
  private static final int STEPS = 64;

  private final @Nullable HeatMap map;
  private final Look look;
  private final List<Marks.Mark> marks;
  private final double em;
  private final double width;

  /// The bar of a figure.
  ///
  /// @param map the figure's, or null: no bar
  /// @param height about as high as the plot will be
  public ColourBar(@Nullable HeatMap map, Look look, double height) {
    this.map = map;
    this.look = look;
    em = look.fontSize();
    marks =
        map == null
            ? List.of()
            : Marks.of(AxisScale.LINEAR, map.scale(), Frame.ticksUp(height, look)).stream()
                .filter(mark -> !mark.text().isEmpty())
                .toList();
    double longest =
        marks.stream().mapToDouble(mark -> Typeface.width(mark.text(), font())).max().orElse(0);
    width = map == null ? 0 : 2.2 * em + longest;
  }

  private Font font() {
    return Typeface.REGULAR.at(.88 * em);
  }

  /// What it takes from the figure's width, on the right of the plot.
  public double width() {
    return width;
  }

  /// Its ticks.
  public List<Marks.Mark> marks() {
    return marks;
  }

  /// Where its colours are.
  ///
  /// @param data place of the data
  public Rectangle2D place(Rectangle2D data) {
    return new Rectangle2D.Double(data.getMaxX() + .8 * em, data.getY(), .8 * em, data.getHeight());
  }

  /// Where a tick is in that place, downwards.
  public double down(Marks.Mark mark, Rectangle2D place) {
    HeatMap of = map;
    return of == null ? Double.NaN : place.getMaxY() - of.share(mark.value()) * place.getHeight();
  }

  /// Draws it.
  void draw(Graphics2D g, Rectangle2D data) {
    if (map == null) {
      return;
    }
    Rectangle2D bar = place(data);
    double step = bar.getHeight() / STEPS;
    for (int i = 0; i < STEPS; i++) {
      // Each reaches to the end, so that no seam shows between two of them.
      g.setColor(new Color(look.palette().ramp().argb(i / (STEPS - 1.0))));
      g.fill(
          new Rectangle2D.Double(
              bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight() - i * step));
    }
    g.setFont(font());
    g.setStroke(new BasicStroke((float) (em / 12)));
    for (Marks.Mark mark : marks) {
      double y = down(mark, bar);
      g.setColor(new Color(look.palette().axis()));
      g.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + .25 * em, y));
      g.setColor(new Color(look.palette().muted()));
      Typeface.line(mark.text(), font()).draw(g, bar.getMaxX() + .45 * em, y + .31 * em);
    }
  }
}
