package voidscope.experiment.record;

import voidscope.problem.Exhibit;

/// Bias and variance of one contender's estimate ĝ, along its temperature λ and along the first
/// coordinate of θ, all else as it was at one step.
///
/// @param step at whose θ and φ it was made, which may lie behind
/// @param temperature λ at that step; NaN for an estimator without one
/// @param theta the first coordinate of θ at that step
/// @param samples how many estimates each value was measured with; 0 where all are exact
/// @param temperatures along λ; of an estimator without one the same all along
/// @param thetas along θ
/// @param present at that step's own λ and θ
/// @param fine whether it is as fine as it is ever shown
public record Sweep(
    long step,
    double temperature,
    double theta,
    long samples,
    Curve temperatures,
    Curve thetas,
    Worth present,
    boolean fine)
    implements Exhibit {
  /// Whether its values are exact, and not measured.
  public boolean exact() {
    return samples == 0;
  }

  /// Values along an axis.
  ///
  /// @param at ascending places
  /// @param worth what ĝ is worth at each
  public record Curve(double[] at, Worth[] worth) {}

  /// What an estimate is worth at some λ and θ.
  ///
  /// @param squaredBias ‖E ĝ − g‖²; measured it is ‖m̂ − g‖² − tr V̂/n, which has no bias of its
  ///   own and may therefore be negative; NaN where it is withheld
  /// @param squaredBiasError its standard error; 0 where it is exact
  /// @param variance tr Cov ĝ; NaN where it is withheld
  /// @param varianceError its standard error; 0 where it is exact
  /// @param gradient ‖g‖, the norm of the exact gradient
  public record Worth(
      double squaredBias,
      double squaredBiasError,
      double variance,
      double varianceError,
      double gradient) {
    /// Nothing is known.
    public static final Worth UNKNOWN =
        new Worth(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// E‖mean of N estimates − g‖² = bias² + V/N.
    public double error(double estimates) {
      return squaredBias + variance / estimates;
    }

    /// The standard error of [#error]; 0 where that is exact.
    public double errorError(double estimates) {
      return Math.hypot(squaredBiasError, varianceError / estimates);
    }

    /// ‖g‖/√V; infinite where nothing varies.
    public double signalToNoise() {
      return gradient / Math.sqrt(variance);
    }

    /// The standard error of [#signalToNoise], to first order.
    public double signalToNoiseError() {
      return signalToNoise() * varianceError / (2 * variance);
    }
  }
}
