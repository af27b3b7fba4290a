package voidscope.chart.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;

/// Where a line ends at the right of a plot, and where its name stands beside it.
///
/// @param line the line
/// @param from how far down it ends
/// @param to how far down its name stands
public record LineEnd(Figure.Line line, double from, double to) {
  /// The ends of the main lines that have a name, from top to bottom, a row apart; without those at
  /// the legend's end for which there is no row.
  ///
  /// @param placed the figure with zeros in their lanes
  /// @param data place of the data
  /// @param row height of a row
  public static List<LineEnd> of(
      Figure placed, Projection across, Projection up, Rectangle2D data, double row) {
    List<LineEnd> ends = new ArrayList<>();
    int room = (int) Math.floor(data.getHeight() / row) + 1;
    for (Figure.Line line : placed.lines()) {
      if (named(line) && ends.size() < room) {
        double y = data.getMaxY() - last(line, across, up) * data.getHeight();
        ends.add(new LineEnd(line, y, y));
      }
    }
    ends.sort(Comparator.comparingDouble(LineEnd::from));
    double[] places = apart(ends, row, data);
    for (int i = 0; i < places.length; i++) {
      ends.set(i, new LineEnd(ends.get(i).line(), ends.get(i).from(), places[i]));
    }
    return List.copyOf(ends);
  }

  /// Whether a line is named at its end.
  public static boolean named(Figure.Line line) {
    return line.style() == Figure.Style.MAIN && !line.name().isEmpty();
  }

  /// Where a line ends within the plot, from its foot, as a share of its height.
  private static double last(Figure.Line line, Projection across, Projection up) {
    double last = .5;
    for (int i = 0; i < line.x().length; i++) {
      double share = up.share(line.y()[i]);
      if (Double.isFinite(share) && across.share(line.x()[i]) <= 1 + 1e-9) {
        last = share;
      }
    }
    return Math.clamp(last, 0, 1);
  }

  /// Places near the ends, in their order, a row apart.
  private static double[] apart(List<LineEnd> ends, double row, Rectangle2D data) {
    double[] places = new double[ends.size()];
    double least = data.getY();
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(ends.get(i).from(), least);
      least = places[i] + row;
    }
    double most = data.getMaxY();
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], most);
      most = places[i] - row;
    }
    return places;
  }
}
