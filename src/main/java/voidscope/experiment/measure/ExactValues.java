package voidscope.experiment.measure;

import voidscope.estimator.Estimator;
import voidscope.problem.Known;
import voidscope.stat.Digits;
import voidscope.stat.KronrodRule;

/// What strata say together, with how far it can be trusted: the rule against a coarser one, the
/// rounding of single precision, and of an unbiased estimator its mean against the exact gradient,
/// which is an error and nothing else. A value that is off by more than a thousandth is withheld;
/// the others are rounded to the digits that hold.
final class ExactValues {
  /// Relative error of an estimate in single precision, as a sum of terms of its own size.
  private static final double ROUNDING = 2e-7;

  /// What is less wide than this turns z's error into a greater one.
  private static final double STEEP = 0.1;

  /// One rounding in single precision.
  private static final double ULP = 0x1p-24;

  /// A variance below this share of E f² lies beneath the rounding and is zero; of a mean its root.
  private static final double NOTHING = 1e-12;

  private final boolean unbiased;
  private final Known known;
  private final double[] gradient;
  private final double[] mean;
  private final double[] meanError;
  private double variance = Double.NaN;
  private double varianceError = Double.NaN;
  private String withheld = "";

  ExactValues(Estimator estimator, Known known, int parameters) {
    unbiased = estimator.unbiased();
    this.known = known;
    gradient = new double[parameters];
    mean = new double[parameters];
    meanError = new double[parameters];
  }

  /// Takes the strata together.
  ///
  /// @param scale width of the steepest thing along z, such as a temperature; z is off by 1e-7
  /// @param probabilities of the strata, which sum to 1
  /// @param theta P values
  void take(double[] probabilities, Stratum[] strata, float[] theta, double scale) {
    known.gradient(theta, gradient);
    withheld = "";
    double rounding = ROUNDING * Math.max(1, STEEP / scale);
    double squaredObjective = 0;
    double within = 0;
    double coarse = 0;
    for (int s = 0; s < strata.length; s++) {
      squaredObjective += probabilities[s] * strata[s].squaredObjective();
      within += probabilities[s] * strata[s].spread();
      coarse += probabilities[s] * strata[s].coarseSpread();
    }
    double residual = 0;
    double squares = 0;
    for (int d = 0; d < mean.length; d++) {
      double m = 0;
      double c = 0;
      double size = 0;
      for (int s = 0; s < strata.length; s++) {
        m += probabilities[s] * strata[s].mean(d);
        c += probabilities[s] * strata[s].coarseMean(d);
        size += probabilities[s] * strata[s].size(d);
      }
      for (int s = 0; s < strata.length; s++) {
        double away = strata[s].mean(d) - m;
        within += probabilities[s] * away * away;
        away = strata[s].coarseMean(d) - c;
        coarse += probabilities[s] * away * away;
      }
      squares += m * m;
      residual += (m - gradient[d]) * (m - gradient[d]);
      double rule = size > 0 ? size * KronrodRule.error((m - c) / size) : 0;
      mean[d] = unbiased ? gradient[d] : m;
      meanError[d] = unbiased ? 0 : rule + rounding * size;
    }
    squares += within;
    judge(within, coarse, squares, unbiased ? Math.sqrt(residual) : 0, squaredObjective);
  }

  private void judge(
      double found, double coarse, double squares, double residual, double squaredObjective) {
    double nothing = NOTHING * squaredObjective;
    double rule = found > 0 ? found * KronrodRule.error((found - coarse) / found) : 0;
    double rounding = 2 * Math.sqrt(found) * Math.max(residual, ULP * Math.sqrt(squares));
    variance = found;
    varianceError = rule + rounding;
    if (!(residual <= Digits.TRUSTED * Math.sqrt(squares) + Math.sqrt(nothing))) {
      withhold("the mean misses the exact gradient");
      java.util.Arrays.fill(mean, Double.NaN);
    } else if (!Digits.hold(variance, varianceError)) {
      if (variance + varianceError <= nothing) {
        variance = 0;
        varianceError = 0;
      } else {
        withhold(rule > rounding ? "the integral has not converged" : "single precision rounds it");
      }
    } else {
      variance = Digits.of(variance, varianceError);
    }
    for (int d = 0; d < mean.length; d++) {
      if (Digits.hold(mean[d], meanError[d])) {
        mean[d] = Digits.of(mean[d], meanError[d]);
      } else if (Math.abs(mean[d]) + meanError[d] <= Math.sqrt(nothing)) {
        mean[d] = 0;
      } else {
        mean[d] = Double.NaN;
      }
    }
  }

  private void withhold(String reason) {
    variance = Double.NaN;
    withheld = reason;
  }

  /// Whether a finer rule may help.
  boolean coarse() {
    return withheld.startsWith("the integral") || withheld.startsWith("the mean");
  }

  double mean(int d) {
    return mean[d];
  }

  double meanError(int d) {
    return meanError[d];
  }

  double variance() {
    return variance;
  }

  String withheld() {
    return withheld;
  }
}
