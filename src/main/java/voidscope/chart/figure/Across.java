package voidscope.chart.figure;

import org.jspecify.annotations.Nullable;

/// How the x axis is looked at; the charts over a run share it.
///
/// @param scale how it spreads its values
/// @param measure what it counts on charts over a run
/// @param window the part to show, or null for all, which follows the run; all as well where that
///   part has no place on a logarithmic axis
public record Across(AxisScale scale, Measure measure, @Nullable Extent window) {
  /// All steps.
  public static final Across PLAIN = new Across(AxisScale.LINEAR, Measure.STEPS, null);

  public Across {
    if (window != null && window.low() <= 0 && scale == AxisScale.LOG) {
      window = null;
    }
  }

  /// The same with another window.
  public Across within(@Nullable Extent other) {
    return new Across(scale, measure, other);
  }
}
