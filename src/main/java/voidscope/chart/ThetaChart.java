package voidscope.chart;

import java.util.ArrayList;
import java.util.List;
import voidscope.experiment.Scenario;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;
import voidscope.problem.Problems;

/// θ trajectories. The toy's optimum lies at infinity, so the axis names its direction.
final class ThetaChart {
  private ThetaChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<String> quantities = snapshot.quantities();
    int quantity = view.up().quantity() < quantities.size() ? view.up().quantity() : 0;
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : axis.shown()) {
      lines.add(axis.line(track, RunAxis.name(track), track.quantities().get(quantity)));
    }
    String towards = quantity == 0 ? direction(snapshot.scenario()) : "";
    return axis.figure(
        RunAxis.titles(snapshot).followed(),
        Figure.Axis.fitting(quantities.get(quantity) + towards),
        axis.smoothed(lines),
        List.of());
  }

  /// Where the optimum is; nothing where it is no single direction.
  private static String direction(Scenario scenario) {
    Scenario now = scenario.settled();
    if (!now.problem().key().equals("squared-distance")) {
      return "";
    }
    double target = now.problem().settings().real(Problems.TARGET.key());
    if (target == 0.5) {
      return " (t = ½: ∇ = 0)";
    }
    return target > 0.5 ? " (optimum → +∞)" : " (optimum → −∞)";
  }
}
