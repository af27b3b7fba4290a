package voidscope.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// Gradient variance, measured and, where it is known, exact, on a logarithmic axis. What is zero
/// throughout, such as the variance of the exact gradient, is left out.
final class VarianceChart {
  private VarianceChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : axis.shown()) {
      String key = track.choice().key();
      Figure.Line line = axis.line(track, RunAxis.name(track), track.variance()).map(Math::exp);
      if (drawable(line.y())) {
        lines.add(line);
      }
      Track.ExactPoints exact = track.exact();
      double[] variance = Arrays.copyOf(exact.variance(), exact.length());
      Arrays.setAll(variance, i -> Math.exp(variance[i]));
      if (drawable(variance)) {
        companions.add(
            new Figure.Line(
                key,
                companions.isEmpty() ? exactName(track) : "",
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
    return track.variance().low() == null ? "dashed: exact" : "dashed: exact, replicate 1";
  }

  /// Whether there is a value that is no zero variance; NaN counts, since failures are marked.
  private static boolean drawable(double[] variances) {
    return Arrays.stream(variances).anyMatch(y -> y != 0);
  }
}
