package voidscope.chart.series;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A measured correlation in as many decimals as its standard error, (1 − ρ²)/√N, lets hold.
final class CorrelationText {
  /// Correlations are taken from single precision.
  private static final int MOST = 6;

  private CorrelationText() {}

  /// Such as `.93`, `−.4`, or `> .99` where it would round to a one that it is not; behind a
  /// prefix.
  ///
  /// @param rho the correlation; NaN where there is none
  /// @param samples N, from which it was measured
  /// @return the prefix with the number, or an empty text where no digit holds
  static String of(String prefix, double rho, int samples) {
    double error = (1 - rho * rho) / Math.sqrt(samples);
    int decimals = error > 0 ? (int) Math.floor(-Math.log10(error)) : MOST;
    if (!Double.isFinite(rho) || samples < 2 || decimals < 1) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(Math.abs(rho));
    BigDecimal shown = exact.setScale(Math.min(MOST, decimals), RoundingMode.HALF_EVEN);
    boolean below = shown.compareTo(BigDecimal.ONE) >= 0 && exact.compareTo(BigDecimal.ONE) < 0;
    if (below) {
      shown = shown.subtract(shown.ulp());
    }
    String sign = rho < 0 && shown.signum() != 0 ? "−" : "";
    String digits = shown.toPlainString().replaceFirst("^0\\.", ".");
    boolean one = shown.compareTo(BigDecimal.ONE) >= 0;
    return prefix + (below ? (rho < 0 ? "< " : "> ") : "") + sign + (one ? "1" : digits);
  }
}
