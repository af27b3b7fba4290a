package voidscope.chart.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The foot of a logarithmic axis: a strip below all that has a logarithm, marked 0, where zeros
/// lie. Every series has a lane of its own there, so that those which are zero side by side are all
/// seen.
///
/// @param floor the axis' value at the strip's upper edge; NaN where there is no strip
/// @param ends the axis' ends with the strip
/// @param lanes keys of the series in it, from the upper to the lower
public record Foot(double floor, Extent ends, List<String> lanes) {
  /// Height of the strip in letters.
  private static final double LETTERS = 1.6;

  /// Where its middle is, from the axis' end, as a share of it: below the centre, so that its text
  /// stays clear of one at the upper edge.
  private static final double MIDDLE = 0.4;

  private static final double LANE = 0.18;
  private static final double MOST = 0.3;

  /// The foot of a figure's vertical axis; without a strip where nothing shown is zero, where zero
  /// has a place of its own, or where the axis' lower end is set.
  ///
  /// @param x the part of the abscissa that is shown
  /// @param y the ends of the axis above the strip
  /// @param letters height of the plot in letters
  public static Foot of(Figure figure, Extent x, Extent y, double letters) {
    boolean fixed = Double.isFinite(figure.y().minimum()) && figure.y().minimum() > 0;
    Set<String> keys = new LinkedHashSet<>();
    if (figure.y().scale() == AxisScale.LOG && !fixed) {
      figure.lines().stream()
          .filter(line -> !line.outline() && zero(line, x))
          .map(Figure.Line::key)
          .forEach(keys::add);
      figure.levels().stream()
          .filter(level -> level.y() == 0)
          .map(Figure.Level::key)
          .forEach(keys::add);
    }
    if (keys.isEmpty()) {
      return new Foot(Double.NaN, y, List.of());
    }
    double share = Math.min(MOST, LETTERS / Math.max(1, letters));
    Projection above = Projection.of(AxisScale.LOG, y);
    double low = above.value(-share / (1 - share));
    return new Foot(y.low(), new Extent(low, y.high()), List.copyOf(keys));
  }

  private static boolean zero(Figure.Line line, Extent x) {
    for (int i = 0; i < line.y().length; i++) {
      if (line.y()[i] == 0 && x.contains(line.x()[i])) {
        return true;
      }
    }
    return false;
  }

  /// Whether there is a strip.
  public boolean exists() {
    return !lanes.isEmpty();
  }

  /// Where the text 0 stands.
  public double zero() {
    return value(MIDDLE);
  }

  /// The axis' value at a share of the strip's height.
  private double value(double share) {
    Projection whole = Projection.of(AxisScale.LOG, ends);
    return whole.value(share * whole.share(floor));
  }

  /// The figure as it is to be drawn: zeros in their lanes, outlines cut where they are zero, bars
  /// as boxes, and a marginal as lines at the axis' end.
  public Figure place(Figure figure) {
    List<Figure.Line> lines = new ArrayList<>();
    if (figure.ground() instanceof Marginal marginal) {
      lines.addAll(marginal.lines(Projection.of(figure.y().scale(), ends)));
    } else if (!exists() && figure.lines().stream().noneMatch(Foot::changed)) {
      return figure;
    }
    double zero = figure.y().scale() == AxisScale.LOG ? ends.low() : 0;
    for (Figure.Line line : figure.lines()) {
      if (changed(line)) {
        lines.add(line.outline() ? line.cut(zero) : line.boxes());
        continue;
      }
      double[] y = line.y();
      boolean zeros = lanes.contains(line.key()) && Arrays.stream(y).anyMatch(v -> v == 0);
      lines.add(zeros ? line.map(v -> v == 0 ? lane(line.key()) : v) : line);
    }
    List<Figure.Level> levels =
        figure.levels().stream()
            .map(
                level ->
                    level.y() == 0
                        ? new Figure.Level(level.key(), level.name(), lane(level.key()))
                        : level)
            .toList();
    return figure.with(lines, levels);
  }

  /// Whether a line is drawn otherwise than by its points wherever they lie.
  private static boolean changed(Figure.Line line) {
    return line.outline() || line.style() == Figure.Style.BAR;
  }

  private double lane(String key) {
    double gap = Math.min(LANE, 2 * MIDDLE / (lanes.size() + 1));
    double up = (lanes.size() - 1) / 2.0 - lanes.indexOf(key);
    return value(MIDDLE + gap * up);
  }
}
