package voidscope.stat;

import org.apache.commons.math3.special.Erf;

/// The standard normal distribution.
public final class NormalLaw {
  private NormalLaw() {}

  /// φ(x).
  public static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /// Φ(x), also far in the tails.
  public static double cumulative(double x) {
    return Erf.erfc(-x / Math.sqrt(2)) / 2;
  }
}
