package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.EpisodeReturns;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// The share of the replicates that have solved the problem over the run, in steps up; the legend
/// tells when half, a quarter and three quarters of them have.
final class SolvedChart {
  private SolvedChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : axis.shown()) {
      EpisodeReturns returns = track.exhibit(EpisodeReturns.class);
      if (returns != null && !Double.isNaN(returns.level())) {
        lines.add(line(track, returns, axis));
      }
    }
    return axis.counted(
        lines.isEmpty() ? "Solved: nothing is set at which this is" : "Solved",
        new Figure.Axis("share of replicates", 0, 1),
        lines);
  }

  private static Figure.Line line(Track track, EpisodeReturns returns, RunAxis axis) {
    long[] steps = Arrays.stream(returns.solved()).filter(step -> step >= 0).sorted().toArray();
    int count = steps.length;
    double[] x = new double[2 * count + 2];
    double[] y = new double[2 * count + 2];
    double all = returns.solved().length;
    for (int i = 0; i < count; i++) {
      x[2 * i + 1] = axis.measure().at(track, (double) steps[i]);
      x[2 * i + 2] = x[2 * i + 1];
      y[2 * i + 1] = i / all;
      y[2 * i + 2] = (i + 1) / all;
    }
    x[2 * count + 1] = axis.measure().at(track, (double) track.step());
    y[2 * count + 1] = count / all;
    String name = RunAxis.name(track) + ": " + text(returns);
    return new Figure.Line(track.id(), name, track.label(), Figure.Style.MAIN, x, y, null, null);
  }

  /// Median and quartiles of the steps where half of the replicates have, and how many have.
  static String text(EpisodeReturns returns) {
    String count = returns.count() + " of " + returns.solved().length;
    double median = returns.step(.5);
    if (Double.isInfinite(median)) {
      return count;
    }
    String quartiles = " [" + text(returns.step(.25)) + ", " + text(returns.step(.75)) + "], ";
    return text(median) + (returns.solved().length == 1 ? "" : quartiles + count);
  }

  private static String text(double step) {
    return Double.isFinite(step) ? Long.toString(Math.round(step)) : "–";
  }
}
