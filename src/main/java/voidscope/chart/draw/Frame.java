package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.Projection;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Typeface;

/// Everything of a figure but its data: header, axes, grid and event lines, drawn by JFreeChart in
/// logical pixels. The live painter draws it seldom and exported pictures each time, so both look
/// the same.
public final class Frame {
  private final Figure figure;
  private final Look look;
  private final Extent x;
  private final Foot y;
  private final double width;
  private final double height;
  private final Header header;
  private final Legend legend;
  private final ColourBar bar;
  private final XYPlot plot;

  public Frame(Figure figure, Look look, Extent x, Foot y, double width, double height) {
    this.figure = figure;
    this.look = look;
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    header = new Header(figure, look, width, height);
    legend = new Legend(figure, look, width, height - header.height());
    bar =
        new ColourBar(
            figure.map(), look, height - legend.height() - header.height() - 4 * look.fontSize());
    plot = plot();
  }

  /// About how many ticks fit an axis over that length.
  public static double ticksAcross(double width, Look look) {
    return Math.clamp(width / (7.5 * look.fontSize()), 2, 12);
  }

  /// About how many ticks fit an axis over that height.
  public static double ticksUp(double height, Look look) {
    return Math.clamp(height / (3.7 * look.fontSize()), 2, 9);
  }

  /// Where the legend's entries are.
  public List<Header.Box> legend() {
    return header.boxes();
  }

  /// The plot, to which an exported picture adds its data.
  XYPlot xyPlot() {
    return plot;
  }

  /// Draws it and returns the place of the data in logical pixels.
  public Rectangle2D draw(Graphics2D g) {
    double em = look.fontSize();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (look.palette().ground() != 0) {
      g.setColor(new Color(look.palette().ground()));
      g.fill(new Rectangle2D.Double(0, 0, width, height));
    }
    header.draw(g);
    var info = new PlotRenderingInfo(new ChartRenderingInfo(null));
    double top = header.height() + .6 * em;
    double left = .6 * em + (figure.y().label().isEmpty() ? 0 : 1.2 * em);
    double bottom =
        height - legend.height() - .6 * em - (figure.x().label().isEmpty() ? 0 : 1.1 * em);
    var area =
        new Rectangle2D.Double(
            left,
            top,
            Math.max(1, width - legend.width() - bar.width() - left - 1.4 * em),
            Math.max(1, bottom - top));
    plot.draw(g, area, null, null, info);
    Rectangle2D data = info.getDataArea();
    if (data == null || data.getWidth() < 1 || data.getHeight() < 1) {
      return new Rectangle2D.Double(area.x, area.y, 1, 1);
    }
    labels(g, data);
    bar.draw(g, data);
    return data;
  }

  private void labels(Graphics2D g, Rectangle2D data) {
    double em = look.fontSize();
    Font font = Typeface.MEDIUM.at(.88 * em);
    g.setColor(new Color(look.palette().muted()));
    String across = figure.x().label();
    double half = Typeface.width(across, font) / 2;
    Typeface.line(across, font)
        .draw(g, data.getCenterX() - half, height - legend.height() - .65 * em);
    String up = figure.y().label();
    double room = height - legend.height() - header.height() - .6 * em;
    font =
        font.deriveFont(
            (float) Math.min(font.getSize2D(), font.getSize2D() * room / Typeface.width(up, font)));
    Graphics2D turned = (Graphics2D) g.create();
    half = Typeface.width(up, font) / 2;
    double middle = Math.max(data.getCenterY(), header.height() + .2 * em + half);
    turned.rotate(-Math.PI / 2, 1.3 * em, middle);
    Typeface.line(up, font).draw(turned, 1.3 * em - half, middle);
    turned.dispose();
  }

  /// Draws the event lines over the place of the data.
  public void drawEvents(Graphics2D g, Rectangle2D data) {
    g.setColor(new Color(look.palette().event()));
    float unit = (float) (look.fontSize() / 12);
    g.setStroke(
        new BasicStroke(
            unit,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {3 * unit, 3 * unit},
            0));
    for (Figure.Event event : figure.events()) {
      if (x.contains(event.x())) {
        double at = data.getX() + across().share(event.x()) * data.getWidth();
        g.draw(new Line2D.Double(at, data.getY(), at, data.getMaxY()));
      }
    }
  }

  /// Draws what names the lines, unless that stands above the plot.
  ///
  /// @param placed the figure with zeros in their lanes
  /// @return names for which there was no room, above the plot or elsewhere
  List<String> drawLegend(Graphics2D g, Figure placed, Rectangle2D data) {
    legend.draw(g, placed, x, y, data, bar.width(), height);
    return Stream.concat(header.missing().stream(), legend.missing().stream()).toList();
  }

  /// The captions of the events, beside whatever [#drawLegend] has drawn.
  public Captions captions(Rectangle2D data) {
    return new Captions(figure.events(), look, x, across(), data, legend.inside());
  }

  private Projection across() {
    return Projection.of(figure.x().scale(), x);
  }

  private XYPlot plot() {
    double em = look.fontSize();
    Palette palette = look.palette();
    double most = ticksUp(height - legend.height() - header.height() - 4 * em, look);
    ScaledAxis across =
        axis(
            figure.x().scale(),
            x,
            Marks.of(
                figure.x(), x, ticksAcross(width - legend.width() - bar.width() - 5 * em, look)));
    ScaledAxis up = axis(figure.y().scale(), y.ends(), Marks.of(figure.y().scale(), y, most));
    across.setTickLabelInsets(new RectangleInsets(.4 * em, 0, .1 * em, 0));
    up.setTickLabelInsets(new RectangleInsets(0, .2 * em, 0, .5 * em));
    across.setAxisLineVisible(true);
    across.setAxisLinePaint(new Color(palette.axis()));
    across.setAxisLineStroke(new BasicStroke((float) (em / 12)));
    var made = new XYPlot(null, across, up, new XYLineAndShapeRenderer());
    made.setInsets(RectangleInsets.ZERO_INSETS);
    made.setAxisOffset(RectangleInsets.ZERO_INSETS);
    made.setOutlineVisible(false);
    made.setBackgroundPaint(palette.plot() == 0 ? null : new Color(palette.plot()));
    var hair = new BasicStroke((float) (em / 12));
    made.setDomainGridlinePaint(new Color(palette.grid()));
    made.setRangeGridlinePaint(new Color(palette.grid()));
    made.setDomainGridlineStroke(hair);
    made.setRangeGridlineStroke(hair);
    var faint = new Color((palette.grid() & 0xFFFFFF) | 0x80000000, true);
    made.setDomainMinorGridlinesVisible(true);
    made.setRangeMinorGridlinesVisible(true);
    made.setDomainMinorGridlinePaint(faint);
    made.setRangeMinorGridlinePaint(faint);
    made.setDomainMinorGridlineStroke(hair);
    made.setRangeMinorGridlineStroke(hair);
    return made;
  }

  private ScaledAxis axis(AxisScale scale, Extent ends, List<Marks.Mark> marks) {
    var axis = new ScaledAxis(scale, ends, marks);
    axis.setTickLabelFont(Typeface.REGULAR.at(.88 * look.fontSize()));
    axis.setTickLabelPaint(new Color(look.palette().muted()));
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    return axis;
  }
}
