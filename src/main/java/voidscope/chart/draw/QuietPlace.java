package voidscope.chart.draw;

import java.awt.geom.Rectangle2D;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;

/// The place in a plot where a box hides the least of its lines.
public final class QuietPlace {
  private QuietPlace() {}

  /// The best of the corners and of the middles between them.
  ///
  /// @param placed the figure with zeros in their lanes
  /// @param data place of the data
  /// @param width of the box
  /// @param height of the box
  /// @param margin between the box and the plot's edges
  public static Rectangle2D of(
      Figure placed,
      Projection across,
      Projection up,
      Rectangle2D data,
      double width,
      double height,
      double margin) {
    Rectangle2D best = new Rectangle2D.Double();
    int least = Integer.MAX_VALUE;
    for (double right : new double[] {1, 0, .5}) {
      for (double down : new double[] {0, 1, .5}) {
        var box =
            new Rectangle2D.Double(
                data.getX() + margin + right * (data.getWidth() - width - 2 * margin),
                data.getY() + margin + down * (data.getHeight() - height - 2 * margin),
                width,
                height);
        int hidden = hidden(placed, across, up, data, box);
        if (hidden < least) {
          least = hidden;
          best = box;
        }
      }
    }
    return best;
  }

  /// How many points of lines a box hides, or passages between them.
  private static int hidden(
      Figure placed, Projection across, Projection up, Rectangle2D data, Rectangle2D box) {
    int count = 0;
    for (Figure.Line line : placed.lines()) {
      double before = Double.NaN;
      for (int i = 0; i < line.x().length; i++) {
        double x = data.getX() + across.share(line.x()[i]) * data.getWidth();
        double y = data.getMaxY() - up.share(line.y()[i]) * data.getHeight();
        if (box.contains(x, y) || crosses(box, x, before, y)) {
          count++;
        }
        before = y;
      }
    }
    return count;
  }

  private static boolean crosses(Rectangle2D box, double x, double before, double y) {
    return x >= box.getX()
        && x <= box.getMaxX()
        && Math.min(before, y) < box.getY()
        && Math.max(before, y) > box.getMaxY();
  }
}
