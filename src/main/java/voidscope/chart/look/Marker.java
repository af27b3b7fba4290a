package voidscope.chart.look;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The shape of a series' points, which tells series apart where colour cannot.
public enum Marker {
  /// A disc.
  CIRCLE,
  /// An upright square.
  SQUARE,
  /// A square on its corner.
  DIAMOND,
  /// A triangle pointing up.
  TRIANGLE_UP,
  /// A triangle pointing down.
  TRIANGLE_DOWN,
  /// A diagonal cross.
  CROSS,
  /// An upright cross.
  PLUS;

  /// The filled outline around the origin, `size` across.
  public Shape shape(double size) {
    double r = size / 2;
    double t = size / 8;
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-r, -r, size, size);
      case SQUARE -> new Rectangle2D.Double(-.9 * r, -.9 * r, .9 * size, .9 * size);
      case DIAMOND -> polygon(0, -1.2 * r, 1.2 * r, 0, 0, 1.2 * r, -1.2 * r, 0);
      case TRIANGLE_UP -> polygon(0, -1.1 * r, 1.1 * r, .9 * r, -1.1 * r, .9 * r);
      case TRIANGLE_DOWN -> polygon(0, 1.1 * r, 1.1 * r, -.9 * r, -1.1 * r, -.9 * r);
      case CROSS ->
          polygon(
              0, t, r - t, r, r, r - t, t, 0, r, t - r, r - t, -r, 0, -t, t - r, -r, -r, t - r, -t,
              0, -r, r - t, t - r, r);
      case PLUS ->
          polygon(
              t, t, t, r, -t, r, -t, t, -r, t, -r, -t, -t, -t, -t, -r, t, -r, t, -t, r, -t, r, t);
    };
  }

  private static Shape polygon(double... xy) {
    var path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
