package voidscope.chart.live;

import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.View;
import voidscope.chart.look.Ramp;

/// Paints the cells of a map, each pixel in the colour of the cell that holds its middle. Scratch
/// of one thread.
final class Cells {
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
    for (int i = left; i < right; i++) {
      columns[i] = map.column(view.fromX(i + .5));
    }
    for (int j = top; j < bottom; j++) {
      int row = map.row(view.fromY(j + .5));
      for (int i = left; row >= 0 && i < right; i++) {
        int argb = columns[i] < 0 ? 0 : colours[row * map.columns() + columns[i]];
        if (argb != 0) {
          pixels[j * stride + i] = argb;
        }
      }
    }
  }
}
