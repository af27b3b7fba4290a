package voidscope.chart;

import org.jspecify.annotations.Nullable;

/// Chooses an axis' ends around live data. The ends are round, and they stay while the data neither
/// leave them nor shrink away from them, so that a running chart does not jitter.
final class AxisFit {
  /// Data filling less than this share of the axis make it fit anew.
  private static final double SHRINK = .55;

  private final double padding;
  private @Nullable Extent last;

  /// @param padding share of the data's length left free at either end
  AxisFit(double padding) {
    this.padding = padding;
  }

  /// The ends for these data.
  ///
  /// @param ticks about how many ticks the axis has room for
  Extent fit(Figure.Axis axis, Extent data, double ticks) {
    Extent fitted = last;
    if (data.low() <= data.high()) {
      Extent wide = spread(data);
      if (fitted == null || !fitted.contains(data) || wide.length() < SHRINK * fitted.length()) {
        fitted = outward(wide, data, ticks);
        last = fitted;
      }
    }
    if (fitted == null) {
      fitted = new Extent(0, 1);
    }
    double low = Double.isFinite(axis.minimum()) ? axis.minimum() : fitted.low();
    double high = Double.isFinite(axis.maximum()) ? axis.maximum() : fitted.high();
    return low < high ? new Extent(low, high) : spread(new Extent(low, low));
  }

  /// Room around data that are all equal, or equal but for rounding.
  private static Extent spread(Extent data) {
    double magnitude = Math.max(Math.abs(data.low()), Math.abs(data.high()));
    if (data.length() > 1e-9 * magnitude) {
      return data;
    }
    double room = magnitude == 0 ? 1 : .05 * magnitude;
    return new Extent(data.low() - room, data.high() + room);
  }

  private Extent outward(Extent wide, Extent data, double ticks) {
    double room = padding * wide.length();
    double low = wide.low() - room;
    double high = wide.high() + room;
    if (low < 0 && data.low() >= 0) {
      low = 0;
    }
    if (high > 0 && data.high() <= 0) {
      high = 0;
    }
    double grain = Ticks.of(low, high, ticks).step() / 4;
    return new Extent(
        Math.floor(low / grain + 1e-9) * grain, Math.ceil(high / grain - 1e-9) * grain);
  }
}
