package voidscope.chart;

import java.util.ArrayList;
import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// What a control variate leaves of the variance of the estimate without it, measured, beside 1 −
/// ρ², what it would leave at its best coefficient.
final class ControlChart {
  private ControlChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    double end = RunAxis.end(snapshot);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      Track.Control control = track.control();
      if (control == null) {
        continue;
      }
      String key = track.choice().key();
      lines.add(Thinning.line(key, name(track), control.ratio(), end, view.columns()));
      Figure.Line prediction = Thinning.line(key, "", control.prediction(), end, view.columns());
      companions.add(
          new Figure.Line(
              key,
              companions.isEmpty() ? "dashed: 1 − ρ²" : "",
              Figure.Style.COMPANION,
              prediction.x(),
              prediction.y(),
              null,
              null));
    }
    lines.addAll(companions);
    return new Figure(
        "Control variates",
        RunAxis.of(snapshot),
        Figure.Axis.fitting("ln (Var ĝ / Var REINFORCE of f)"),
        lines,
        List.of(),
        EventCaptions.of(snapshot, view));
  }

  private static String name(Track track) {
    Track.Measurement measured = track.measured();
    String name = RunAxis.name(track);
    return measured != null && Double.isFinite(measured.controlCorrelation())
        ? name + ", ρ " + EventCaptions.number(measured.controlCorrelation(), 2)
        : name;
  }
}
