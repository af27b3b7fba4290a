package voidscope.stat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers that are known to within an error, as far as they are known.
public final class Digits {
  /// Above this relative error a number is not told at all.
  public static final double TRUSTED = 1e-3;

  private static final int MOST = 15;

  private Digits() {}

  /// Whether a value is known well enough to be told: to a thousandth of itself.
  public static boolean hold(double value, double error) {
    return error <= TRUSTED * Math.abs(value);
  }

  /// The value rounded to the decimal digits that hold: the last one is off by at most one or so.
  ///
  /// @param error bound on how far it is off, at least 0
  public static double of(double value, double error) {
    if (value == 0 || !Double.isFinite(value) || !(error > 0)) {
      return value;
    }
    double digits = Math.floor(Math.log10(Math.abs(value) / error)) + 1;
    MathContext context =
        new MathContext((int) Math.clamp(digits, 1, MOST), RoundingMode.HALF_EVEN);
    return new BigDecimal(value).round(context).doubleValue();
  }
}
