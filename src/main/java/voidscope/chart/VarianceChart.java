package voidscope.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// Gradient variance, measured and, where it is known, exact, on a logarithmic axis, where zeros
/// lie at its foot. The exact gradient, of which nothing is measured, has no line.
final class VarianceChart {
  private VarianceChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : axis.shown()) {
      String key = track.choice().key();
      Figure.Line line = axis.line(track, RunAxis.name(track), track.variance()).map(Math::exp);
      if (line.y().length > 0) {
        lines.add(line);
      }
      Track.ExactPoints exact = track.exact();
      double[] variance = Arrays.copyOf(exact.variance(), exact.length());
      Arrays.setAll(variance, i -> Math.exp(variance[i]));
      if (variance.length > 0) {
        companions.add(
            new Figure.Line(
                key,
                companions.isEmpty() ? "dashed: " + exactName(track) : "",
                track.label() + " " + exactName(track),
                Figure.Style.COMPANION,
                Arrays.stream(exact.step(), 0, exact.length())
                    .map(step -> axis.measure().at(track, step))
                    .toArray(),
                variance,
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

  /// Exact moments are those of the first replicate, beside the median of all.
  private static String exactName(Track track) {
    return track.variance().low() == null ? "exact" : "exact, replicate 1";
  }
}
