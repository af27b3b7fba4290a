package voidscope.chart.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import voidscope.chart.figure.Extent;

/// The path of a number that is told at every step: a point a step, where several fall on one unit
/// across the least and the greatest of them, as no eye sees more. What is beyond the ends is drawn
/// at them, what is no number interrupts the path.
final class StripPath {
  private StripPath() {}

  /// @param pitch of two steps, as a share of the lane's width
  /// @param y what the lane's foot and top stand for
  static Path2D of(float[] values, double pitch, Extent y, Rectangle2D lane) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    int each = (int) Math.max(1, Math.floor(1 / (pitch * lane.getWidth())));
    for (int from = 0; from < values.length; from += each) {
      int to = Math.min(values.length, from + each);
      int least = from;
      int most = from;
      for (int i = from + 1; i < to; i++) {
        least = values[i] < values[least] ? i : least;
        most = values[i] > values[most] ? i : most;
      }
      for (int i : least == most ? new int[] {least} : ordered(least, most)) {
        if (!Float.isFinite(values[i])) {
          open = false;
          continue;
        }
        double share = Math.clamp((values[i] - y.low()) / y.length(), 0, 1);
        double x = lane.getX() + i * pitch * lane.getWidth();
        double down = lane.getMaxY() - share * lane.getHeight();
        if (open) {
          path.lineTo(x, down);
        } else {
          path.moveTo(x, down);
        }
        open = true;
      }
    }
    return path;
  }

  private static int[] ordered(int one, int other) {
    return new int[] {Math.min(one, other), Math.max(one, other)};
  }
}
