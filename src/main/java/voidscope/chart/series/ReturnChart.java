package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.experiment.record.EpisodeReturns;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.problem.Quantity;

/// What the episodes have earned: the mean of the last 100 steps over the replicates, faintly every
/// episode of the first one of the estimator in focus, and the level at which a problem counts as
/// solved, with a spot where half of the replicates have. Where a world is known, its exact
/// expected return.
final class ReturnChart {
  private static final double FAINT = .3;

  private ReturnChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Quantity> quantities = snapshot.quantities();
    int mean =
        IntStream.range(0, quantities.size())
            .filter(q -> quantities.get(q).source() == Quantity.Source.RECENT)
            .findFirst()
            .orElse(-1);
    if (mean < 0) {
      return expected(snapshot, axis);
    }
    Map<String, String> inks = ChartEntry.inks(snapshot.scenario().estimators());
    Track dotted = dotted(axis.shown(), view.focus());
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> spots = new ArrayList<>();
    List<Figure.Level> levels = new ArrayList<>();
    for (Track track : axis.shown()) {
      EpisodeReturns returns = track.exhibit(EpisodeReturns.class);
      if (returns == null) {
        continue;
      }
      if (track.equals(dotted)) {
        String ink = inks.getOrDefault(track.id(), track.id());
        Track.Band first = new Track.Band(returns.first(), null, null);
        lines.add(
            points(axis.line(track, "", first))
                .as(track.label() + ", episodes")
                .inked(Ink.faded(ink, FAINT)));
      }
      double step = returns.step(.5);
      if (Double.isFinite(step)) {
        double[] x = {axis.measure().at(track, step)};
        double[] y = {returns.level()};
        spots.add(
            new Figure.Line(
                track.id(), "", track.label() + ", solved", Figure.Style.SPOTS, x, y, null, null));
      }
      if (levels.isEmpty() && !Double.isNaN(returns.level())) {
        levels.add(new Figure.Level("optimum", "counts as solved", returns.level()));
      }
    }
    for (Track track : axis.shown()) {
      lines.add(axis.line(track, name(track), track.quantities().get(mean)));
    }
    lines.addAll(spots);
    String dots =
        dotted == null
            ? ""
            : "points: episodes of " + dotted.label() + RunAxis.first(snapshot, ", ");
    return axis.figure("Return", Figure.Axis.fitting("return, mean of 100 episodes"), lines, levels)
        .before(List.of(), dots);
  }

  /// Whose episodes are drawn, as those of all would be a cloud: in focus, or the first.
  private static @Nullable Track dotted(List<Track> shown, String focus) {
    return shown.stream()
        .filter(track -> track.id().equals(focus))
        .findFirst()
        .or(() -> shown.stream().findFirst())
        .orElse(null);
  }

  /// Its name with the step at which half of the replicates have solved it.
  private static String name(Track track) {
    EpisodeReturns returns = track.exhibit(EpisodeReturns.class);
    double step = returns == null ? Double.POSITIVE_INFINITY : returns.step(.5);
    String name = RunAxis.name(track);
    return Double.isFinite(step) ? name + ", solved at " + Math.round(step) : name;
  }

  private static Figure.Line points(Figure.Line line) {
    Figure.Style style = Figure.Style.POINTS;
    return new Figure.Line(
        line.key(), line.name(), line.column(), style, line.x(), line.y(), null, null);
  }

  private static Figure expected(Snapshot snapshot, RunAxis axis) {
    List<Figure.Line> lines = new ArrayList<>();
    boolean episodes = RunAxis.episodes(snapshot);
    for (Track track : axis.shown()) {
      if (episodes) {
        lines.add(axis.line(track, RunAxis.name(track), track.loss()).map(loss -> -loss));
      }
    }
    return axis.figure(
        episodes ? "Return" : "Return: only episodes have one",
        Figure.Axis.fitting("expected return, E Σ γᵗrₜ"),
        lines,
        List.of());
  }
}
