package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.estimator.EstimatorParameters;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Sweep;
import voidscope.text.Count;

/// The expected squared error of the mean of N estimates, bias² + V/N, against λ, with the present
/// λ and the best one of the contender in focus. One without a λ is the same all along.
final class TradeOffChart {
  private TradeOffChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    double count = view.averaged();
    List<SweepLines.Swept> shown = SweepLines.shown(snapshot, view);
    List<Figure.Line> lines =
        shown.stream()
            .map(
                swept ->
                    SweepLines.line(
                        swept,
                        swept.sweep().temperatures(),
                        worth -> worth.error(count),
                        worth -> worth.errorError(count)))
            .toList();
    List<Figure.Event> events = new ArrayList<>();
    Optional<SweepLines.Swept> told =
        SweepLines.focused(
            shown.stream().filter(s -> !Double.isNaN(s.sweep().temperature())).toList(), view);
    if (told.isPresent()) {
      Sweep sweep = told.get().sweep();
      String label = told.get().track().label();
      events.add(SweepLines.event(label + " λ", sweep.temperature()));
      double best = best(sweep, count);
      if (sweep.exact() && Double.isFinite(best)) {
        events.add(SweepLines.event("best λ", best));
      }
    }
    return SweepLines.figure(
        snapshot,
        view,
        "Bias² + variance/N, N = " + Count.grouped(view.averaged()),
        new Figure.Axis(
            "λ",
            EstimatorParameters.TEMPERATURE_LEAST,
            EstimatorParameters.TEMPERATURE_MOST,
            AxisScale.LOG),
        Figure.Axis.fitting("bias² + V/N").with(AxisScale.LOG),
        lines,
        events);
  }

  /// The λ of least error: of the parabola in log λ through the least value and its neighbours,
  /// which bias² is where the bias changes its sign. An end of the axis where it falls towards
  /// that; NaN without values.
  static double best(Sweep sweep, double count) {
    double[] at = sweep.temperatures().at();
    Sweep.Worth[] worth = sweep.temperatures().worth();
    int least = -1;
    for (int i = 0; i < worth.length; i++) {
      double error = worth[i].error(count);
      if (error > 0 && (least < 0 || error < worth[least].error(count))) {
        least = i;
      }
    }
    if (least <= 0 || least == worth.length - 1) {
      return least < 0 ? Double.NaN : at[least];
    }
    double below = worth[least - 1].error(count) - worth[least].error(count);
    double above = worth[least + 1].error(count) - worth[least].error(count);
    double down = Math.log(at[least - 1] / at[least]);
    double up = Math.log(at[least + 1] / at[least]);
    // The parabola a·s + b·s² through (down, below), (0, 0), (up, above).
    double curvature = (above / up - below / down) / (up - down);
    double slope = below / down - curvature * down;
    double shift = -slope / (2 * curvature);
    return shift > down && shift < up ? at[least] * Math.exp(shift) : at[least];
  }
}
