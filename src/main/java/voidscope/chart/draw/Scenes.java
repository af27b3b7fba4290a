package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import voidscope.chart.figure.Extent;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.TextLine;
import voidscope.chart.look.Typeface;
import voidscope.problem.Episode;

/// A page with an episode of each of several estimators at one moment, all in step: the scene, and
/// below it a strip along the episode's time with a cursor. What moves is apart from what stands
/// still, so that a screen needs to paint the latter once an episode.
///
/// @param title the heading, or empty
/// @param shown from left to right
/// @param time seconds since the start
public record Scenes(String title, List<Shown> shown, double time) implements Picture {
  /// Seconds of a step in a world whose time has no unit.
  private static final double UNMEASURED = .5;

  /// Of a cell's height below its name, what a scene takes at most.
  private static final double SCENE = .42;

  /// How wide a cell is at best, in its heights.
  private static final double SHAPE = 1.5;

  /// Of the range of G, how far beyond it c and baselines are drawn.
  private static final double BEYOND = .25;

  /// Lines of text that a cell has room for at least; it is set smaller where there is less.
  private static final double LINES = 17;

  private static final double GAP = 1.6;
  private static final double NAME = 1.7;
  private static final double LABELS = 2.6;
  private static final double HEAD = 1.45;
  private static final double FOOT = 1.3;
  private static final double SMALL = .85;
  private static final double SQUARE = .9;
  private static final double BETWEEN = .8;

  /// An estimator's episode.
  ///
  /// @param name of the estimator
  /// @param ink whose colour it has
  /// @param episode to be seen
  /// @param baseline what its baseline is called
  public record Shown(String name, String ink, Episode episode, String baseline) {}

  /// Where one of them stands.
  private record Cell(Shown shown, Rectangle2D all, Rectangle2D scene, List<Rectangle2D> lanes) {}

  /// All of them.
  ///
  /// @param look whose text is small enough for a cell
  private record Layout(Look look, List<Cell> cells) {}

  /// One line of a strip.
  private record Curve(String label, float[] values, int argb, boolean dashed) {}

  /// Copies the list.
  public Scenes {
    shown = List.copyOf(shown);
  }

  /// The same at another moment.
  public Scenes at(double other) {
    return new Scenes(title, shown, other);
  }

  /// Seconds that a step of an episode takes.
  public static double period(Episode episode) {
    return episode.period() > 0 ? episode.period() : UNMEASURED;
  }

  /// Seconds that an episode takes.
  public static double seconds(Episode episode) {
    return episode.length() * period(episode);
  }

  /// The same when all are half as far as the shortest goes, which is what stands for them where
  /// nothing moves.
  public Scenes still() {
    return at(shown.stream().mapToDouble(each -> seconds(each.episode())).min().orElse(0) / 2);
  }

  /// Seconds until the longest is over.
  public double seconds() {
    return shown.stream().mapToDouble(each -> seconds(each.episode())).max().orElse(0);
  }

  /// Where an episode is at a time, in steps; its length once it is over.
  public static int step(Episode episode, double time) {
    return (int) Math.clamp(Math.floor(time / period(episode) + 1e-6), 0, episode.length());
  }

  /// The time of a place, where it is on a strip; NaN elsewhere.
  public double time(double x, double y, double width, double height, Look look) {
    for (Cell cell : layout(width, height, look).cells()) {
      Rectangle2D first = cell.lanes().getFirst();
      double bottom = cell.lanes().getLast().getMaxY();
      if (y >= first.getY() && y <= bottom && x >= first.getX() - 4 && x <= first.getMaxX() + 4) {
        return abscissa(x, first);
      }
    }
    return Double.NaN;
  }

  /// The time of an abscissa by the strip that is nearest to it.
  public double nearest(double x, double width, double height, Look look) {
    double best = Double.POSITIVE_INFINITY;
    double found = 0;
    for (Cell cell : layout(width, height, look).cells()) {
      Rectangle2D lane = cell.lanes().getFirst();
      double away = Math.max(0, Math.max(lane.getX() - x, x - lane.getMaxX()));
      if (away < best) {
        best = away;
        found = abscissa(x, lane);
      }
    }
    return found;
  }

  private double abscissa(double x, Rectangle2D lane) {
    return Math.clamp((x - lane.getX()) / lane.getWidth(), 0, 1) * seconds();
  }

  /// Draws it; every scene is named.
  @Override
  public List<String> draw(Graphics2D g, double width, double height, Look look) {
    ground(g, width, height, look);
    moving(g, width, height, look);
    return List.of();
  }

  /// Draws what does not change with the time.
  public void ground(Graphics2D g, double width, double height, Look look) {
    Palette palette = look.palette();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    if (palette.ground() != 0) {
      g.setColor(new Color(palette.ground(), true));
      g.fill(new Rectangle2D.Double(0, 0, width, height));
    }
    double em = look.fontSize();
    if (!title.isEmpty()) {
      g.setColor(new Color(palette.text()));
      Typeface.line(title, Typeface.SEMI_BOLD.at(1.08 * em)).draw(g, em, 1.45 * em);
    }
    Extent worth = worth();
    Layout layout = layout(width, height, look);
    Look fitting = layout.look();
    boolean numbered = layout.cells().stream().allMatch(cell -> roomy(cell, fitting.fontSize()));
    for (Cell cell : layout.cells()) {
      name(g, cell, numbered, fitting);
      new SceneDrawing(g, cell.scene(), cell.shown().episode(), fitting).ground();
      strip(g, cell, worth, fitting);
    }
  }

  /// Draws what moves.
  public void moving(Graphics2D g, double width, double height, Look look) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Palette palette = look.palette();
    Layout layout = layout(width, height, look);
    Look fitting = layout.look();
    for (Cell cell : layout.cells()) {
      Episode episode = cell.shown().episode();
      int step = step(episode, time);
      Ink ink = palette.ink(cell.shown().ink());
      new SceneDrawing(g, cell.scene(), episode, fitting).at(step, ink);
      Rectangle2D first = cell.lanes().getFirst();
      double x = first.getX() + step * period(episode) / seconds() * first.getWidth();
      g.setColor(new Color(palette.text()));
      g.setStroke(new BasicStroke((float) (.75 * fitting.lineWidth())));
      g.draw(new Line2D.Double(x, first.getY(), x, cell.lanes().getLast().getMaxY()));
    }
  }

  private Layout layout(double width, double height, Look look) {
    double em = look.fontSize();
    double top = title.isEmpty() ? .4 * em : 2.2 * em;
    int count = shown.size();
    if (count == 0) {
      return new Layout(look, List.of());
    }
    int columns = columns(count, width / (height - top));
    int rows = (count + columns - 1) / columns;
    double high = (height - top - .3 * em) / rows;
    Look fitting = look.scaled(Math.min(1, high / (LINES * em)));
    double unit = fitting.fontSize();
    double wide = (width - (columns + 1) * GAP * unit) / columns;
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = i / columns;
      double left = GAP * unit + (i % columns) * (wide + GAP * unit);
      double up = top + row * high;
      Shown each = shown.get(i);
      double room = high - NAME * unit;
      double scene = Math.min(SCENE * room, wide / SceneDrawing.shape(each.episode()));
      double from = up + NAME * unit;
      double lane = Math.max(1, (room - scene - (2 * HEAD + FOOT) * unit) / 2);
      List<Rectangle2D> lanes = new ArrayList<>();
      for (int l = 0; l < 2; l++) {
        lanes.add(
            new Rectangle2D.Double(
                left + LABELS * unit,
                from + scene + HEAD * unit + l * (lane + HEAD * unit),
                wide - LABELS * unit,
                lane));
      }
      cells.add(
          new Cell(
              each,
              new Rectangle2D.Double(left, up, wide, high),
              new Rectangle2D.Double(left, from, wide, scene),
              lanes));
    }
    return new Layout(fitting, cells);
  }

  /// How many stand side by side so that they are largest.
  private static int columns(int count, double shape) {
    return IntStream.rangeClosed(1, count)
        .boxed()
        .max(
            (a, b) ->
                Double.compare(
                    Math.min(shape / a, SHAPE / rows(count, a)),
                    Math.min(shape / b, SHAPE / rows(count, b))))
        .orElse(1);
  }

  private static double rows(int count, int columns) {
    return Math.ceil((double) count / columns);
  }

  /// Names a cell and tells its return, and the number of its episode where all have room for it.
  private static void name(Graphics2D g, Cell cell, boolean numbered, Look look) {
    double em = look.fontSize();
    Rectangle2D all = cell.all();
    double base = all.getY() + 1.1 * em;
    g.setColor(new Color(look.palette().ink(cell.shown().ink()).argb()));
    g.fill(new Rectangle2D.Double(all.getX(), base - .65 * em, .6 * em, .6 * em));
    TextLine told = told(cell, numbered, em);
    double free = all.getWidth() - SQUARE * em - BETWEEN * em - told.advance();
    double named = Typeface.width(cell.shown().name(), Typeface.SEMI_BOLD.at(em));
    g.setColor(new Color(look.palette().text()));
    Typeface.line(cell.shown().name(), Typeface.SEMI_BOLD.at(Math.min(em, em * free / named)))
        .draw(g, all.getX() + SQUARE * em, base);
    g.setColor(new Color(look.palette().muted()));
    told.draw(g, all.getMaxX() - told.advance(), base);
  }

  private static TextLine told(Cell cell, boolean numbered, double em) {
    Episode episode = cell.shown().episode();
    String number = numbered ? "episode " + episode.number() + ", " : "";
    return Typeface.line(
        number + "return " + text(episode.earned()), Typeface.REGULAR.at(SMALL * em));
  }

  private static boolean roomy(Cell cell, double em) {
    double named = Typeface.width(cell.shown().name(), Typeface.SEMI_BOLD.at(em));
    return named + (SQUARE + BETWEEN) * em + told(cell, true, em).advance()
        <= cell.all().getWidth();
  }

  /// A few digits of a number.
  private static String text(double value) {
    double size = Math.abs(value);
    boolean whole = size >= 99.95 || Math.abs(value - Math.rint(value)) < .005;
    String format = whole ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value).replace('-', '−');
  }

  private List<Curve> curves(Shown of, Palette palette) {
    Episode episode = of.episode();
    List<Curve> curves = new ArrayList<>();
    if (episode.baseline().length > 0) {
      curves.add(new Curve(of.baseline(), minus(episode.baseline()), palette.muted(), true));
    }
    if (episode.control().length > 0) {
      curves.add(new Curve("−c", minus(episode.control()), palette.ink(of.ink()).argb(), false));
    }
    curves.add(new Curve("G_t", episode.toGo(), palette.text(), false));
    return curves;
  }

  /// In units of the return: f is minus it.
  private static float[] minus(float[] values) {
    float[] negative = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      negative[i] = -values[i];
    }
    return negative;
  }

  /// The ends of all second lanes: all of G, and of c and baselines what is not far beyond.
  private Extent worth() {
    double low = 0;
    double high = 0;
    for (Shown each : shown) {
      for (float value : each.episode().toGo()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double most = BEYOND * Math.max(high - low, 1e-6);
    double least = low;
    double greatest = high;
    for (Shown each : shown) {
      for (float[] values : List.of(each.episode().control(), each.episode().baseline())) {
        for (float value : values) {
          if (Float.isFinite(value)) {
            least = Math.min(least, Math.max(-value, low - most));
            greatest = Math.max(greatest, Math.min(-value, high + most));
          }
        }
      }
    }
    return new Extent(least, greatest > least ? greatest : least + 1);
  }

  private void strip(Graphics2D g, Cell cell, Extent worth, Look look) {
    Palette palette = look.palette();
    Episode episode = cell.shown().episode();
    double most = 0;
    for (float value : episode.density()) {
      most = Math.max(most, value);
    }
    Extent chances = new Extent(0, Math.max(1, most));
    Rectangle2D above = cell.lanes().getFirst();
    Rectangle2D below = cell.lanes().getLast();
    List<Curve> curves = curves(cell.shown(), palette);
    int faint = palette.ink(cell.shown().ink()).argb();
    Curve chance = new Curve("π(a|s)", episode.density(), faint, false);
    lane(g, above, chances, List.of(chance), episode, look);
    lane(g, below, worth, curves, episode, look);
    double em = look.fontSize();
    Font small = Typeface.REGULAR.at(SMALL * em);
    g.setColor(new Color(palette.muted()));
    double base = below.getMaxY() + em;
    Typeface.line("0", small).draw(g, below.getX(), base);
    String end =
        episode.period() > 0 ? text(seconds()) + " s" : text(seconds() / UNMEASURED) + " steps";
    var last = Typeface.line(end, small);
    last.draw(g, below.getMaxX() - last.advance(), base);
  }

  private void lane(
      Graphics2D g, Rectangle2D lane, Extent y, List<Curve> curves, Episode episode, Look look) {
    Palette palette = look.palette();
    double em = look.fontSize();
    if (palette.plot() != 0) {
      g.setColor(new Color(palette.plot(), true));
      g.fill(lane);
    }
    g.setStroke(new BasicStroke((float) (.6 * em / 12)));
    g.setColor(new Color(palette.grid(), true));
    g.draw(lane);
    Font small = Typeface.REGULAR.at(SMALL * em);
    g.setColor(new Color(palette.muted()));
    var top = Typeface.line(text(y.high()), small);
    var bottom = Typeface.line(text(y.low()), small);
    if (lane.getHeight() > 1.9 * em) {
      top.draw(g, lane.getX() - .4 * em - top.advance(), lane.getY() + .6 * em);
    }
    bottom.draw(g, lane.getX() - .4 * em - bottom.advance(), lane.getMaxY() + .1 * em);
    double x = lane.getX();
    for (int c = curves.size() - 1; c >= 0; c--) {
      Curve curve = curves.get(c);
      var label = Typeface.line(curve.label(), small);
      g.setColor(new Color(curve.argb()));
      label.draw(g, x, lane.getY() - .4 * em);
      x += label.advance() + .8 * em;
    }
    for (Curve curve : curves) {
      g.setColor(new Color(curve.argb()));
      float width = (float) (.75 * look.lineWidth());
      float unit = (float) (em / 12);
      g.setStroke(
          curve.dashed()
              ? new BasicStroke(
                  width,
                  BasicStroke.CAP_BUTT,
                  BasicStroke.JOIN_ROUND,
                  1,
                  new float[] {4 * unit, 3 * unit},
                  0)
              : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(StripPath.of(curve.values(), period(episode) / seconds(), y, lane));
    }
  }
}
