package voidscope.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// Gradient variance in logit space, measured and, where it is known, exact. A variance of zero has
/// no logarithm: what is zero throughout, such as that of the exact gradient, is left out.
final class VarianceChart {
  private VarianceChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    double end = RunAxis.end(snapshot);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      String key = track.choice().key();
      Figure.Line line =
          Thinning.line(key, RunAxis.name(track), track.variance(), end, view.columns());
      if (drawable(line.y())) {
        lines.add(line);
      }
      Track.ExactPoints exact = track.exact();
      double[] variance = Arrays.copyOf(exact.variance(), exact.length());
      if (drawable(variance)) {
        companions.add(
            new Figure.Line(
                key,
                companions.isEmpty() ? exactName(track) : "",
                Figure.Style.COMPANION,
                Arrays.copyOf(exact.step(), exact.length()),
                variance,
                null,
                null));
      }
    }
    lines.addAll(companions);
    String trace = snapshot.parameters() > 1 ? "ln tr Cov ĝ" : "ln Var ĝ";
    return new Figure(
        "Variance of ĝ",
        RunAxis.of(snapshot),
        Figure.Axis.fitting(trace + RunAxis.space(snapshot)),
        lines,
        List.of(),
        EventCaptions.of(snapshot, view));
  }

  /// Exact moments are those of the first replicate, beside the median of all.
  private static String exactName(Track track) {
    return track.variance().low() == null ? "dashed: exact" : "dashed: exact, replicate 1";
  }

  /// Whether there is a value that is no zero variance; NaN counts, since failures are marked.
  private static boolean drawable(double[] logarithms) {
    return Arrays.stream(logarithms).anyMatch(y -> y != Double.NEGATIVE_INFINITY);
  }
}
