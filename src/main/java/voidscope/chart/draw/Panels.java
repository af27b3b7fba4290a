package voidscope.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;

/// A page with several figures in a grid, (a), (b), (c), …, under one heading. Where the legend is
/// above, below or beside the plots they share one; in the plots and at the lines' ends each has
/// its own.
///
/// @param title the heading, or empty
/// @param figures from left to right, then down
/// @param wholes the figures whose data set the ends of the axes
public record Panels(String title, List<Figure> figures, List<Figure> wholes) implements Picture {
  /// Figures at most: more letters than the alphabet has cannot be told apart.
  public static final int MOST = 26;

  private static final double SHAPE = 1.5;

  /// The share of a page's height that the rows of a legend may take.
  public static final double MOST_ROWS = .3;

  /// The share of its width that a legend beside the figures may take.
  public static final double MOST_COLUMN = .35;

  /// Copies the lists.
  public Panels {
    figures = List.copyOf(figures);
    wholes = List.copyOf(wholes);
  }

  /// How many stand side by side where each is to be about half as wide again as it is high.
  ///
  /// @param shape of the whole, its width over its height
  public static int columns(int count, double shape) {
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      double off = Math.abs(Math.log(shape * rows / columns / SHAPE));
      double empty = .4 * (rows * columns - count);
      if (off + empty < least) {
        least = off + empty;
        best = columns;
      }
    }
    return best;
  }

  /// How so many panels are drawn: the more, the smaller their letters.
  public static Look look(Look look, int count) {
    return look.scaled(count < 2 ? 1 : count < 3 ? .85 : count < 5 ? .75 : .65);
  }

  /// What a panel is headed by.
  ///
  /// @param index of the panel, from 0
  public static String letter(int index) {
    return "(" + (char) ('a' + index) + ")";
  }

  @Override
  public List<String> draw(Graphics2D g, double width, double height, Look page) {
    Look look = look(page, figures.size());
    if (look.palette().ground() != 0) {
      g.setColor(new Color(look.palette().ground()));
      g.fill(new Rectangle2D.Double(0, 0, width, height));
    }
    double em = look.fontSize();
    double top = heading(g, page);
    boolean shared =
        switch (look.legend()) {
          case ABOVE, BELOW, BESIDE -> true;
          case INSIDE, ENDS, NONE -> false;
        };
    List<Header.Entry> entries = shared ? entries(figures, look) : List.of();
    boolean besideThem = look.legend() == LegendPlace.BESIDE;
    EntryBlock block =
        besideThem
            ? EntryBlock.columns(entries, look, MOST_COLUMN * width, height - top - 2 * em)
            : EntryBlock.rows(entries, look, width - 2 * em, MOST_ROWS * height);
    double left = width;
    double bottom = height;
    if (besideThem) {
      left = width - block.width() - em;
      block.draw(g, left, top + em);
    } else if (look.legend() == LegendPlace.BELOW) {
      bottom = height - block.height() - .3 * em;
      block.draw(g, em, bottom);
    } else {
      block.draw(g, em, top + .3 * em);
      top += block.height() == 0 ? 0 : block.height() + .3 * em;
    }
    Set<String> missing = new LinkedHashSet<>(block.missing());
    missing.addAll(
        grid(
            g,
            new Rectangle2D.Double(0, top, left, bottom - top),
            shared ? look.with(LegendPlace.NONE, look.outlines()) : look));
    return List.copyOf(missing);
  }

  private double heading(Graphics2D g, Look look) {
    if (title.isEmpty()) {
      return 0;
    }
    double em = look.fontSize();
    Font font = Typeface.SEMI_BOLD.at(1.15 * em);
    g.setColor(new Color(look.palette().text()));
    Typeface.line(title, font).draw(g, em, 1.6 * em);
    return 2 * em;
  }

  /// What a legend for several figures names.
  public static List<Header.Entry> entries(List<Figure> figures, Look look) {
    Map<String, Header.Entry> byName = new LinkedHashMap<>();
    for (Figure figure : figures) {
      Header.entries(figure, look)
          .forEach(each -> byName.putIfAbsent(each.name() + "\n" + each.ink(), each));
    }
    return List.copyOf(byName.values());
  }

  private Set<String> grid(Graphics2D g, Rectangle2D place, Look look) {
    int columns = columns(figures.size(), place.getWidth() / place.getHeight());
    int rows = (figures.size() + columns - 1) / columns;
    double width = place.getWidth() / columns;
    double height = place.getHeight() / rows;
    Set<String> missing = new LinkedHashSet<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      Graphics2D cell = (Graphics2D) g.create();
      cell.translate(
          place.getX() + i % columns * width, place.getY() + Math.floorDiv(i, columns) * height);
      String heading = (letter(i) + " " + figure.title()).strip();
      FigureAxes axes = FigureAxes.of(wholes.get(i), width, height, look);
      missing.addAll(FigureDrawing.draw(figure.titled(heading), axes, cell, width, height, look));
      cell.dispose();
    }
    return missing;
  }
}
