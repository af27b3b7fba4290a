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
    double end = RunAxis.end(snapshot);
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      lines.add(
          Thinning.line(
              track.choice().key(), RunAxis.name(track), track.theta(), end, view.columns()));
    }
    return new Figure(
        "Parameters θ",
        RunAxis.of(snapshot),
        Figure.Axis.fitting(snapshot.quantities().getFirst() + direction(snapshot.scenario())),
        lines,
        List.of(),
        EventCaptions.of(snapshot, view));
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
