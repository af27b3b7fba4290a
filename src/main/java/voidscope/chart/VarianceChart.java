package voidscope.chart;

import java.util.List;
import voidscope.experiment.Snapshot;

/// Gradient variance.
final class VarianceChart {
  private VarianceChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return new Figure(
        "Gradient variance",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("ln Var ĝ"),
        List.of(),
        List.of(),
        List.of());
  }
}
