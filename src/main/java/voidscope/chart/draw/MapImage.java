package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Serial;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Ramp;

/// A map as a picture of a pixel a cell, at its place on the axes of a plot, to a fraction of a
/// unit.
final class MapImage extends AbstractXYAnnotation {
  @Serial private static final long serialVersionUID = 1;
  private final transient HeatMap map;
  private final transient BufferedImage image;

  MapImage(HeatMap map, Ramp ramp) {
    this.map = map;
    int rows = map.rows();
    image = new BufferedImage(map.columns(), rows, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < map.values().length; i++) {
      double share = map.share(map.values()[i]);
      int argb = Double.isNaN(share) ? 0 : ramp.argb(share);
      image.setRGB(i % map.columns(), rows - 1 - Math.floorDiv(i, map.columns()), argb);
    }
  }

  @Override
  public void draw(
      Graphics2D g,
      XYPlot plot,
      Rectangle2D data,
      ValueAxis across,
      ValueAxis up,
      int rendererIndex,
      PlotRenderingInfo info) {
    double left = across.valueToJava2D(map.x().low(), data, RectangleEdge.BOTTOM);
    double right = across.valueToJava2D(map.x().high(), data, RectangleEdge.BOTTOM);
    double bottom = up.valueToJava2D(map.y().low(), data, RectangleEdge.LEFT);
    double top = up.valueToJava2D(map.y().high(), data, RectangleEdge.LEFT);
    var place = AffineTransform.getTranslateInstance(left, top);
    place.scale((right - left) / image.getWidth(), (bottom - top) / image.getHeight());
    g.drawImage(image, place, null);
  }
}
