package voidscope.chart;

import java.util.List;
import voidscope.experiment.Snapshot;

/// Expected loss.
final class LossChart {
  private LossChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return new Figure(
        "Expected loss",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("E f(b)"),
        List.of(),
        List.of(),
        List.of());
  }
}
