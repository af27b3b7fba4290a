package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// What a control variate leaves of the variance of the estimate without it, measured, beside 1 −
/// ρ², what it would leave at its best coefficient. A 1 − ρ² recorded as zero is one that is not
/// known, since something does not vary, and so is a ratio of zero beside it: neither is drawn.
public final class ControlChart {
  private ControlChart() {}

  public static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : axis.shown()) {
      Track.Control control = track.control();
      if (control != null) {
        Figure.Line prediction = axis.line(track, "", control.prediction()).map(Math::exp);
        lines.add(
            axis.line(track, name(track), control.ratio())
                .map(Math::exp)
                .where((x, y) -> y != 0 || prediction.at(x) != 0));
        companions.add(
            prediction
                .where((x, y) -> y != 0)
                .companion(
                    companions.isEmpty() ? "dashed: 1 − ρ²" : "", track.label() + " 1 − ρ²"));
      }
    }
    lines.addAll(companions);
    return axis.figure(
        "Control variates",
        Figure.Axis.fitting("Var ĝ / Var of REINFORCE of f").with(AxisScale.LOG),
        lines,
        List.of());
  }

  private static String name(Track track) {
    Measurement measured = track.measured();
    return RunAxis.name(track)
        + (measured == null
            ? ""
            : CorrelationText.of(", ρ ", measured.controlCorrelation(), measured.samples()));
  }
}
