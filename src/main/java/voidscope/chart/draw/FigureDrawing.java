package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.Marker;

/// Draws a figure on any Java2D surface, bitmap or vector, from a fresh chart by JFreeChart's
/// ordinary renderers, so that it does not meet the live painter.
public final class FigureDrawing {
  private FigureDrawing() {}

  /// Draws a figure in the look's units.
  ///
  /// @return the names for which its legend had no room
  static List<String> draw(
      Figure figure, FigureAxes axes, Graphics2D g, double width, double height, Look look) {
    Extent x = axes.x();
    Foot foot = axes.y();
    Figure placed = foot.place(figure);
    var frame = new Frame(figure, look, x, foot, width, height);
    XYPlot plot = frame.xyPlot();
    for (Figure.Level level : placed.levels()) {
      Ink ink = look.palette().ink(level.key());
      var stroke = EntrySample.stroke(look, ink, Figure.Style.COMPANION);
      plot.addRangeMarker(
          new ValueMarker(level.y(), new Color(ink.argb()), stroke), Layer.BACKGROUND);
    }
    int index = 0;
    double bottom =
        figure.y().scale() == AxisScale.LOG ? foot.ends().low() : Double.NEGATIVE_INFINITY;
    for (Figure.Line line : placed.bandsBackToFront(look.lit())) {
      index = band(plot, index, line, bottom, look);
    }
    for (Figure.Line line : placed.backToFront()) {
      index = bars(plot, index, line, bottom, look);
      index = line(plot, index, line, look);
    }
    HeatMap map = figure.map();
    if (map != null) {
      plot.getRenderer().addAnnotation(new MapImage(map, look.palette().ramp()), Layer.BACKGROUND);
    }
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    Rectangle2D data = frame.draw(g);
    frame.drawEvents(g, data);
    List<String> missing = frame.drawLegend(g, placed, data);
    frame.captions(data).draw(g);
    return missing;
  }

  /// @param bottom where edges lie that have no place on the axis
  private static int band(XYPlot plot, int index, Figure.Line line, double bottom, Look look) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() == Figure.Style.POINTS) {
      return index;
    }
    var renderer = new DeviationRenderer(false, false);
    renderer.setAlpha((float) look.bandOpacity(line.style()));
    renderer.setDefaultFillPaint(new Color(look.palette().ink(line.ink()).argb()));
    renderer.setAutoPopulateSeriesFillPaint(false);
    var data = new DefaultIntervalXYDataset();
    int from = 0;
    for (int i = 0; i <= low.length; i++) {
      if (i == low.length || !Double.isFinite(low[i]) || !Double.isFinite(high[i])) {
        if (i > from) {
          double[] x = Arrays.copyOfRange(line.x(), from, i);
          double[] down = Arrays.copyOfRange(low, from, i);
          double[] up = Arrays.copyOfRange(high, from, i);
          Arrays.setAll(down, k -> Math.max(down[k], bottom));
          Arrays.setAll(up, k -> Math.max(up[k], bottom));
          data.addSeries(from, new double[][] {x, x, x, up, down, up});
        }
        from = i + 1;
      }
    }
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
    return index + 1;
  }

  /// The bars of points that are known to within an error.
  private static int bars(XYPlot plot, int index, Figure.Line line, double bottom, Look look) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() != Figure.Style.POINTS) {
      return index;
    }
    int[] known =
        IntStream.range(0, low.length)
            .filter(i -> Double.isFinite(low[i]) && Double.isFinite(high[i]) && high[i] > bottom)
            .toArray();
    double[] x = Arrays.stream(known).mapToDouble(i -> line.x()[i]).toArray();
    double[] down = Arrays.stream(known).mapToDouble(i -> Math.max(low[i], bottom)).toArray();
    double[] up = Arrays.stream(known).mapToDouble(i -> high[i]).toArray();
    Ink ink = look.palette().ink(line.ink());
    var renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultLinesVisible(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setCapLength(.4 * look.fontSize());
    renderer.setErrorPaint(new Color(ink.argb()));
    renderer.setErrorStroke(EntrySample.stroke(look, ink, Figure.Style.POINTS));
    var data = new DefaultIntervalXYDataset();
    data.addSeries("", new double[][] {x, x, x, up, down, up});
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
    return index + 1;
  }

  private static int line(XYPlot plot, int index, Figure.Line line, Look look) {
    Ink ink = look.palette().ink(line.ink());
    boolean path = line.style() == Figure.Style.PATH;
    boolean spots = path || line.style() == Figure.Style.SPOTS;
    boolean points = line.style() == Figure.Style.SPOTS || line.style() == Figure.Style.POINTS;
    boolean main = line.style() == Figure.Style.MAIN;
    var renderer = new Spaced(points ? null : MarkerPlaces.of(line, index));
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultLinesVisible(!points);
    renderer.setDefaultShapesVisible(spots || points || (main && look.markers()));
    renderer.setSeriesStroke(0, EntrySample.stroke(look, ink, line.style()));
    int alpha = (int) Math.round(255 * look.opacity(line.style()));
    renderer.setSeriesPaint(0, new Color((ink.argb() & 0xFFFFFF) | alpha << 24, true));
    renderer.setSeriesShape(0, ink.marker().shape((points ? .45 : .6) * look.fontSize()));
    if (spots) {
      double radius = look.spot();
      renderer.setSeriesShape(0, Marker.CIRCLE.shape(2 * radius));
      renderer.setDrawOutlines(true);
      renderer.setUseOutlinePaint(true);
      renderer.setSeriesOutlinePaint(0, new Color(look.palette().halo(ink)));
      renderer.setSeriesOutlineStroke(0, new BasicStroke((float) (.45 * radius)));
    }
    int own = path ? halo(plot, index, line, look) : index;
    plot.setDataset(own, data(line.x(), line.y()));
    plot.setRenderer(own, renderer);
    boolean faint = look.opacity(line.style()) < 1;
    return faint ? own + 1 : breaks(plot, own + 1, line, look);
  }

  /// What lies under a path.
  private static int halo(XYPlot plot, int index, Figure.Line line, Look look) {
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesStroke(0, EntrySample.halo(look));
    renderer.setSeriesPaint(0, new Color(look.palette().halo(look.palette().ink(line.ink()))));
    plot.setDataset(index, data(line.x(), line.y()));
    plot.setRenderer(index, renderer);
    return index + 1;
  }

  /// Crosses where a series stops being a number; what is infinite is only not known.
  private static int breaks(XYPlot plot, int index, Figure.Line line, Look look) {
    double[] y = line.y();
    double[] at =
        IntStream.range(0, y.length - 1)
            .filter(i -> Double.isFinite(y[i]) && Double.isNaN(y[i + 1]))
            .mapToDouble(i -> i)
            .toArray();
    double[] x = Arrays.stream(at).map(i -> line.x()[(int) i]).toArray();
    double[] last = Arrays.stream(at).map(i -> y[(int) i]).toArray();
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, new Color(look.palette().ink(line.ink()).argb()));
    renderer.setSeriesShape(0, Marker.CROSS.shape(.8 * look.fontSize()));
    plot.setDataset(index, data(x, last));
    plot.setRenderer(index, renderer);
    return index + 1;
  }

  /// What is not known is infinite, which the renderers would draw: they leave NaN out.
  private static DefaultXYDataset data(double[] x, double[] y) {
    double[] known = Arrays.stream(y).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    var data = new DefaultXYDataset();
    data.addSeries("", new double[][] {x, known});
    return data;
  }

  /// Shows the markers of some points only.
  private static final class Spaced extends XYLineAndShapeRenderer {
    @Serial private static final long serialVersionUID = 1;
    private final @Nullable BitSet places;

    /// @param places which points, or null for all
    Spaced(@Nullable BitSet places) {
      this.places = places;
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
      return super.getItemShapeVisible(series, item) && (places == null || places.get(item));
    }
  }
}
