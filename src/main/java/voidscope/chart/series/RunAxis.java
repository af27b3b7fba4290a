package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import voidscope.catalogue.Settings;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Columns;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Projection;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.RunParameters;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;

/// What the charts over a run have in common: the x axis with its part that is shown, and the
/// contenders' lines thinned to its pixel columns.
final class RunAxis {
  private static final double SHORTEST = 10;

  /// A growing axis grows by 1/32 of the power of two below its end.
  private static final int STRIDE = 5;

  private final Snapshot snapshot;
  private final ChartView view;
  private final Measure measure;
  private final Extent ends;
  private final Projection projection;

  RunAxis(Snapshot snapshot, ChartView view) {
    this.snapshot = snapshot;
    this.view = view;
    measure = view.across().measure();
    Extent window = view.across().window();
    ends = window == null ? whole() : window;
    projection = Projection.of(view.across().scale(), ends);
  }

  /// From the start, or on a logarithmic axis from the first step, to the furthest contender.
  private Extent whole() {
    double end = 0;
    double first = Double.POSITIVE_INFINITY;
    for (Track track : snapshot.tracks()) {
      if (measure.places(track)) {
        end = Math.max(end, measure.at(track, Math.max(SHORTEST, (double) track.step())));
        double one = measure.at(track, 1);
        first = one > 0 ? Math.min(first, one) : first;
      }
    }
    end = end > 0 ? grown(end) : SHORTEST;
    boolean log = view.across().scale() == AxisScale.LOG;
    return new Extent(log ? Math.min(first, end / SHORTEST) : 0, end);
  }

  /// The end of the axis while the run goes on: in strides, so that all but the lines stays as it
  /// is from one picture to the next; never past the budget.
  private double grown(double end) {
    if (snapshot.state() != Snapshot.State.RUNNING) {
      return end;
    }
    double stride = Math.scalb(1.0, Math.getExponent(end) - STRIDE);
    double next = Math.ceil(end / stride) * stride;
    double budget = snapshot.scenario().run().real(RunParameters.STEPS.key());
    return measure == Measure.STEPS ? Math.min(next, Math.max(end, budget)) : next;
  }

  /// The part of the axis that is shown.
  Extent ends() {
    return ends;
  }

  Figure.Axis axis() {
    Settings run = snapshot.scenario().run();
    String name =
        episodes(snapshot) ? measure.axis(run.integer(RunParameters.BATCH.key())) : measure.axis();
    return new Figure.Axis(name, ends.low(), ends.high(), view.across().scale());
  }

  Projection projection() {
    return projection;
  }

  Measure measure() {
    return measure;
  }

  /// The contenders that are shown and have a place.
  List<Track> shown() {
    return shown(snapshot, view).stream().filter(measure::places).toList();
  }

  /// A contender's line, in tables under its label.
  Figure.Line line(Track track, String name, Track.Band band) {
    int count = Math.max(1, view.columns());
    Columns columns =
        new Columns(
            projection, count, step -> measure.at(track, step), x -> measure.step(track, x));
    return Thinning.line(track.id(), name, band, columns).as(track.label());
  }

  /// The lines smoothed, behind them what they were; or the lines as they are.
  List<Figure.Line> smoothed(List<Figure.Line> lines) {
    if (!view.up().smooth()) {
      return lines;
    }
    List<Figure.Line> result = new ArrayList<>();
    lines.forEach(line -> result.add(line.raw()));
    lines.forEach(line -> result.add(Smoothing.of(line, projection)));
    return result;
  }

  /// A finished figure of these lines, with the events of the run, what is hidden, and the focus in
  /// front.
  Figure figure(String title, Figure.Axis y, List<Figure.Line> lines, List<Figure.Level> levels) {
    String smoothed =
        lines.stream().anyMatch(l -> l.style() == Figure.Style.RAW) ? ", smoothed" : "";
    return finished(title + (lines.isEmpty() ? "" : replicates()) + smoothed, y, lines, levels);
  }

  /// The same of lines that count the replicates.
  Figure counted(String title, Figure.Axis y, List<Figure.Line> lines) {
    return finished(title, y, lines, List.of());
  }

  private Figure finished(
      String title, Figure.Axis y, List<Figure.Line> lines, List<Figure.Level> levels) {
    return new Figure(title, axis(), y, lines, levels, EventCaptions.of(snapshot, this))
        .with(hidden(snapshot, view, lines, measure::places), view.focus());
  }

  private String replicates() {
    int count = count(snapshot);
    return count > 1 ? ": median and quartiles of " + count : "";
  }

  private static int count(Snapshot snapshot) {
    return snapshot.scenario().run().integer(RunParameters.REPLICATES.key());
  }

  /// Whose picture it is where only the first of several replicates is drawn, behind a separator;
  /// else empty.
  static String first(Snapshot snapshot, String separator) {
    return count(snapshot) > 1 ? separator + "replicate 1" : "";
  }

  ChartView view() {
    return view;
  }

  /// The contender at whose pace an event is placed where the pace matters: the one it belongs to,
  /// else that in focus, else the first.
  Optional<Track> pace(String scope) {
    List<Track> shown = shown();
    return shown.stream()
        .filter(track -> track.id().equals(scope))
        .findFirst()
        .or(() -> shown.stream().filter(track -> track.id().equals(view.focus())).findFirst())
        .or(() -> shown.stream().findFirst());
  }

  /// The contenders that are shown.
  static List<Track> shown(Snapshot snapshot, ChartView view) {
    return snapshot.tracks().stream().filter(track -> !view.hidden().contains(track.id())).toList();
  }

  /// The hidden contenders of those that would be drawn, each behind the lines of those before it.
  static List<Figure.Hidden> hidden(
      Snapshot snapshot, ChartView view, List<Figure.Line> lines, Predicate<Track> drawn) {
    List<Figure.Hidden> hidden = new ArrayList<>();
    List<String> mains =
        lines.stream().map(l -> l.style() == Figure.Style.MAIN ? l.key() : "").toList();
    int before = (int) lines.stream().filter(l -> l.style() == Figure.Style.RAW).count();
    for (Track track : snapshot.tracks()) {
      String key = track.id();
      if (view.hidden().contains(key)) {
        if (drawn.test(track)) {
          hidden.add(new Figure.Hidden(before, key, name(track)));
        }
      } else {
        before = Math.max(before, mains.indexOf(key) + 1);
      }
    }
    return hidden;
  }

  /// Legend text of a contender; one that has failed says so.
  static String name(Track track) {
    Track.Failure failure = track.failure();
    return failure == null ? track.label() : track.label() + ", stopped at " + failure.step();
  }

  /// What the problem calls what is shown of it.
  static ProblemEntry.Titles titles(Snapshot snapshot) {
    return Problems.catalogue().get(snapshot.scenario().problem().key()).titles();
  }

  /// Whether what is learned are episodes.
  static boolean episodes(Snapshot snapshot) {
    return Problems.episodic(snapshot.scenario().problem().settings());
  }

  /// By what a gradient is taken, for an axis label.
  static String space(Snapshot snapshot) {
    Settings problem = snapshot.scenario().problem().settings();
    if (episodes(snapshot)) {
      return " (policy)";
    }
    return problem.parameters().contains(Problems.MEAN) ? " (θ)" : " (logits)";
  }
}
