package voidscope.experiment.optimum;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import voidscope.stat.GaussRule;
import voidscope.stat.SymmetricBand;

/// The optimal surrogate c* of LAX for one Gaussian b = μ + σε, θ = (μ, ln σ), of the trace over
/// both. With C(ε) = c(b), F(ε) = f(b) the estimate is
///
///     ĝ_μ = [(F − C)ε + C′]/σ,   ĝ_{ln σ} = (F − C)(ε² − 1) + εC′
///
/// and with C = e^{ε²/4}y the Gaussian weight goes away from E‖ĝ‖², which is least squares in y: a
/// polynomial on each of many intervals, continuous, with kinks where f jumps. Immutable; for any
/// thread.
public final class LaxOptimum implements Optimum {
  private static final double REACH = 14;
  private static final double LONGEST = .7;
  private static final int ORDER = 32;

  private final double mean;
  private final double deviation;
  private final double level;
  private final double[] ends;
  private final double[] shares;
  private final double[] y;
  private final double variance;

  private LaxOptimum(
      double mean,
      double deviation,
      double level,
      double[] ends,
      double[] shares,
      double[] y,
      double variance) {
    this.mean = mean;
    this.deviation = deviation;
    this.level = level;
    this.ends = ends;
    this.shares = shares;
    this.y = y;
    this.variance = variance;
  }

  /// Builds it.
  ///
  /// @param mean μ
  /// @param deviation σ
  /// @param jumps of f, ascending, over b
  /// @param degree of the polynomials, from 1 to 20
  /// @param unwanted asked now and then whether to give up
  /// @return nothing if it was no longer wanted
  public static Optional<LaxOptimum> of(
      double mean,
      double deviation,
      DoubleUnaryOperator f,
      double[] jumps,
      int degree,
      BooleanSupplier unwanted) {
    // A constant of f is one of c*; without it little is lost where f is large and σ small.
    double level = f.applyAsDouble(mean);
    double[] ends = ends(Arrays.stream(jumps).map(b -> (b - mean) / deviation).sorted().toArray());
    double[] shares = shares(degree);
    int elements = ends.length - 1;
    SymmetricBand matrix = new SymmetricBand(elements * degree + 1, degree);
    double[] linear = new double[elements * degree + 1];
    double[] moments = new double[3];
    GaussRule rule = new GaussRule(ORDER);
    double[] one = new double[degree + 1];
    double[] two = new double[degree + 1];
    for (int element = 0; element < elements; element++) {
      if (unwanted.getAsBoolean()) {
        return Optional.empty();
      }
      double from = ends[element];
      double length = ends[element + 1] - from;
      for (int i = 0; i < ORDER; i++) {
        double e = rule.node(i, from, ends[element + 1]);
        double weight = rule.weight(i, from, ends[element + 1]) / Math.sqrt(2 * Math.PI);
        double root = Math.exp(-e * e / 4);
        double value = f.applyAsDouble(mean + deviation * e) - level;
        double byMean = value * e * root / deviation;
        double byScale = value * (e * e - 1) * root;
        for (int k = 0; k <= degree; k++) {
          double shape = shape(shares, k, (e - from) / length);
          double slope = slope(shares, k, (e - from) / length) / length;
          one[k] = (slope - e / 2 * shape) / deviation;
          two[k] = (1 - e * e / 2) * shape + e * slope;
        }
        moments[0] += weight * (byMean * byMean + byScale * byScale);
        moments[1] += weight * root * byMean;
        moments[2] += weight * root * byScale;
        for (int k = 0; k <= degree; k++) {
          int row = element * degree + k;
          linear[row] -= weight * (byMean * one[k] + byScale * two[k]);
          for (int m = k; m <= degree; m++) {
            matrix.add(row, element * degree + m, weight * (one[k] * one[m] + two[k] * two[m]));
          }
        }
      }
    }
    double[] y = linear.clone();
    if (!matrix.solve(y, unwanted)) {
      return Optional.empty();
    }
    double variance = moments[0] - moments[1] * moments[1] - moments[2] * moments[2];
    for (int i = 0; i < y.length; i++) {
      variance -= linear[i] * y[i];
    }
    return Optional.of(new LaxOptimum(mean, deviation, level, ends, shares, y, variance));
  }

  /// Ends of the intervals: equal ones between the jumps and the ends of it all.
  private static double[] ends(double[] jumps) {
    double[] stops = Arrays.stream(jumps).filter(e -> Math.abs(e) < REACH).distinct().toArray();
    double[] ends = {-REACH};
    for (int i = 0; i <= stops.length; i++) {
      double from = ends[ends.length - 1];
      double to = i < stops.length ? stops[i] : REACH;
      int parts = (int) Math.ceil((to - from) / LONGEST);
      double[] longer = Arrays.copyOf(ends, ends.length + parts);
      for (int k = 1; k <= parts; k++) {
        longer[ends.length + k - 1] = k == parts ? to : from + (to - from) * k / parts;
      }
      ends = longer;
    }
    return ends;
  }

  /// The nodes of a polynomial as shares of its interval: those of Chebyshev, with both ends.
  private static double[] shares(int degree) {
    double[] shares = new double[degree + 1];
    for (int k = 0; k <= degree; k++) {
      shares[k] = (1 - Math.cos(Math.PI * k / degree)) / 2;
    }
    return shares;
  }

  /// Lagrange's polynomial of a node.
  private static double shape(double[] shares, int k, double at) {
    double product = 1;
    for (int m = 0; m < shares.length; m++) {
      if (m != k) {
        product *= (at - shares[m]) / (shares[k] - shares[m]);
      }
    }
    return product;
  }

  private static double slope(double[] shares, int k, double at) {
    double sum = 0;
    for (int skipped = 0; skipped < shares.length; skipped++) {
      if (skipped != k) {
        double product = 1 / (shares[k] - shares[skipped]);
        for (int m = 0; m < shares.length; m++) {
          if (m != k && m != skipped) {
            product *= (at - shares[m]) / (shares[k] - shares[m]);
          }
        }
        sum += product;
      }
    }
    return sum;
  }

  /// @param b one value; beyond 14 σ from the mean the value there
  @Override
  public double value(double... b) {
    double e = Math.clamp((b[0] - mean) / deviation, -REACH, REACH);
    int found = Arrays.binarySearch(ends, e);
    int element = Math.min(found >= 0 ? found : -found - 2, ends.length - 2);
    int degree = shares.length - 1;
    double at = (e - ends[element]) / (ends[element + 1] - ends[element]);
    double sum = 0;
    for (int k = 0; k <= degree; k++) {
      sum += y[element * degree + k] * shape(shares, k, at);
    }
    return level + Math.exp(e * e / 4) * sum;
  }

  @Override
  public double variance() {
    return variance;
  }

  @Override
  public int functions() {
    return y.length;
  }
}
