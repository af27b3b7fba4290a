package voidscope.chart.export;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import voidscope.chart.draw.Captions;
import voidscope.chart.draw.ColourBar;
import voidscope.chart.draw.EntryBlock;
import voidscope.chart.draw.FigureAxes;
import voidscope.chart.draw.Frame;
import voidscope.chart.draw.Header;
import voidscope.chart.draw.LineEnd;
import voidscope.chart.draw.MarkerPlaces;
import voidscope.chart.draw.Marks;
import voidscope.chart.draw.QuietPlace;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.Projection;
import voidscope.chart.look.Ink;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;

/// One figure of a page as an axis of PGFPlots at its place, with the ticks that figures of other
/// kinds have. Where an axis is symmetrically logarithmic, which PGFPlots does not know, its data
/// are given as shares of its length.
final class PgfPlot {
  private static final int A_LINE = 6;
  private static final double MOST_ABOVE = .42;
  private static final double MOST_BELOW = .4;
  private static final double MOST_BESIDE = .45;
  private static final double MOST_INSIDE = .85;

  private final Figure figure;
  private final Figure placed;
  private final Rectangle2D place;
  private final Look look;
  private final TexText tex;
  private final StringBuilder out;
  private final double em;
  private final FigureAxes axes;
  private final Projection across;
  private final Projection up;
  private final ColourBar bar;

  PgfPlot(Figure figure, Rectangle2D place, Look look, TexText tex, StringBuilder out) {
    this.figure = figure;
    this.place = place;
    this.look = look;
    this.tex = tex;
    this.out = out;
    em = look.fontSize();
    axes = FigureAxes.of(figure, place.getWidth(), place.getHeight(), look);
    placed = axes.y().place(figure);
    across = Projection.of(figure.x().scale(), axes.x());
    up = Projection.of(figure.y().scale(), axes.y().ends());
    bar = new ColourBar(figure.map(), look, place.getHeight() - 6 * em);
  }

  /// The name of an ink's colour.
  static String colour(String key) {
    return "voidscope-ink-" + key.replace('#', '-');
  }

  /// The colour, width and dash of a line.
  static String style(Look look, String key, Figure.Style style) {
    Ink ink = look.palette().ink(key);
    StringBuilder text = new StringBuilder();
    text.append(PgfFigure.format("color=%s,line width=%sbp", colour(key), look.width(ink, style)));
    if (look.opacity(style) < 1) {
      text.append(PgfFigure.format(",opacity=%s", look.opacity(style)));
    }
    float[] dash = look.dash(ink, style);
    if (dash.length > 0) {
      text.append(",dash pattern=");
      for (int i = 0; i < dash.length; i++) {
        text.append(PgfFigure.format(i % 2 == 0 ? "on %sbp " : "off %sbp ", (double) dash[i]));
      }
    }
    return text.toString().strip();
  }

  /// The marker of an ink.
  ///
  /// @param size across, in points
  static String mark(Look look, String key, double size) {
    Ink ink = look.palette().ink(key);
    String mark =
        switch (ink.marker()) {
          case CIRCLE -> "*";
          case SQUARE -> "square*";
          case DIAMOND -> "diamond*";
          case TRIANGLE_UP, TRIANGLE_DOWN -> "triangle*";
          case CROSS -> "x";
          case PLUS -> "+";
        };
    String turned =
        switch (ink.marker()) {
          case TRIANGLE_DOWN -> ",rotate=180";
          case CROSS, PLUS -> PgfFigure.format(",line width=%sbp", size / 4);
          case CIRCLE, SQUARE, DIAMOND, TRIANGLE_UP -> "";
        };
    String sized = PgfFigure.format(",mark size=%sbp,mark options={solid%s}", size / 2, turned);
    return "mark=" + mark + sized;
  }

  /// What lies under a path in an ink.
  static String halo(Look look, String key) {
    return PgfFigure.format(
        "line cap=round,line join=round,preaction={draw=%s,line width=%sbp}",
        haloColour(look, key), look.pathHalo());
  }

  private static String haloColour(Look look, String key) {
    return look.palette().halo(look.palette().ink(key)) == 0xFFFFFFFF ? "white" : "black";
  }

  /// The marker of a spot in an ink, with its halo.
  static String spot(Look look, String key) {
    return PgfFigure.format(
        "mark=*,mark size=%sbp,mark options={solid,draw=%s,fill=%s,line width=%sbp}",
        look.spot(), haloColour(look, key), colour(key), .45 * look.spot());
  }

  /// Writes it.
  void write(PgfLegend legend) {
    double top = place.getY() + .6 * em;
    double left = place.getX() + 1.5 * em + ticksWidth();
    double right = place.getMaxX() - 1.4 * em - bar.width();
    double bottom = place.getMaxY() - 1.7 * em;
    if (!figure.y().label().isEmpty()) {
      left += 1.2 * em;
    }
    if (!figure.x().label().isEmpty()) {
      bottom -= 1.1 * em;
    }
    if (!figure.title().isEmpty()) {
      text(
          place.getX() + em,
          place.getY() + 1.45 * em,
          "anchor=base west",
          "\\bfseries",
          figure.title());
      top += 1.5 * em;
    }
    Set<String> ended = new LinkedHashSet<>();
    if (look.legend() == LegendPlace.ENDS) {
      figure.lines().stream().filter(LineEnd::named).forEach(line -> ended.add(line.name()));
    }
    List<Header.Entry> entries =
        look.legend() == LegendPlace.NONE
            ? List.of()
            : Header.entries(figure, look).stream()
                .filter(entry -> !ended.contains(entry.name()))
                .toList();
    double width = place.getWidth() - 2 * em;
    double height = place.getHeight();
    switch (look.legend()) {
      case ABOVE -> {
        EntryBlock rows = EntryBlock.rows(entries, look, width, MOST_ABOVE * height);
        legend.put(rows, place.getX() + em, top - .4 * em);
        top += rows.height();
      }
      case BELOW, ENDS -> {
        EntryBlock rows = EntryBlock.rows(entries, look, width, MOST_BELOW * height);
        legend.put(rows, place.getX() + em, place.getMaxY() - rows.height() - .3 * em);
        bottom -= rows.height();
      }
      case BESIDE -> {
        EntryBlock column = EntryBlock.columns(entries, look, MOST_BESIDE * width, bottom - top);
        right -= column.width();
        legend.put(column, right + bar.width() + em, top);
      }
      case INSIDE, NONE -> {}
    }
    double longest =
        ended.stream()
            .mapToDouble(name -> Typeface.width(name, Typeface.REGULAR.at(.95 * em)))
            .max()
            .orElse(-1.2 * em);
    right -= Math.min(MOST_BESIDE * width, longest + 1.2 * em);
    Rectangle2D data =
        new Rectangle2D.Double(left, top, Math.max(em, right - left), Math.max(em, bottom - top));
    axis(data);
    HeatMap map = figure.map();
    if (map != null) {
      new PgfMap(map, look, out).bar(bar, data, em, tex);
    }
    events(data);
    labels(data);
    Rectangle2D taken = new Rectangle2D.Double();
    if (look.legend() == LegendPlace.INSIDE) {
      taken = inside(entries, data, legend);
    } else if (look.legend() == LegendPlace.ENDS) {
      ends(ended, data, longest, legend);
    }
    captions(data, taken);
  }

  private double ticksWidth() {
    return vertical(place.getHeight()).stream()
        .mapToDouble(mark -> Typeface.width(mark.text(), Typeface.REGULAR.at(.88 * em)))
        .max()
        .orElse(0);
  }

  private List<Marks.Mark> vertical(double height) {
    return Marks.of(figure.y().scale(), axes.y(), Frame.ticksUp(height - 6 * em, look));
  }

  private Rectangle2D inside(List<Header.Entry> entries, Rectangle2D data, PgfLegend legend) {
    EntryBlock block =
        EntryBlock.columns(
            entries, look, MOST_INSIDE * data.getWidth(), MOST_INSIDE * data.getHeight());
    Rectangle2D box =
        QuietPlace.of(placed, across, up, data, block.width() + .6 * em, block.height(), .4 * em);
    if (look.palette().plot() != 0) {
      line(
          "\\fill[voidscope-ground,opacity=.85] (%s,%s) rectangle (%s,%s);",
          box.getX(), box.getY(), box.getMaxX(), box.getMaxY());
    }
    legend.put(block, box.getX() + .3 * em, box.getY());
    return box;
  }

  private void ends(Set<String> ended, Rectangle2D data, double longest, PgfLegend legend) {
    double room = place.getMaxX() - data.getMaxX() - 1.4 * em;
    double size = Math.clamp(room / Math.max(1, longest), .65, 1);
    size = Math.clamp(data.getHeight() / (1.25 * em * ended.size()), .65, size);
    List<LineEnd> ends = LineEnd.of(placed, across, up, data, 1.25 * size * em);
    for (LineEnd end : ends) {
      line(
          "\\draw[color=%s,line width=%sbp] (%s,%s) -- (%s,%s);",
          colour(end.line().ink()),
          em / 12,
          data.getMaxX() + .1 * em,
          end.from(),
          data.getMaxX() + .95 * em,
          end.to());
      legend.name(
          data.getMaxX() + 1.2 * em,
          end.to(),
          "anchor=west",
          size * em,
          "voidscope-text",
          end.line().name());
      ended.remove(end.line().name());
    }
    legend.lack(List.copyOf(ended));
  }

  private void axis(Rectangle2D data) {
    List<Marks.Mark> below =
        Marks.of(figure.x(), axes.x(), Frame.ticksAcross(place.getWidth() - 5 * em, look));
    // Its own y points up, whereas places on the page count down.
    line("\\begin{scope}[shift={(%s,%s)},x=1cm,y=1cm]", data.getX(), data.getMaxY());
    line("\\begin{axis}[at={(0,0)},anchor=south west,scale only axis,");
    line("width=%sbp,height=%sbp,", data.getWidth(), data.getHeight());
    ends("x", figure.x().scale(), across, below);
    ends("y", figure.y().scale(), up, vertical(place.getHeight()));
    line(
        "tick label style={font=\\fontsize{%s}{%s}\\selectfont,color=voidscope-muted},",
        .88 * em, em);
    line("xticklabel shift=%sbp,yticklabel shift=%sbp,", .3 * em, .2 * em);
    line("grid=both,major grid style={color=voidscope-grid,line width=%sbp},", em / 12);
    line("minor grid style={color=voidscope-grid,opacity=.5,line width=%sbp},", em / 12);
    line("axis line style={color=voidscope-axis,line width=%sbp},", em / 12);
    line(
        "axis x line*=bottom,axis y line*=left,y axis line style={draw=none},tick"
            + " style={draw=none},");
    line("every axis plot/.append style={forget plot},unbounded coords=jump]");
    HeatMap map = figure.map();
    if (map != null) {
      new PgfMap(map, look, out).cells();
    }
    for (Figure.Level level : placed.levels()) {
      double y = scaled(figure.y().scale(), up).applyAsDouble(level.y());
      line(
          "\\addplot[%s] coordinates {(%s,%s) (%s,%s)};",
          style(look, level.key(), Figure.Style.COMPANION),
          low(figure.x().scale(), across),
          PgfFigure.value(y),
          high(figure.x().scale(), across),
          PgfFigure.value(y));
    }
    placed.bandsBackToFront("").forEach(this::band);
    int index = 0;
    for (Figure.Line each : placed.backToFront()) {
      bars(each);
      line(each, index++);
    }
    line("\\end{axis}\n\\end{scope}");
  }

  private void ends(String axis, AxisScale scale, Projection projection, List<Marks.Mark> marks) {
    DoubleUnaryOperator scaled = scaled(scale, projection);
    List<Marks.Mark> named = marks.stream().filter(mark -> !mark.text().isEmpty()).toList();
    String texts =
        named.stream()
            .map(mark -> "{" + tex.of(mark.text()) + "}")
            .collect(Collectors.joining(","));
    line("%smin=%s,%smax=%s,", axis, low(scale, projection), axis, high(scale, projection));
    if (scale == AxisScale.LOG) {
      line("%smode=log,log basis %s=10,", axis, axis);
    }
    line("%stick={%s},%sticklabels={%s},", axis, places(named, scaled), axis, texts);
    List<Marks.Mark> fine = marks.stream().filter(mark -> mark.text().isEmpty()).toList();
    line("minor %stick={%s},", axis, places(fine, scaled));
  }

  private static String places(List<Marks.Mark> marks, DoubleUnaryOperator scaled) {
    return PgfFigure.numbers(
        marks.stream().map(mark -> scaled.applyAsDouble(mark.value())).toList());
  }

  /// Data as they are written: as they are, or as shares of an axis that PGFPlots does not know.
  private static DoubleUnaryOperator scaled(AxisScale scale, Projection projection) {
    return foreign(scale) ? projection::share : DoubleUnaryOperator.identity();
  }

  /// Whether PGFPlots does not know a scale.
  private static boolean foreign(AxisScale scale) {
    return scale == AxisScale.SYMLOG || scale == AxisScale.SQRT;
  }

  private static String low(AxisScale scale, Projection projection) {
    return foreign(scale) ? "0" : PgfFigure.value(projection.value(0));
  }

  private static String high(AxisScale scale, Projection projection) {
    return foreign(scale) ? "1" : PgfFigure.value(projection.value(1));
  }

  private void band(Figure.Line line) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() == Figure.Style.POINTS) {
      return;
    }
    double bottom = bottom();
    String style =
        PgfFigure.format(
            "draw=none,fill=%s,fill opacity=%s",
            colour(line.ink()), look.bandOpacity(line.style()));
    int from = 0;
    for (int i = 0; i <= low.length; i++) {
      if (i == low.length || !Double.isFinite(low[i]) || !Double.isFinite(high[i])) {
        if (i > from + 1) {
          List<double[]> edge = new ArrayList<>();
          for (int k = from; k < i; k++) {
            edge.add(new double[] {line.x()[k], Math.max(high[k], bottom)});
          }
          for (int k = i - 1; k >= from; k--) {
            edge.add(new double[] {line.x()[k], Math.max(low[k], bottom)});
          }
          out.append("\\addplot[").append(style).append("] coordinates {");
          points(edge);
          line("} -- cycle;");
        }
        from = i + 1;
      }
    }
  }

  /// Where edges lie that have no place on the axis.
  private double bottom() {
    return figure.y().scale() == AxisScale.LOG ? axes.y().ends().low() : Double.NEGATIVE_INFINITY;
  }

  /// The bars of points that are known to within an error.
  private void bars(Figure.Line line) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() != Figure.Style.POINTS) {
      return;
    }
    double bottom = bottom();
    List<double[]> ends = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      if (Double.isFinite(low[i]) && Double.isFinite(high[i]) && high[i] > bottom) {
        ends.add(new double[] {line.x()[i], Math.max(low[i], bottom)});
        ends.add(new double[] {line.x()[i], high[i]});
        ends.add(new double[] {line.x()[i], Double.NaN});
      }
    }
    if (!ends.isEmpty()) {
      out.append("\\addplot[").append(style(look, line.ink(), Figure.Style.POINTS));
      out.append(",mark=-").append(PgfFigure.format(",mark size=%sbp", .2 * em));
      out.append("] coordinates {");
      points(ends);
      line("};");
    }
  }

  private void line(Figure.Line line, int index) {
    boolean spots = line.style() == Figure.Style.SPOTS;
    boolean dots = spots || line.style() == Figure.Style.POINTS;
    StringBuilder options = new StringBuilder(style(look, line.ink(), line.style()));
    if (dots) {
      options.append(",only marks");
    }
    BitSet outlined = MarkerPlaces.ofOutline(line, index);
    if (line.style() == Figure.Style.PATH) {
      options.append(',').append(halo(look, line.ink())).append(',').append(spot(look, line.ink()));
      options.append(",mark indices={1}");
    } else if (spots) {
      options.append(',').append(spot(look, line.ink()));
    } else if (line.outline()) {
      options.append(",mark=none");
    } else if (dots || line.style() == Figure.Style.MAIN) {
      double size = (dots ? .4 : .5) * em;
      int every = dots ? 1 : Math.max(1, line.x().length / 10);
      int phase = 1 + index % 7 * every / 7;
      options.append(',').append(mark(look, line.ink(), size));
      options.append(",mark repeat=").append(every).append(",mark phase=").append(phase);
    } else {
      options.append(",mark=none");
    }
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < line.x().length; i++) {
      boolean known = Double.isFinite(line.y()[i]);
      points.add(new double[] {line.x()[i], known ? line.y()[i] : Double.NaN});
    }
    out.append("\\addplot[").append(options).append("] coordinates {");
    points(points);
    line("};");
    if (line.style() == Figure.Style.MAIN && !outlined.isEmpty()) {
      out.append("\\addplot[").append(style(look, line.ink(), line.style()));
      out.append(",only marks,").append(mark(look, line.ink(), .5 * em)).append("] coordinates {");
      points(outlined.stream().mapToObj(points::get).toList());
      line("};");
    }
  }

  private void points(List<double[]> points) {
    DoubleUnaryOperator x = scaled(figure.x().scale(), across);
    DoubleUnaryOperator y = scaled(figure.y().scale(), up);
    for (int i = 0; i < points.size(); i++) {
      out.append(i % A_LINE == 0 ? "\n" : " ");
      out.append('(').append(PgfFigure.value(x.applyAsDouble(points.get(i)[0]))).append(',');
      out.append(PgfFigure.value(y.applyAsDouble(points.get(i)[1]))).append(')');
    }
  }

  private void events(Rectangle2D data) {
    for (Figure.Event event : figure.events()) {
      if (axes.x().contains(event.x())) {
        double x = data.getX() + across.share(event.x()) * data.getWidth();
        line(
            "\\draw[color=voidscope-event,line width=%sbp,dash pattern=on %sbp off %sbp]"
                + " (%s,%s) -- (%s,%s);",
            em / 12, em / 4, em / 4, x, data.getY(), x, data.getMaxY());
      }
    }
  }

  private void captions(Rectangle2D data, Rectangle2D taken) {
    for (Captions.Placed caption :
        new Captions(figure.events(), look, axes.x(), across, data, taken).placed()) {
      Rectangle2D box = caption.box();
      if (look.palette().plot() != 0) {
        line(
            "\\fill[voidscope-ground,opacity=.92] (%s,%s) rectangle (%s,%s);",
            box.getX(), box.getY(), box.getMaxX(), box.getMaxY());
      }
      text(
          box.getX() + .3 * em,
          box.getY() + .93 * em,
          "anchor=base west,color=voidscope-muted",
          PgfFigure.format("\\fontsize{%s}{%s}\\selectfont", .82 * em, em),
          caption.caption());
    }
  }

  private void labels(Rectangle2D data) {
    String font = PgfFigure.format("\\fontsize{%s}{%s}\\selectfont", .92 * em, 1.1 * em);
    if (!figure.x().label().isEmpty()) {
      text(
          data.getCenterX(),
          data.getMaxY() + 2.5 * em,
          "anchor=base,color=voidscope-muted",
          font,
          figure.x().label());
    }
    if (!figure.y().label().isEmpty()) {
      double half = Typeface.width(figure.y().label(), Typeface.MEDIUM.at(.88 * em)) / 2;
      text(
          place.getX() + 1.3 * em,
          Math.max(data.getCenterY(), data.getY() + half),
          "anchor=base,rotate=90,color=voidscope-muted",
          font,
          figure.y().label());
    }
  }

  private void text(double x, double y, String options, String font, String text) {
    out.append(PgfFigure.node(x, y, options + ",font=" + font, tex.of(text)));
  }

  private void line(String format, Object... numbers) {
    out.append(PgfFigure.format(format, numbers)).append('\n');
  }
}
