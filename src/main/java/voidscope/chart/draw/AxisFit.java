package voidscope.chart.draw;

import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;
import voidscope.chart.figure.Ticks;

/// Chooses an axis' ends around live data. The ends are round, and they stay while the data neither
/// leave them nor shrink away from them, so that a running chart does not jitter.
public final class AxisFit {
  /// Data filling less than this share of the axis make it fit anew.
  private static final double SHRINK = .55;

  private final double padding;
  private AxisScale scale = AxisScale.LINEAR;
  private @Nullable Extent last;

  /// @param padding share of the data's length left free at either end
  public AxisFit(double padding) {
    this.padding = padding;
  }

  /// The ends for these data.
  ///
  /// @param ticks about how many ticks the axis has room for
  public Extent fit(Figure.Axis axis, Extent data, double ticks) {
    if (axis.scale() != scale) {
      scale = axis.scale();
      last = null;
    }
    Extent fitted = last;
    if (data.low() <= data.high()) {
      Projection spreading = Projection.of(scale, data);
      if (fitted == null || !fitted.contains(data) || shrunk(spreading, data, fitted)) {
        fitted = fresh(spreading, data, ticks);
        last = fitted;
      }
    }
    if (fitted == null) {
      fitted = scale == AxisScale.LOG ? new Extent(1, 10) : new Extent(0, 1);
    }
    double low = end(axis.minimum(), fitted.low());
    double high = end(axis.maximum(), fitted.high());
    if (low < high) {
      return new Extent(low, high);
    }
    Extent wide = new Extent(low, low).roomy();
    return scale == AxisScale.LOG ? new Extent(low / 2, 2 * low) : wide;
  }

  private double end(double fixed, double fitted) {
    boolean possible = Double.isFinite(fixed) && (fixed > 0 || scale != AxisScale.LOG);
    return possible ? fixed : fitted;
  }

  private static boolean shrunk(Projection spreading, Extent data, Extent fitted) {
    Extent wide = spread(spreading, data).roomy();
    return wide.length() < SHRINK * spread(spreading, fitted).length();
  }

  private static Extent spread(Projection spreading, Extent ends) {
    return new Extent(spreading.spread(ends.low()), spreading.spread(ends.high()));
  }

  private Extent fresh(Projection spreading, Extent data, double ticks) {
    if (scale == AxisScale.LINEAR || scale == AxisScale.SQRT) {
      return outward(data.roomy(), data, ticks);
    }
    Extent even = spread(spreading, data);
    Extent wide = even.length() < .1 ? new Extent(even.low() - .05, even.high() + .05) : even;
    double room = padding * wide.length();
    Projection unit = new Projection(scale, spreading.knee(), 0, 1);
    double grain = .05;
    return new Extent(
        unit.value(Math.floor((wide.low() - room) / grain + 1e-9) * grain),
        unit.value(Math.ceil((wide.high() + room) / grain - 1e-9) * grain));
  }

  private Extent outward(Extent wide, Extent data, double ticks) {
    double room = padding * wide.length();
    double low = wide.low() - room;
    double high = wide.high() + room;
    // Zero is an end where all data lie on one side of it; where they are zero, it is the middle.
    if (low < 0 && data.low() >= 0 && data.high() > 0) {
      low = 0;
    }
    if (high > 0 && data.high() <= 0 && data.low() < 0) {
      high = 0;
    }
    double grain = Ticks.of(low, high, ticks).step() / 4;
    return new Extent(
        Math.floor(low / grain + 1e-9) * grain, Math.ceil(high / grain - 1e-9) * grain);
  }
}
