package voidscope.chart.series;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;

/// Lays the main lines of a baseline's own figure behind those of the present run, on axes that
/// hold both. What has no like in the present run's chart is not drawn, and the legend says so.
final class Underlay {
  private final ChartEntry chart;
  private final Snapshot snapshot;
  private final ChartView view;
  private final Baseline baseline;

  private Underlay(ChartEntry chart, Snapshot snapshot, ChartView view, Baseline baseline) {
    this.chart = chart;
    this.snapshot = snapshot;
    this.view = view;
    this.baseline = baseline;
  }

  /// The chart of a run with a baseline under it.
  static Figure draw(ChartEntry chart, Snapshot snapshot, ChartView view, Baseline baseline) {
    return new Underlay(chart, snapshot, view, baseline).draw();
  }

  private Figure draw() {
    Snapshot other = baseline.snapshot();
    String obstacle = obstacle();
    if (obstacle != null) {
      return chart.drawing().draw(snapshot, view).before(List.of(), obstacle);
    }
    ChartView both = chart.overRun() ? overBoth() : view;
    Figure figure = chart.drawing().draw(snapshot, both, other);
    Figure below = chart.drawing().draw(other, likewise(figure, both), snapshot);
    if (!comparable(figure, below)) {
      return figure.before(List.of(), refusal("of another kind"));
    }
    List<Figure.Line> lines =
        below.lines().stream()
            .filter(line -> line.style() == Figure.Style.MAIN && line.x().length > 0)
            .map(line -> line.baseline(baseline.name()))
            .toList();
    return figure.before(
        lines, lines.isEmpty() ? refusal("without lines here") : "faint: " + baseline.name());
  }

  private static String refusal(String kind) {
    return "baseline " + kind + ": not drawn";
  }

  /// Why none of the baseline's charts may be drawn here, or null.
  private @Nullable String obstacle() {
    Snapshot other = baseline.snapshot();
    if (!snapshot.scenario().problem().key().equals(other.scenario().problem().key())) {
      return refusal("of another problem");
    }
    if (snapshot.parameters() != other.parameters()) {
      return refusal("with another number of parameters");
    }
    boolean followed = chart.key().equals(Charts.THETA);
    return followed && !quantity(snapshot).equals(quantity(other))
        ? refusal("without this quantity")
        : null;
  }

  /// The quantity that is shown of a run's parameters.
  private String quantity(Snapshot of) {
    int wished = view.up().quantity();
    return of.quantities().get(wished < of.quantities().size() ? wished : 0).label();
  }

  /// From end to end of both runs, unless a part is shown.
  private ChartView overBoth() {
    if (view.across().window() != null) {
      return view;
    }
    Extent one = new RunAxis(snapshot, view).ends();
    Extent two = new RunAxis(baseline.snapshot(), view).ends();
    Extent ends = new Extent(Math.min(one.low(), two.low()), Math.max(one.high(), two.high()));
    return view.withAcross(view.across().within(ends));
  }

  /// How the baseline is looked at: where a chart is of one estimator, at the same one.
  private ChartView likewise(Figure figure, ChartView both) {
    boolean single = chart.key().equals(Charts.TERMS) && !figure.lines().isEmpty();
    return single ? both.withFocus(figure.lines().getFirst().key()) : both;
  }

  /// Whether two figures have one abscissa, and are of one estimator where they are of one.
  private boolean comparable(Figure figure, Figure below) {
    boolean single = chart.key().equals(Charts.TERMS);
    return figure.lines().isEmpty()
        || below.lines().isEmpty()
        || (figure.x().label().equals(below.x().label())
            && (!single || figure.lines().getFirst().key().equals(below.lines().getFirst().key())));
  }
}
