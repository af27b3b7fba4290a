package voidscope.chart.live;

import java.util.Arrays;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.View;
import voidscope.chart.look.Ramp;

/// Paints the cells of a map, each pixel in the colour of the cell that holds its middle. Scratch
/// of one thread.
final class Cells {
  private static final int OUTSIDE = -1;

  private int[] colours = new int[0];
  private int[] columns = new int[0];

  /// Paints a map where it has values; opaque ARGB.
  ///
  /// @param stride pixels a row of the picture
  void paint(HeatMap map, Ramp ramp, View view, int[] pixels, int stride) {
    double[] values = map.values();
    if (colours.length < values.length) {
      colours = new int[values.length];
    }
    for (int i = 0; i < values.length; i++) {
      double share = map.share(values[i]);
      colours[i] = Double.isNaN(share) ? 0 : ramp.argb(share);
    }
    int left = Math.max(0, (int) Math.round(view.left()));
    int right = Math.min(stride, (int) Math.round(view.left() + view.width()));
    int top = Math.max(0, (int) Math.round(view.top()));
    int bottom = Math.min(pixels.length / stride, (int) Math.round(view.bottom()));
    if (columns.length < stride) {
      columns = new int[stride];
    }
    Arrays.fill(columns, OUTSIDE);
    for (int i = left; i < right; i++) {
      columns[i] = cell(view.fromX(i + .5), map.x().low(), map.x().high(), map.columns());
    }
    for (int j = top; j < bottom; j++) {
      int row = cell(view.fromY(j + .5), map.y().low(), map.y().high(), map.rows());
      for (int i = left; row != OUTSIDE && i < right; i++) {
        int argb = columns[i] == OUTSIDE ? 0 : colours[row * map.columns() + columns[i]];
        if (argb != 0) {
          pixels[j * stride + i] = argb;
        }
      }
    }
  }

  private static int cell(double at, double low, double high, int count) {
    double share = (at - low) / (high - low);
    return share >= 0 && share < 1 ? (int) (share * count) : OUTSIDE;
  }
}
