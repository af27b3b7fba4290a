package voidscope.chart;

import java.util.ArrayList;
import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// Expected loss with the optimum of the problem as it is now. The run along the exact gradient is
/// the line of the exact estimator.
final class LossChart {
  private LossChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    double end = RunAxis.end(snapshot);
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      lines.add(
          Thinning.line(
              track.choice().key(), RunAxis.name(track), track.loss(), end, view.columns()));
    }
    return new Figure(
        "Expected loss",
        RunAxis.of(snapshot),
        Figure.Axis.fitting("E f(b)"),
        lines,
        List.of(new Figure.Level("optimum", "optimum", snapshot.optimum())),
        EventCaptions.of(snapshot, view));
  }
}
