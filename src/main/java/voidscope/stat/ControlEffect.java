package voidscope.stat;

import java.util.Arrays;

/// What a control variate does to an estimate, from pairs of the estimate without it, x, and with
/// it, g: of the variance is left Var g / Var x, and with the best coefficient 1 − ρ² would be
/// left, ρ being the correlation of x with the correction x − g. Variances and covariances of
/// vectors are traces.
///
/// 1 − ρ² is computed as (Var x·Var g − Cov(x, g)²)/(Var x·Var(x − g)), which loses no digits where
/// little is left.
public final class ControlEffect {
  private final double[] x;
  private final double[] g;
  private double xx;
  private double gg;
  private double xg;
  private double total;

  /// @param parameters length of a vector
  public ControlEffect(int parameters) {
    x = new double[parameters];
    g = new double[parameters];
  }

  /// Forgets everything.
  public void clear() {
    Arrays.fill(x, 0);
    Arrays.fill(g, 0);
    xx = 0;
    gg = 0;
    xg = 0;
    total = 0;
  }

  /// Adds pairs of vectors, a row each.
  ///
  /// @param from first row, `to` the row past the last
  /// @param weight how much each counts, greater than 0
  public void accept(int from, int to, float[] without, float[] with, double weight) {
    int at = from * x.length;
    for (int i = from; i < to; i++) {
      for (int d = 0; d < x.length; d++) {
        double one = without[at];
        double other = with[at];
        x[d] += weight * one;
        g[d] += weight * other;
        xx += weight * one * one;
        gg += weight * other * other;
        xg += weight * one * other;
        at++;
      }
    }
    total += weight * (to - from);
  }

  private double central(double sum, double[] a, double[] b) {
    double product = 0;
    for (int d = 0; d < a.length; d++) {
      product += a[d] * b[d];
    }
    return (sum - product / total) / total;
  }

  /// Var g / Var x; NaN where x does not vary.
  public double ratio() {
    return Math.max(0, central(gg, g, g)) / positive(central(xx, x, x));
  }

  /// 1 − ρ²; NaN where x or the correction does not vary.
  public double prediction() {
    double varX = central(xx, x, x);
    double varG = central(gg, g, g);
    double cov = central(xg, x, g);
    return Math.max(0, varX * varG - cov * cov) / positive(varX * (varX + varG - 2 * cov));
  }

  /// ρ, with its sign.
  public double correlation() {
    double varX = central(xx, x, x);
    double cov = central(xg, x, g);
    double correction = varX + central(gg, g, g) - 2 * cov;
    return (varX - cov) / positive(Math.sqrt(varX * correction));
  }

  private static double positive(double value) {
    return value > 0 ? value : Double.NaN;
  }
}
