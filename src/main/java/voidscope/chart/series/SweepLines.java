package voidscope.chart.series;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Sweep;
import voidscope.experiment.record.Track;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// What the charts of [sweeps][Sweep] have in common: exact values are lines, measured ones points
/// with a bar of one standard error either way, and the legend says which is which.
final class SweepLines {
  private static final int DIGITS = 3;

  private SweepLines() {}

  /// A contender with its sweep.
  record Swept(Track track, Sweep sweep) {}

  /// The contenders that are shown and have one.
  static List<Swept> shown(Snapshot snapshot, ChartView view) {
    return RunAxis.shown(snapshot, view).stream()
        .map(track -> Optional.ofNullable(track.exhibit(Sweep.class)).map(s -> new Swept(track, s)))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The one in focus if it is among them, else the first.
  static Optional<Swept> focused(List<Swept> some, ChartView view) {
    return some.stream()
        .filter(swept -> swept.track().id().equals(view.focus()))
        .findFirst()
        .or(() -> some.stream().findFirst());
  }

  /// A line of exact values, or points with bars; what is withheld is left out.
  static Figure.Line line(
      Swept swept,
      Sweep.Curve curve,
      ToDoubleFunction<Sweep.Worth> value,
      ToDoubleFunction<Sweep.Worth> error) {
    double[] y = of(curve, value);
    double[] e = of(curve, error);
    boolean exact = swept.sweep().exact();
    double[] low = y.clone();
    double[] high = y.clone();
    Arrays.setAll(low, i -> y[i] - e[i]);
    Arrays.setAll(high, i -> y[i] + e[i]);
    long below = exact ? 0 : Arrays.stream(y).filter(v -> v <= 0).count();
    String negative = below == 0 ? "" : ", " + below + " not above 0";
    return new Figure.Line(
        swept.track().id(),
        name(swept) + negative,
        swept.track().label() + (exact ? " exact" : " measured"),
        exact ? Figure.Style.MAIN : Figure.Style.POINTS,
        curve.at(),
        y,
        exact ? null : low,
        exact ? null : high);
  }

  /// Infinite, which charts take for not known, where there is no number.
  private static double[] of(Sweep.Curve curve, ToDoubleFunction<Sweep.Worth> value) {
    return Arrays.stream(curve.worth())
        .mapToDouble(value)
        .map(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v)
        .toArray();
  }

  /// Legend text: exact, or of how many samples; and of which step where the run has gone on.
  static String name(Swept swept) {
    Sweep sweep = swept.sweep();
    String kind = sweep.exact() ? ", exact" : ", n = " + Count.grouped(sweep.samples()) + " ± s.e.";
    String step =
        sweep.step() == swept.track().step() ? "" : " (step " + Count.grouped(sweep.step()) + ")";
    return RunAxis.name(swept.track()) + kind + step;
  }

  /// An event line with a value in its caption.
  static Figure.Event event(String name, double x) {
    return new Figure.Event(x, name + " " + Numbers.caption(x, DIGITS));
  }

  /// A finished figure; without sweeps its title says why there are none.
  static Figure figure(
      Snapshot snapshot,
      ChartView view,
      String title,
      Figure.Axis x,
      Figure.Axis y,
      List<Figure.Line> lines,
      List<Figure.Event> events) {
    boolean none = snapshot.tracks().stream().noneMatch(SweepLines::swept);
    String heading = title + (none ? ": no gradient is known here" : RunAxis.first(snapshot, ": "));
    return new Figure(heading, x, y, lines, List.of(), events)
        .with(RunAxis.hidden(snapshot, view, lines, SweepLines::swept), view.focus());
  }

  private static boolean swept(Track track) {
    return Objects.nonNull(track.exhibit(Sweep.class));
  }

  /// The trace of the covariance, as axes call it.
  static String variance(Snapshot snapshot) {
    return (snapshot.parameters() > 1 ? "tr Cov ĝ" : "Var ĝ") + RunAxis.space(snapshot);
  }

  /// The coordinate that moves along θ.
  static String coordinate(Snapshot snapshot) {
    return snapshot.parameters() > 1 ? "θ₁ (the others held)" : "θ";
  }
}
