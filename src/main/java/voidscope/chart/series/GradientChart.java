package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// Histograms of each estimator's fresh estimates ĝ at its own θ, by the first coordinate of θ,
/// with the exact gradient of the estimator in focus as a line.
final class GradientChart {
  private GradientChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return draw(snapshot, view, null);
  }

  /// @param beside whose samples the bins are to hold as well, or null
  static Figure draw(Snapshot snapshot, ChartView view, @Nullable Snapshot beside) {
    List<float[]> samples = new ArrayList<>();
    List<Track> tracks = new ArrayList<>();
    List<Figure.Event> exact = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      Track.GradientSample sample = track.sample();
      if (sample != null) {
        samples.add(sample.values()[0][0]);
        tracks.add(track);
        if (track.id().equals(view.focus())) {
          exact.add(new Figure.Event(sample.exact()[0], "exact, " + track.label()));
        }
      }
    }
    List<Figure.Line> lines = new ArrayList<>();
    if (!samples.isEmpty()) {
      List<float[]> all = new ArrayList<>(samples);
      if (beside != null) {
        RunAxis.shown(beside, view).stream()
            .map(Track::sample)
            .filter(Objects::nonNull)
            .forEach(sample -> all.add(sample.values()[0][0]));
      }
      Histogram histogram = new Histogram(all);
      for (int i = 0; i < samples.size(); i++) {
        Track track = tracks.get(i);
        lines.add(
            histogram
                .outline(track.id(), RunAxis.name(track), Figure.Style.MAIN, samples.get(i))
                .as(track.label()));
      }
    }
    return new Figure(
            "Histogram of ĝ" + RunAxis.first(snapshot, ": "),
            Figure.Axis.fitting("ĝ of " + coordinate(snapshot)),
            Histogram.shares(),
            lines,
            List.of(),
            exact)
        .with(RunAxis.hidden(snapshot, view, lines, track -> track.sample() != null), view.focus());
  }

  /// What the gradient's first coordinate is taken by.
  static String coordinate(Snapshot snapshot) {
    String first = snapshot.quantities().getFirst().label();
    boolean plain = first.equals("μ") || first.equals("θ");
    return "∂/∂" + (plain ? first : "θ₁");
  }
}
