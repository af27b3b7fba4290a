package voidscope.chart.figure;

import org.jspecify.annotations.Nullable;

/// How the x axis is looked at; the charts over a run share it.
///
/// @param scale how it spreads its values
/// @param measure what it counts on charts over a run
/// @param window the part to show, or null for all, which follows the run
public record Across(AxisScale scale, Measure measure, @Nullable Extent window) {
  /// All steps.
  public static final Across PLAIN = new Across(AxisScale.LINEAR, Measure.STEPS, null);

  /// The same with another window.
  public Across within(@Nullable Extent other) {
    return new Across(scale, measure, other);
  }
}
