package voidscope.chart.figure;

import org.jspecify.annotations.Nullable;

/// How one chart's y axis and lines are looked at.
///
/// @param scale how the axis spreads its values, or null for what the chart is made for
/// @param window the part to show, or null to fit the data
/// @param quantity which is shown of the quantities that the chart can show, from 0
/// @param smooth whether the lines are smoothed, the raw ones faint behind them
public record Up(@Nullable AxisScale scale, @Nullable Extent window, int quantity, boolean smooth) {
  /// What the chart is made for, fitted to the data.
  public static final Up PLAIN = new Up(null, null, 0, false);

  /// The same on another scale, fitted to the data.
  public Up with(@Nullable AxisScale other) {
    return new Up(other, null, quantity, smooth);
  }

  /// The same quantity, on the axis that the chart is made for, with the lines as they are.
  Up whole() {
    return new Up(null, null, quantity, false);
  }

  /// The same with another window.
  public Up within(@Nullable Extent other) {
    return new Up(scale, other, quantity, smooth);
  }
}
