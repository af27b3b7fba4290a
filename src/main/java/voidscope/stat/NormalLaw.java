package voidscope.stat;

import org.apache.commons.math3.special.Erf;

/// The standard normal distribution.
public final class NormalLaw {
  private static final double FAR = 30;
  private static final double LOG_TINY = -30;
  private static final int BISECTIONS = 60;

  private NormalLaw() {}

  /// φ(x).
  public static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /// Φ(x), also far in the tails.
  public static double cumulative(double x) {
    return Erf.erfc(-x / Math.sqrt(2)) / 2;
  }

  /// ln of the probability that |X| exceeds x ≥ 0, also where it is too small for a number.
  private static double logOutside(double x) {
    if (x < FAR) {
      return Math.log(2 * cumulative(-x));
    }
    // The first terms of Mills' ratio: relative error below 1e-6 from here on.
    double square = 1 / (x * x);
    double mills = 1 - square * (1 - 3 * square * (1 - 5 * square));
    return -x * x / 2 - Math.log(x * Math.sqrt(Math.PI / 2)) + Math.log(mills);
  }

  /// The greatest of several independent z-scores by magnitude, on the scale of a single one: the z
  /// that a standard normal number exceeds in magnitude with the same probability p = 1 − (1 −
  /// p₁)^n.
  ///
  /// @param z the greatest, with its sign
  /// @param count n, at least 1
  public static double amongSeveral(double z, int count) {
    if (count == 1 || !Double.isFinite(z)) {
      return z;
    }
    double one = logOutside(Math.abs(z));
    // Where p₁ is tiny, p is n·p₁.
    double several =
        one < LOG_TINY
            ? one + Math.log(count)
            : Math.log(-Math.expm1(count * Math.log1p(-Math.exp(one))));
    double low = 0;
    double high = Math.abs(z);
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (logOutside(middle) > several) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.copySign((low + high) / 2, z);
  }
}
