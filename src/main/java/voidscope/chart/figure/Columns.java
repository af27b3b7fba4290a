package voidscope.chart.figure;

import java.util.function.DoubleUnaryOperator;

/// The pixel columns of an axis over a run, as the steps of one contender meet them.
///
/// @param projection of the axis
/// @param count columns between its ends; those beyond have numbers below 0 and from `count` on
/// @param place where a step lies on the axis
/// @param step which step lies there
public record Columns(
    Projection projection, int count, DoubleUnaryOperator place, DoubleUnaryOperator step) {
  /// Of a linear axis of steps from 0.
  public static Columns ofSteps(double end, int count) {
    return new Columns(
        Projection.of(AxisScale.LINEAR, new Extent(0, end)),
        Math.max(1, count),
        DoubleUnaryOperator.identity(),
        DoubleUnaryOperator.identity());
  }

  /// Whether a step has a place.
  public boolean places(double at) {
    return Double.isFinite(projection.share(x(at)));
  }

  public double x(double at) {
    return place.applyAsDouble(at);
  }

  /// The column that a step lies in.
  public long index(double at) {
    return (long) Math.floor(projection.share(x(at)) * count);
  }

  /// The step at which a column begins.
  public double begin(long index) {
    return step.applyAsDouble(projection.value((double) index / count));
  }
}
