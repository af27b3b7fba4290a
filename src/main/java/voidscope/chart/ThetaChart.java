package voidscope.chart;

import java.util.List;
import voidscope.experiment.Snapshot;

/// θ trajectories.
final class ThetaChart {
  private ThetaChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return new Figure(
        "θ trajectories",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("θ"),
        List.of(),
        List.of(),
        List.of());
  }
}
