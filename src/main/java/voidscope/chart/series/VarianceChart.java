package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogateFloor;
import voidscope.experiment.record.Track;
import voidscope.problem.Quantity;

/// Gradient variance, measured and, where it is known, exact, on a logarithmic axis, where zeros
/// lie at its foot. The exact gradient, of which nothing is measured, has no line.
public final class VarianceChart {
  private VarianceChart() {}

  public static Figure draw(Snapshot snapshot, ChartView view) {
    return draw(snapshot, view, false);
  }

  /// The same over what no surrogate can fall below.
  static Figure overFloor(Snapshot snapshot, ChartView view) {
    return draw(snapshot, view, true);
  }

  private static Figure draw(Snapshot snapshot, ChartView view, boolean floor) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    for (Track track : axis.shown()) {
      String key = track.id();
      Figure.Line line = axis.line(track, name(track), track.variance()).map(Math::exp);
      if (line.y().length > 0) {
        lines.add(line);
      }
      Track.Band running = running(snapshot, track);
      if (running != null && line.y().length > 0) {
        Figure.Line along = axis.line(track, "", running).map(Math::exp);
        companions.add(
            new Figure.Line(
                key,
                companions.isEmpty() ? "dashed: running, while θ moves" : "",
                track.label() + " running",
                Figure.Style.COMPANION,
                along.x(),
                along.y(),
                null,
                null));
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
    if (floor) {
      lines.addAll(floors(axis, view));
    }
    String trace = snapshot.parameters() > 1 ? "tr Cov ĝ" : "Var ĝ";
    return axis.figure(
        floor ? "Variance and its floor" : "Variance of ĝ",
        Figure.Axis.fitting(trace + RunAxis.space(snapshot)).with(AxisScale.LOG),
        lines,
        List.of());
  }

  /// The variance along training, where that is an episode's; null elsewhere.
  private static Track.@Nullable Band running(Snapshot snapshot, Track track) {
    List<Quantity> quantities = snapshot.quantities();
    int at = 0;
    while (at < quantities.size()
        && quantities.get(at).source() != Quantity.Source.RUNNING_WEIGHTS) {
      at++;
    }
    boolean told = RunAxis.episodes(snapshot) && at < quantities.size();
    return told ? track.quantities().get(at) : null;
  }

  /// What no surrogate can fall below, where someone looked, which is no result of a run: of the
  /// estimator in focus, or of the first that has it, of the first replicate.
  private static List<Figure.Line> floors(RunAxis axis, ChartView view) {
    List<Track> able =
        axis.shown().stream()
            .filter(
                track -> {
                  SurrogateFloor floor = track.exhibit(SurrogateFloor.class);
                  return floor != null && floor.points().size() > 1;
                })
            .toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .or(() -> able.stream().findFirst())
        .map(track -> List.of(floor(axis, track)))
        .orElse(List.of());
  }

  private static Figure.Line floor(RunAxis axis, Track track) {
    List<SurrogateFloor.Point> points =
        Objects.requireNonNull(track.exhibit(SurrogateFloor.class)).points();
    boolean nothing = points.stream().allMatch(point -> point.variance() == 0);
    String name =
        "c* at "
            + track.label()
            + "’s θ: "
            + (nothing ? "0, as with one b a constant does" : "no surrogate leaves less");
    return new Figure.Line(
            SurrogateChart.OPTIMUM,
            name,
            "c* at θ of " + track.label(),
            Figure.Style.MAIN,
            points.stream()
                .mapToDouble(point -> axis.measure().at(track, (double) point.step()))
                .toArray(),
            points.stream().mapToDouble(SurrogateFloor.Point::variance).toArray(),
            null,
            null)
        .inked(Estimators.EXACT);
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
