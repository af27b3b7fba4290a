package voidscope.ui.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.chart.series.ChartEntry;

/// How the charts' axes are looked at. Immutable. The charts over the run share their x axis, which
/// follows the run until a part of it is chosen; everything else is each chart's own.
///
/// @param run the x axis of the charts over the run
/// @param windows parts of the x axes of others that are shown, by the charts' keys
/// @param ups y axes that differ from what a chart is made for, by the charts' keys
public record Axes(Across run, Map<String, Extent> windows, Map<String, Up> ups) {
  /// Everything, as the charts are made for it.
  public static final Axes PLAIN = new Axes(Across.PLAIN, Map.of(), Map.of());

  private static final double FINEST = 1e-9;

  /// Copies the maps.
  public Axes {
    windows = Map.copyOf(windows);
    ups = Map.copyOf(ups);
  }

  /// The x axis of a chart.
  public Across across(ChartEntry chart) {
    return chart.overRun() ? run : Across.PLAIN.within(windows.get(chart.key()));
  }

  /// The y axis and the lines of a chart.
  public Up up(ChartEntry chart) {
    return ups.getOrDefault(chart.key(), Up.PLAIN);
  }

  private Axes with(Across newRun) {
    return new Axes(newRun, windows, ups);
  }

  private Axes window(ChartEntry chart, @Nullable Extent part) {
    Map<String, Extent> changed = new TreeMap<>(windows);
    if (part == null) {
      changed.remove(chart.key());
    } else {
      changed.put(chart.key(), part);
    }
    return new Axes(run, changed, ups);
  }

  private Axes up(ChartEntry chart, UnaryOperator<Up> change) {
    Map<String, Up> changed = new TreeMap<>(ups);
    changed.put(chart.key(), change.apply(up(chart)));
    changed.values().removeIf(Up.PLAIN::equals);
    return new Axes(run, windows, changed);
  }

  /// Shows a part of a chart; null leaves an axis as it is. A part too small to tell its ends apart
  /// is passed over, and so is one that has no place on the run's axis: a picture may still be the
  /// one before that became logarithmic.
  public Axes zoom(ChartEntry chart, @Nullable Extent x, @Nullable Extent y) {
    Axes zoomed = this;
    if (x != null && possible(x)) {
      zoomed = chart.overRun() ? within(x) : window(chart, x);
    }
    return y != null && possible(y) ? zoomed.up(chart, up -> up.within(y)) : zoomed;
  }

  private Axes within(Extent part) {
    Across zoomed = run.within(run.scale() == AxisScale.LINEAR ? fromStart(part) : part);
    return zoomed.window() == null ? this : with(zoomed);
  }

  private static boolean possible(Extent part) {
    double size = Math.max(Math.abs(part.low()), Math.abs(part.high()));
    return Double.isFinite(size) && part.high() - part.low() > FINEST * size;
  }

  /// A run has nothing before its start.
  private static Extent fromStart(Extent part) {
    return part.low() >= 0 ? part : new Extent(0, part.high() - part.low());
  }

  /// Shows everything of a chart again.
  public Axes fit(ChartEntry chart) {
    Axes all = chart.overRun() ? with(run.within(null)) : window(chart, null);
    return all.up(chart, up -> up.within(null));
  }

  /// Shows everything of all charts again, and so follows the run.
  public Axes follow() {
    Map<String, Up> whole = new TreeMap<>(ups);
    whole.replaceAll((key, up) -> up.within(null));
    whole.values().removeIf(Up.PLAIN::equals);
    return new Axes(run.within(null), Map.of(), whole);
  }

  /// Whether a chart shows everything.
  boolean whole(ChartEntry chart) {
    return across(chart).window() == null && up(chart).window() == null;
  }

  /// Spreads a chart's y axis otherwise.
  public Axes spreadUp(ChartEntry chart, AxisScale scale) {
    return up(chart, up -> up.with(scale));
  }

  /// Spreads the run otherwise.
  public Axes spreadAcross(AxisScale scale) {
    return with(new Across(scale, run.measure(), run.window()));
  }

  /// Counts the run otherwise.
  public Axes measure(Measure measure) {
    return measure == run.measure() ? this : with(new Across(run.scale(), measure, null));
  }

  /// Shows another quantity of θ.
  public Axes quantity(ChartEntry chart, int quantity) {
    return up(chart, up -> new Up(up.scale(), null, quantity, up.smooth()));
  }

  /// Smooths a chart's lines, or shows them as they are.
  public Axes smooth(ChartEntry chart, boolean smooth) {
    return up(chart, up -> new Up(up.scale(), up.window(), up.quantity(), smooth));
  }

  /// Looks at a chart on other axes.
  Axes look(ChartEntry chart, Across across, Up up) {
    Axes looked =
        chart.overRun()
            ? with(across)
            : across.window() == null ? this : window(chart, across.window());
    return looked.up(chart, any -> up);
  }
}
