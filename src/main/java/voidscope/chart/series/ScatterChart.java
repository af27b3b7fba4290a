package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogateScatter;
import voidscope.experiment.record.Track;

/// What each control variate says of fresh samples beside what f is there: the nearer to the
/// diagonal, the better. In the legend their correlation.
final class ScatterChart {
  private ScatterChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Track track : RunAxis.shown(snapshot, view)) {
      SurrogateScatter scatter = track.exhibit(SurrogateScatter.class);
      if (scatter == null) {
        continue;
      }
      float[] f = scatter.f();
      int[] order =
          IntStream.range(0, f.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> f[i]))
              .mapToInt(i -> i)
              .toArray();
      double[] x = Arrays.stream(order).mapToDouble(i -> f[i]).toArray();
      double[] y = Arrays.stream(order).mapToDouble(i -> scatter.c()[i]).toArray();
      low = Math.min(low, x[0]);
      high = Math.max(high, x[x.length - 1]);
      String name =
          RunAxis.name(track) + CorrelationText.of(", corr ", scatter.correlation(), f.length);
      lines.add(
          new Figure.Line(track.id(), name, track.label(), Figure.Style.POINTS, x, y, null, null));
    }
    if (low < high) {
      double[] ends = {low, high};
      lines.add(new Figure.Line("f", "c = f(b)", Figure.Style.COMPANION, ends, ends, null, null));
    }
    return new Figure(
            lines.isEmpty()
                ? "c against f: no estimator shown here has a surrogate"
                : "c against f" + RunAxis.first(snapshot, ": "),
            Figure.Axis.fitting("f(b)"),
            Figure.Axis.fitting("c(z̃), or c(b) where b is continuous"),
            lines,
            List.of(),
            List.of())
        .with(
            RunAxis.hidden(
                snapshot, view, lines, track -> track.exhibit(SurrogateScatter.class) != null),
            view.focus());
  }
}
