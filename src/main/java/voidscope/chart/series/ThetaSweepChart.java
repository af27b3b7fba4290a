package voidscope.chart.series;

import java.util.List;
import java.util.function.ToDoubleFunction;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Sweep;

/// What one estimate is worth against the first coordinate of θ, the others held: its variance, or
/// the ratio of the gradient's norm to its deviation.
final class ThetaSweepChart {
  private ThetaSweepChart() {}

  /// tr Cov ĝ.
  static Figure variance(Snapshot snapshot, ChartView view) {
    return draw(
        snapshot,
        view,
        "Variance of ĝ over θ",
        SweepLines.variance(snapshot),
        Sweep.Worth::variance,
        Sweep.Worth::varianceError);
  }

  /// ‖g‖/√V.
  static Figure signalToNoise(Snapshot snapshot, ChartView view) {
    return draw(
        snapshot,
        view,
        "Signal-to-noise of ĝ over θ",
        snapshot.parameters() > 1 ? "‖g‖/√tr Cov ĝ" : "|g|/√Var ĝ",
        Sweep.Worth::signalToNoise,
        Sweep.Worth::signalToNoiseError);
  }

  private static Figure draw(
      Snapshot snapshot,
      ChartView view,
      String title,
      String up,
      ToDoubleFunction<Sweep.Worth> value,
      ToDoubleFunction<Sweep.Worth> error) {
    List<SweepLines.Swept> shown = SweepLines.shown(snapshot, view);
    List<Figure.Line> lines =
        shown.stream()
            .map(swept -> SweepLines.line(swept, swept.sweep().thetas(), value, error))
            .toList();
    List<Figure.Event> events =
        SweepLines.focused(shown, view).stream()
            .map(swept -> SweepLines.event(swept.track().label() + " θ", swept.sweep().theta()))
            .toList();
    return SweepLines.figure(
        snapshot,
        view,
        title,
        Figure.Axis.fitting(SweepLines.coordinate(snapshot)),
        Figure.Axis.fitting(up).with(AxisScale.LOG),
        lines,
        events);
  }
}
