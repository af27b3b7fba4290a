package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.Projection;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;

/// The legend of an exported figure where it is not above the plot: in it, below it, beside it, or
/// at the ends of the lines. Below and beside it takes room from the plot; what it has none for, it
/// tells.
final class Legend {
  private static final double MOST_BELOW = .4;
  private static final double MOST_BESIDE = .45;
  private static final double MOST_INSIDE = .85;
  private static final double ROW = 1.25;

  private final Look look;
  private final double em;
  private final List<Header.Entry> entries;
  private final List<Figure.Line> ending;
  private final EntryBlock below;
  private final EntryBlock beside;
  private final double endSize;
  private final double endWidth;
  private final Set<String> missing = new LinkedHashSet<>();
  private Rectangle2D inside = new Rectangle2D.Double();

  /// @param width of the figure
  /// @param height of the figure without its title
  Legend(Figure figure, Look look, double width, double height) {
    this.look = look;
    em = look.fontSize();
    List<Header.Entry> all = Header.entries(figure, look);
    boolean elsewhere = look.legend() == LegendPlace.ABOVE || look.legend() == LegendPlace.NONE;
    entries = elsewhere ? List.of() : all;
    ending =
        look.legend() == LegendPlace.ENDS
            ? figure.lines().stream().filter(LineEnd::named).toList()
            : List.of();
    below =
        EntryBlock.rows(
            switch (look.legend()) {
              case BELOW -> entries;
              case ENDS -> rest();
              default -> List.of();
            },
            look,
            width - 2 * em,
            MOST_BELOW * height);
    beside =
        EntryBlock.columns(
            look.legend() == LegendPlace.BESIDE ? entries : List.of(),
            look,
            MOST_BESIDE * width,
            height - 2 * em);
    missing.addAll(below.missing());
    missing.addAll(beside.missing());
    double longest = longest(1);
    double room = MOST_BESIDE * width;
    endSize =
        EntryBlock.SIZES.stream()
            .filter(size -> longest * size <= room)
            .findFirst()
            .orElse(EntryBlock.SIZES.getLast());
    endWidth = ending.isEmpty() ? 0 : Math.min(room, longest(endSize)) + 1.2 * em;
  }

  private double longest(double size) {
    return ending.stream()
        .mapToDouble(line -> Typeface.width(line.name(), EntrySample.of(look, size).font()))
        .max()
        .orElse(0);
  }

  /// What no line's end can name.
  private List<Header.Entry> rest() {
    Set<String> named = new LinkedHashSet<>();
    ending.forEach(line -> named.add(line.name()));
    return entries.stream().filter(entry -> !named.contains(entry.name())).toList();
  }

  /// What it takes from the figure's height, at its bottom.
  double height() {
    return below.height() == 0 ? 0 : below.height() + .3 * em;
  }

  /// What it takes from the figure's width, on its right.
  double width() {
    return endWidth + (beside.width() == 0 ? 0 : beside.width() + .6 * em);
  }

  /// Draws it once the place of the data is known.
  ///
  /// @param placed the figure with zeros in their lanes
  /// @param data place of the data
  /// @param bar width of what stands between the data and what is beside them
  /// @param bottom lower edge of the figure
  void draw(
      Graphics2D g, Figure placed, Extent x, Foot y, Rectangle2D data, double bar, double bottom) {
    Projection across = Projection.of(placed.x().scale(), x);
    Projection up = Projection.of(placed.y().scale(), y.ends());
    below.draw(g, em, bottom - below.height() - .3 * em);
    beside.draw(g, data.getMaxX() + bar + 1.2 * em, data.getY());
    if (look.legend() == LegendPlace.INSIDE) {
      inside(g, placed, across, up, data);
    }
    if (!ending.isEmpty()) {
      ends(g, placed, across, up, data);
    }
  }

  /// Its place in the plot once it is drawn; empty if it has none there.
  Rectangle2D inside() {
    return inside;
  }

  /// Names for which there was no room.
  List<String> missing() {
    return List.copyOf(missing);
  }

  private void inside(
      Graphics2D g, Figure placed, Projection across, Projection up, Rectangle2D data) {
    EntryBlock block =
        EntryBlock.columns(
            entries, look, MOST_INSIDE * data.getWidth(), MOST_INSIDE * data.getHeight());
    missing.addAll(block.missing());
    if (block.width() == 0) {
      return;
    }
    double margin = .6 * em;
    double width = block.width() + margin;
    double height = block.height() + .3 * em;
    Rectangle2D best = QuietPlace.of(placed, across, up, data, width, height, .4 * em);
    inside = best;
    if (look.palette().plot() != 0) {
      g.setColor(new Color((look.palette().plot() & 0xFFFFFF) | 0xD8000000, true));
      g.fill(
          new RoundRectangle2D.Double(best.getX(), best.getY(), width, height, .5 * em, .5 * em));
    }
    block.draw(g, best.getX() + .5 * margin, best.getY());
  }

  private void ends(
      Graphics2D g, Figure placed, Projection across, Projection up, Rectangle2D data) {
    double size = endSize;
    double least = EntryBlock.SIZES.getLast();
    while (size > least && ending.size() * ROW * size * em > data.getHeight()) {
      size = Math.max(least, size - .08);
    }
    EntrySample sample = EntrySample.of(look, size);
    double row = ROW * sample.em();
    Set<String> told = new LinkedHashSet<>();
    double left = data.getMaxX() + 1.2 * em;
    for (LineEnd end : LineEnd.of(placed, across, up, data, row)) {
      Figure.Line line = end.line();
      if (Typeface.width(line.name(), sample.font()) > endWidth - 1.2 * em + .01) {
        continue;
      }
      told.add(line.name());
      g.setColor(new Color(look.palette().ink(line.ink()).argb()));
      g.setStroke(new BasicStroke((float) (em / 12)));
      g.draw(new Line2D.Double(data.getMaxX() + .1 * em, end.from(), left - .25 * em, end.to()));
      g.setColor(new Color(look.palette().text()));
      Typeface.line(line.name(), sample.font()).draw(g, left, end.to() + .33 * sample.em());
    }
    ending.stream()
        .map(Figure.Line::name)
        .filter(name -> !told.contains(name))
        .forEach(missing::add);
  }
}
