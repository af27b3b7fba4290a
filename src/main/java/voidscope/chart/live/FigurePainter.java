package voidscope.chart.live;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.AxisFit;
import voidscope.chart.draw.Captions;
import voidscope.chart.draw.Frame;
import voidscope.chart.draw.Header;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.Projection;
import voidscope.chart.figure.View;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;

/// Paints the successive figures of one chart into `int[]` pictures, on any one thread at a time.
///
/// Header, axes and captions are painted by Java2D and kept until they change; a frame of a running
/// chart is a copy of them and the lines.
public final class FigurePainter {
  /// Up to so many points are drawn large enough for each to be found.
  private static final int FEW = 40;

  private final AxisFit fitX = new AxisFit(0);
  private final AxisFit fitY = new AxisFit(.04);
  private final Raster raster = new Raster();
  private final Dashes dashes = new Dashes();
  private final Polyline polyline = new Polyline();
  private final Ribbon ribbon = new Ribbon();
  private final Cells cells = new Cells();
  private @Nullable Still still;

  /// All that the still part of a picture depends on.
  private record Key(
      int width,
      int height,
      double scale,
      Look look,
      String title,
      Figure.Axis axisX,
      Figure.Axis axisY,
      Extent x,
      Foot y,
      @Nullable Extent colours,
      List<Header.Entry> legend,
      List<Figure.Event> events) {}

  /// The still part: under the lines, and over them.
  private record Still(
      Key key, View view, int[] under, int[] over, List<int[]> boxes, List<Header.Box> legend) {}

  /// Paints a figure.
  ///
  /// @param width of the picture in device pixels
  /// @param scale device pixels a logical pixel
  /// @param with colours and sizes, and who stands out
  /// @param pixels the picture, opaque ARGB, `width · height`; overwritten
  /// @return where the data lie on it
  public View paint(Figure figure, int width, int height, double scale, Look with, int[] pixels) {
    Look look = lit(figure, with);
    Still base = still(figure, width, height, scale, look);
    Figure placed = base.key().y().place(figure);
    System.arraycopy(base.under(), 0, pixels, 0, width * height);
    View view = base.view();
    HeatMap map = figure.map();
    if (map != null) {
      cells.paint(map, look.palette().ramp(), view, pixels, width);
    }
    int bleed = (int) Math.ceil(scale * look.lineWidth());
    raster.target(
        pixels,
        width,
        (int) Math.floor(view.left()),
        (int) Math.floor(view.top()) - bleed,
        (int) Math.ceil(view.left() + view.width()) + bleed,
        (int) Math.ceil(view.top() + view.height()) + bleed);
    for (Figure.Level level : placed.levels()) {
      level(level, view, scale, look);
    }
    for (Figure.Line line : placed.bandsBackToFront(look.lit())) {
      band(line, view, look);
    }
    for (Figure.Line line : placed.backToFront()) {
      bars(line, view, scale, look);
      line(line, view, scale, look);
    }
    for (int[] box : base.boxes()) {
      lay(base.over(), pixels, width, box);
    }
    return view;
  }

  /// The same look, in which nothing fades where nothing of the figure stands out.
  private static Look lit(Figure figure, Look look) {
    return figure.lines().stream().anyMatch(line -> line.key().equals(look.lit()))
        ? look
        : look.lit("");
  }

  /// Where the legend's entries are on the last picture, in logical pixels.
  List<Header.Box> legend() {
    Still kept = still;
    return kept == null ? List.of() : kept.legend();
  }

  private Still still(Figure figure, int width, int height, double scale, Look look) {
    double w = width / scale;
    double h = height / scale;
    double em = look.fontSize();
    Extent x = fitX.fit(figure.x(), Extent.ofX(figure), Frame.ticksAcross(w - 5 * em, look));
    Extent above = fitY.fit(figure.y(), Extent.ofY(figure, x), Frame.ticksUp(h - 6 * em, look));
    Foot y = Foot.of(figure, x, above, h / em - 6);
    HeatMap map = figure.map();
    var key =
        new Key(
            width,
            height,
            scale,
            look.lit(""), // all that stands still is alike
            figure.title(),
            Figure.Axis.fitting(figure.x().label())
                .with(figure.x().scale())
                .named(figure.x().names()),
            Figure.Axis.fitting(figure.y().label()).with(figure.y().scale()),
            x,
            y,
            map == null ? null : map.scale(),
            Header.entries(figure, look),
            figure.events());
    Still kept = still;
    if (kept == null || !kept.key().equals(key)) {
      kept = draw(figure, key);
      still = kept;
    }
    return kept;
  }

  private static Still draw(Figure figure, Key key) {
    double scale = key.scale();
    var under = new BufferedImage(key.width(), key.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    var over = new BufferedImage(key.width(), key.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    var frame =
        new Frame(figure, key.look(), key.x(), key.y(), key.width() / scale, key.height() / scale);
    Graphics2D g = under.createGraphics();
    g.scale(scale, scale);
    Rectangle2D data = frame.draw(g);
    frame.drawEvents(g, data);
    Graphics2D g2 = over.createGraphics();
    g2.setRenderingHints(g.getRenderingHints());
    g2.scale(scale, scale);
    Captions captions = frame.captions(data);
    captions.draw(g2);
    g.dispose();
    g2.dispose();
    var boxes = new ArrayList<int[]>();
    for (Rectangle2D box : captions.boxes()) {
      boxes.add(
          new int[] {
            Math.max(0, (int) Math.floor(box.getX() * scale)),
            Math.max(0, (int) Math.floor(box.getY() * scale)),
            Math.min(key.width(), (int) Math.ceil(box.getMaxX() * scale)),
            Math.min(key.height(), (int) Math.ceil(box.getMaxY() * scale))
          });
    }
    var view =
        new View(
            key.x(),
            key.y().ends(),
            Projection.of(figure.x().scale(), key.x()),
            Projection.of(figure.y().scale(), key.y().ends()),
            data.getX() * scale,
            data.getY() * scale,
            data.getWidth() * scale,
            data.getHeight() * scale);
    return new Still(key, view, pixels(under), pixels(over), boxes, frame.legend());
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private void level(Figure.Level level, View view, double scale, Look look) {
    if (!view.y().contains(level.y())) {
      return;
    }
    Ink ink = look.palette().ink(level.key());
    double at = view.toY(level.y());
    double[] x = {view.left(), view.left() + view.width()};
    double width = scale * look.width(ink, Figure.Style.COMPANION);
    float[] dash = scaled(look.dash(ink, Figure.Style.COMPANION), scale);
    dashes.stroke(raster, x, new double[] {at, at}, 0, 2, width, dash, ink.argb(), 1);
  }

  private void band(Figure.Line line, View view, Look look) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() == Figure.Style.POINTS) {
      return;
    }
    int argb = look.palette().ink(line.ink()).argb();
    ribbon.fill(line.x(), low, high, view, raster, argb, look.bandOpacity(line));
  }

  private void line(Figure.Line line, View view, double scale, Look look) {
    Ink ink = look.palette().ink(line.ink());
    double width = scale * look.width(ink, line.style());
    boolean path = line.style() == Figure.Style.PATH;
    if (path) {
      polyline.path(line.x(), line.y(), view);
      halo(scale * look.pathHalo(), look.palette().halo(ink), look.opacity(line));
    } else {
      polyline.set(line.x(), line.y(), view);
    }
    float[] dash = scaled(look.dash(ink, line.style()), scale);
    double opacity = look.opacity(line);
    for (int run = 0; run < polyline.runs; run++) {
      int from = polyline.start[run];
      int to = polyline.start[run + 1];
      if (line.style() == Figure.Style.SPOTS) {
        for (int i = from; i < to; i++) {
          spot(polyline.x[i], polyline.y[i], ink, scale, look, opacity);
        }
      } else if (line.style() == Figure.Style.POINTS) {
        boolean few = line.x().length <= FEW;
        for (int i = from; i < to; i++) {
          double size = (few ? 4.8 : 3) * width;
          double faint = few ? opacity : .6;
          raster.mark(ink.marker(), polyline.x[i], polyline.y[i], size, ink.argb(), faint);
        }
      } else if (path) {
        raster.path(polyline.x, polyline.y, from, to, width, ink.argb(), opacity);
      } else if (to - from == 1) { // a line needs two points, but one is to be seen
        raster.dot(polyline.x[from], polyline.y[from], 1.5 * width, ink.argb(), opacity);
      } else {
        dashes.stroke(raster, polyline.x, polyline.y, from, to, width, dash, ink.argb(), opacity);
      }
      if (polyline.broken[run] && look.opacity(line.style()) == 1) {
        cross(polyline.x[to - 1], polyline.y[to - 1], scale * look.fontSize() / 3, width, ink);
      }
    }
    if (path && line.x().length > 0 && Double.isFinite(line.y()[0])) {
      spot(view.toX(line.x()[0]), view.toY(line.y()[0]), ink, scale, look, opacity);
    }
  }

  /// What lies under a path, all of it before any of the path.
  private void halo(double width, int argb, double opacity) {
    for (int run = 0; run < polyline.runs; run++) {
      int from = polyline.start[run];
      raster.path(polyline.x, polyline.y, from, polyline.start[run + 1], width, argb, opacity);
    }
  }

  /// A spot; nothing where it has no place.
  private void spot(double x, double y, Ink ink, double scale, Look look, double opacity) {
    if (Double.isFinite(x) && Double.isFinite(y)) {
      double radius = scale * look.spot();
      raster.dot(x, y, 1.45 * radius, look.palette().halo(ink), opacity);
      raster.dot(x, y, radius, ink.argb(), opacity);
    }
  }

  /// The bars of points that are known to within an error.
  private void bars(Figure.Line line, View view, double scale, Look look) {
    double[] low = line.low();
    double[] high = line.high();
    if (low == null || high == null || line.style() != Figure.Style.POINTS) {
      return;
    }
    Ink ink = look.palette().ink(line.ink());
    double width = scale * look.width(ink, line.style());
    for (int i = 0; i < low.length; i++) {
      double x = view.toX(line.x()[i]);
      double top = view.toY(high[i]);
      double down = view.toY(low[i]);
      if (Double.isFinite(top) && Double.isFinite(high[i]) && Double.isFinite(x)) {
        double bottom = Double.isFinite(down) ? down : view.bottom();
        double[] across = {x, x};
        double[] up = {top, bottom};
        raster.stroke(across, up, 0, 2, width, ink.argb(), look.opacity(line));
        double cap = .2 * scale * look.fontSize();
        double[] wide = {x - cap, x + cap};
        for (double end : up) {
          raster.stroke(wide, new double[] {end, end}, 0, 2, width, ink.argb(), look.opacity(line));
        }
      }
    }
  }

  /// Marks where a series stopped being finite.
  private void cross(double x, double y, double size, double width, Ink ink) {
    double[] across = {x - size, x + size};
    raster.stroke(across, new double[] {y - size, y + size}, 0, 2, width, ink.argb(), 1);
    raster.stroke(across, new double[] {y + size, y - size}, 0, 2, width, ink.argb(), 1);
  }

  private static float[] scaled(float[] dash, double scale) {
    for (int i = 0; i < dash.length; i++) {
      dash[i] *= (float) scale;
    }
    return dash;
  }

  /// Lays a translucent pre-multiplied picture over an opaque one within a box.
  private static void lay(int[] over, int[] under, int width, int[] box) {
    for (int row = box[1]; row < box[3]; row++) {
      for (int i = row * width + box[0]; i < row * width + box[2]; i++) {
        int rest = 256 - (over[i] >>> 24) - (over[i] >>> 31);
        int redBlue = (((under[i] & 0xFF00FF) * rest) >>> 8) & 0xFF00FF;
        int green = (((under[i] & 0x00FF00) * rest) >>> 8) & 0x00FF00;
        under[i] = 0xFF000000 | ((over[i] & 0xFFFFFF) + redBlue + green);
      }
    }
  }
}
