package voidscope.chart.draw;

import java.util.BitSet;
import java.util.stream.IntStream;
import voidscope.chart.figure.Figure;

/// Which points of a line carry a marker: few, at other places for every line, of the outline of a
/// histogram only such as lie on top of a bin, and of a path the first.
public final class MarkerPlaces {
  private static final int SPACES = 10;
  private static final int TOPS = 5;
  private static final int PHASES = 7;

  private MarkerPlaces() {}

  /// The indices of the points.
  ///
  /// @param line a main line or a path, as it is drawn
  /// @param index its number among those that are drawn
  static BitSet of(Figure.Line line, int index) {
    if (line.style() == Figure.Style.PATH) {
      return BitSet.valueOf(new long[] {1});
    }
    return line.outline()
        ? ofOutline(line, index)
        : every(IntStream.range(0, line.x().length).toArray(), SPACES, index);
  }

  /// The same of an outline; none of another line.
  public static BitSet ofOutline(Figure.Line line, int index) {
    double[] y = line.y();
    int[] tops =
        IntStream.range(0, line.outline() ? y.length - 1 : 0)
            .filter(i -> Double.isFinite(y[i]) && y[i] == y[i + 1])
            .toArray();
    return every(tops, TOPS, index);
  }

  private static BitSet every(int[] points, int spaces, int index) {
    int every = Math.max(1, points.length / spaces);
    int phase = index % PHASES * every / PHASES;
    BitSet places = new BitSet();
    for (int i = phase; i < points.length; i += every) {
      places.set(points[i]);
    }
    return places;
  }
}
