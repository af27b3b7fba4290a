package voidscope.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.chart.series.ChartEntry;

/// How the charts' axes are looked at, without a single control. The charts over the run share
/// their x axis, which follows the run until a part of it is chosen; everything else is each
/// chart's own.
public final class ChartAxes {
  private static final double FINEST = 1e-9;

  private final Map<String, Extent> windows = new HashMap<>();
  private final Map<String, Up> ups = new HashMap<>();
  private Across run = Across.PLAIN;
  private Consumer<ChartAxes> next = axes -> {};
  private long generation;

  /// The x axis of a chart.
  public Across across(ChartEntry chart) {
    return chart.overRun() ? run : Across.PLAIN.within(windows.get(chart.key()));
  }

  /// The y axis and the lines of a chart.
  public Up up(ChartEntry chart) {
    return ups.getOrDefault(chart.key(), Up.PLAIN);
  }

  /// Shows a part of a chart; null leaves an axis as it is. A part too small to tell its ends apart
  /// is passed over.
  public void zoom(ChartEntry chart, @Nullable Extent x, @Nullable Extent y) {
    if (x != null && possible(x)) {
      if (chart.overRun()) {
        run = run.within(run.scale() == AxisScale.LINEAR ? fromStart(x) : x);
      } else {
        windows.put(chart.key(), x);
      }
    }
    if (y != null && possible(y)) {
      ups.put(chart.key(), up(chart).within(y));
    }
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
  public void fit(ChartEntry chart) {
    if (chart.overRun()) {
      run = run.within(null);
    }
    windows.remove(chart.key());
    ups.put(chart.key(), up(chart).within(null));
  }

  /// Shows everything of all charts again, and so follows the run.
  public void follow() {
    run = run.within(null);
    windows.clear();
    ups.replaceAll((key, up) -> up.within(null));
  }

  /// Whether a chart shows everything.
  boolean whole(ChartEntry chart) {
    return across(chart).window() == null && up(chart).window() == null;
  }

  /// Spreads a chart's y axis otherwise.
  public void spreadUp(ChartEntry chart, AxisScale scale) {
    ups.put(chart.key(), up(chart).with(scale));
  }

  /// Spreads the run otherwise.
  public void spreadAcross(AxisScale scale) {
    Extent window = run.window();
    boolean kept = window != null && (window.low() > 0 || scale != AxisScale.LOG);
    run = new Across(scale, run.measure(), kept ? window : null);
  }

  /// How the run is spread.
  public AxisScale spreadAcross() {
    return run.scale();
  }

  /// What the run is counted in.
  public Measure measure() {
    return run.measure();
  }

  /// Counts the run otherwise.
  public void measure(Measure measure) {
    if (measure != run.measure()) {
      run = new Across(run.scale(), measure, null);
    }
  }

  /// Shows another quantity of θ.
  public void quantity(ChartEntry chart, int quantity) {
    Up up = up(chart);
    ups.put(chart.key(), new Up(up.scale(), null, quantity, up.smooth()));
  }

  /// Smooths a chart's lines, or shows them as they are.
  public void smooth(ChartEntry chart, boolean smooth) {
    Up up = up(chart);
    ups.put(chart.key(), new Up(up.scale(), up.window(), up.quantity(), smooth));
  }

  /// Looks at a chart on other axes.
  public void look(ChartEntry chart, Across across, Up up) {
    if (chart.overRun()) {
      run = across;
    } else if (across.window() != null) {
      windows.put(chart.key(), across.window());
    }
    ups.put(chart.key(), up);
  }

  /// What is to be looked at once the run has been restarted.
  public void next(Consumer<ChartAxes> look) {
    next = look;
  }

  /// Follows the run again where it has been restarted, as what was looked at is gone, or looks at
  /// what is wished for then.
  public void restarted(long current) {
    if (current != generation) {
      generation = current;
      follow();
      next.accept(this);
      next = axes -> {};
    }
  }
}
