package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// Gradient variance, measured and, where it is known, exact, on a logarithmic axis, where zeros
/// lie at its foot. The exact gradient, of which nothing is measured, has no line.
public final class VarianceChart {
  private VarianceChart() {}

  public static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : axis.shown()) {
      String key = track.id();
      Figure.Line line = axis.line(track, name(track), track.variance()).map(Math::exp);
      if (line.y().length > 0) {
        lines.add(line);
      }
      Track.ExactPoints exact = track.exact();
      if (exact.length() > 0) {
        companions.add(
            new Figure.Line(
                key,
                companions.isEmpty() ? "dashed: " + exactName(exact) : "",
                track.label() + " " + exactName(exact),
                Figure.Style.COMPANION,
                Arrays.stream(exact.step()).map(step -> axis.measure().at(track, step)).toArray(),
                exact.variance(),
                null,
                null));
      }
    }
    lines.addAll(companions);
    String trace = snapshot.parameters() > 1 ? "tr Cov ĝ" : "Var ĝ";
    return axis.figure(
        "Variance of ĝ",
        Figure.Axis.fitting(trace + RunAxis.space(snapshot)).with(AxisScale.LOG),
        lines,
        List.of());
  }

  /// Over replicates it is the median, as what was measured is.
  private static String exactName(Track.ExactPoints exact) {
    return exact.low() == null ? "exact" : "exact, median";
  }

  /// What was measured where most samples hold no event of a rare side says so.
  private static String name(Track track) {
    Measurement measured = track.measured();
    String name = RunAxis.name(track);
    return measured != null && measured.doubtful() ? name + " (rare sides: not reliable)" : name;
  }
}
