package voidscope.experiment.optimum;

/// An optimal surrogate within a basis. Immutable.
public interface Optimum {
  /// Its value.
  ///
  /// @param z of each latent; for a Gaussian, b
  double value(double... z);

  /// The trace of the estimator's covariance with it, for one sample.
  double variance();

  /// What that trace cannot fall below whatever the basis; NaN where no such bound is known.
  default double bound() {
    return Double.NaN;
  }

  /// What is left of a variance; what rounding and quadrature alone can make of nothing is nothing.
  ///
  /// @param whole E‖ĝ‖² without a surrogate, of which it is the rest
  /// @param error share of the whole that they may be wrong by
  static double rest(double variance, double whole, double error) {
    return variance < error * whole ? 0 : variance;
  }
}
