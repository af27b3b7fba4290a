package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// Expected loss with the optimum of the problem as it is now. The run along the exact gradient is
/// the line of the exact estimator.
final class LossChart {
  private LossChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : axis.shown()) {
      lines.add(axis.line(track, RunAxis.name(track), track.loss()));
    }
    return axis.figure(
        RunAxis.titles(snapshot).loss(),
        Figure.Axis.fitting(RunAxis.titles(snapshot).lossAxis()),
        axis.smoothed(lines),
        Double.isNaN(snapshot.optimum())
            ? List.of()
            : List.of(new Figure.Level("optimum", "optimum", snapshot.optimum())));
  }
}
