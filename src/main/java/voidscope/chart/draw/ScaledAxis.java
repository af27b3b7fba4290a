package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Projection;

/// An axis of JFreeChart that spreads its values and sets its ticks as the live painter does.
final class ScaledAxis extends NumberAxis {
  @Serial private static final long serialVersionUID = 1;

  private final transient Projection projection;
  private final transient List<Marks.Mark> marks;

  ScaledAxis(AxisScale scale, Extent ends, List<Marks.Mark> marks) {
    projection = Projection.of(scale, ends);
    this.marks = marks;
    double slack = 1e-9 * ends.length();
    setRange(
        scale == AxisScale.LOG ? ends.low() * (1 - 1e-9) : ends.low() - slack, ends.high() + slack);
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double share = projection.share(value);
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getX() + share * area.getWidth()
        : area.getMaxY() - share * area.getHeight();
  }

  @Override
  public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
    return projection.value(
        RectangleEdge.isTopOrBottom(edge)
            ? (place - area.getX()) / area.getWidth()
            : (area.getMaxY() - place) / area.getHeight());
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<NumberTick> ticks = new ArrayList<>();
    for (Marks.Mark mark : marks) {
      TickType type = mark.text().isEmpty() ? TickType.MINOR : TickType.MAJOR;
      ticks.add(new NumberTick(type, mark.value(), mark.text(), anchor, anchor, 0));
    }
    return ticks;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScaledAxis axis
        && projection.equals(axis.projection)
        && super.equals(other);
  }

  @Override
  public int hashCode() {
    return projection.hashCode();
  }
}
