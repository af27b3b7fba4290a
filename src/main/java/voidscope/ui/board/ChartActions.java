package voidscope.ui.board;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.series.ChartEntry;
import voidscope.ui.model.Axes;
import voidscope.ui.widget.Actions;

/// What can be done to the chart in focus, with its keys.
public record ChartActions(Supplier<ChartBoard> charts) {
  private static final double STEP = 0.25;
  private static final double CLOSER = 0.6;

  /// Puts them in the registry.
  public void register(Actions actions) {
    actions.add("follow", "Follow the run; fit all charts", null, "F", () -> axes(Axes::follow));
    actions.add("fit", "Fit the chart", null, "Shift+F", () -> axes(axes -> axes.fit(entry())));
    actions.add("earlier", "Pan to the left", null, "Alt+Left", () -> move(1, -STEP));
    actions.add("later", "Pan to the right", null, "Alt+Right", () -> move(1, STEP));
    actions.add("closer", "Zoom in", null, "Alt+Up", () -> move(CLOSER, 0));
    actions.add("wider", "Zoom out", null, "Alt+Down", () -> move(1 / CLOSER, 0));
    actions.add("scale-up", "y linear, log, symlog", null, "L", this::spreadUp);
    actions.add("scale-across", "x linear, log", null, "Shift+L", this::spreadAcross);
    actions.add(
        "measure",
        "x steps, evaluations or frames, seconds",
        null,
        "X",
        () -> axes(axes -> axes.measure(axes.run().measure().next())));
    actions.add("quantity", "Next quantity of θ", null, "Q", this::quantity);
    actions.add(
        "smooth",
        "Smooth θ or loss",
        null,
        "S",
        () -> axes(axes -> axes.smooth(entry(), !axes.up(entry()).smooth())));
  }

  private void axes(UnaryOperator<Axes> change) {
    charts.get().axes(change);
  }

  private ChartEntry entry() {
    return charts.get().current().entry();
  }

  private void move(double factor, double shift) {
    ChartCard card = charts.get().current();
    Extent part = card.part(factor, shift);
    if (part != null) {
      axes(axes -> axes.zoom(card.entry(), part, null));
    }
  }

  private void spreadUp() {
    AxisScale next = scale(charts.get().current()).next();
    axes(axes -> axes.spreadUp(entry(), next));
  }

  /// How a chart's y axis is spread now.
  public static AxisScale scale(ChartCard card) {
    Figure figure = card.onScreen();
    return figure == null ? AxisScale.LINEAR : figure.y().scale();
  }

  private void spreadAcross() {
    axes(
        axes ->
            axes.spreadAcross(
                axes.run().scale() == AxisScale.LINEAR ? AxisScale.LOG : AxisScale.LINEAR));
  }

  private void quantity() {
    ChartEntry theta = charts.get().theta();
    int count = charts.get().quantities(theta).size();
    if (count > 0) {
      axes(axes -> axes.quantity(theta, (axes.up(theta).quantity() + 1) % count));
    }
  }
}
