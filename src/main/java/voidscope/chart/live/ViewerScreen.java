package voidscope.chart.live;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Serial;
import javafx.scene.Node;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/// Shows the pictures of charts that change seldom in JFreeChart's viewer. The viewer draws nothing
/// but the finished picture, which is painted on another thread, and its own mouse and menu get no
/// event.
final class ViewerScreen implements Screen {
  private final Painted chart = new Painted();
  private final ChartViewer viewer = new ChartViewer(chart, false);

  ViewerScreen() {
    viewer.setMinSize(0, 0);
  }

  @Override
  public Node node() {
    return viewer;
  }

  @Override
  public void show(Pixels picture, double width, double height) {
    chart.picture = picture.drawn();
    if (viewer.getWidth() != width || viewer.getHeight() != height) {
      viewer.resize(width, height);
      viewer.layout();
    }
    viewer.getCanvas().draw();
  }

  /// A chart that is a picture already.
  private static final class Painted extends JFreeChart {
    @Serial private static final long serialVersionUID = 1;
    private transient @Nullable BufferedImage picture;

    Painted() {
      super("", DEFAULT_TITLE_FONT, new XYPlot(), false);
    }

    @Override
    public void draw(
        Graphics2D g,
        Rectangle2D area,
        @Nullable Point2D anchor,
        @Nullable ChartRenderingInfo info) {
      BufferedImage shown = picture;
      if (shown != null) {
        var fit =
            AffineTransform.getScaleInstance(
                area.getWidth() / shown.getWidth(), area.getHeight() / shown.getHeight());
        g.drawImage(shown, fit, null);
      }
    }
  }
}
