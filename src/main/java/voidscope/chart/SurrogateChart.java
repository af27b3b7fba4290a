package voidscope.chart;

import java.util.List;
import voidscope.experiment.Snapshot;

/// Surrogate.
final class SurrogateChart {
  private SurrogateChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return new Figure(
        "Surrogate",
        Figure.Axis.fitting("u"),
        Figure.Axis.fitting("c(z)"),
        List.of(),
        List.of(),
        List.of());
  }
}
