package voidscope.experiment;

import org.jspecify.annotations.Nullable;

/// What a snapshot tells of one contender.
///
/// @param choice the estimator with the values that hold now
/// @param label its name on the screen
/// @param step steps done
/// @param theta mean of θ over the coordinates; over replicates the median with quartiles, with one
///   replicate and several coordinates the quartiles of the coordinates
/// @param loss exact expected loss E f at θ; over replicates the median with quartiles
/// @param variance natural logarithm of the gradient's measured variance (trace of the covariance);
///   over replicates the median with quartiles
/// @param exact exact moments at displayed points, of the first replicate; empty where unknown
/// @param measured the latest measurement of the first replicate, or null before the first
/// @param curve the surrogate of the first replicate, or null if it has none
/// @param tuned the current values of parameters that the estimator tunes itself, such as its
///   temperature; NaN where it tunes none
/// @param failure why it stopped, or null
public record Track(
    Choice choice,
    String label,
    long step,
    Band theta,
    Band loss,
    Band variance,
    ExactPoints exact,
    @Nullable Measurement measured,
    @Nullable SurrogateCurve curve,
    Tuned tuned,
    @Nullable Failure failure) {

  /// A series with its band.
  ///
  /// @param middle value or median
  /// @param low lower quartile, or null where there is only one value
  /// @param high upper quartile, or null
  public record Band(Series.View middle, Series.@Nullable View low, Series.@Nullable View high) {}

  /// Parameters that an estimator tunes itself.
  ///
  /// @param temperature λ, or NaN
  /// @param scale η, or NaN
  public record Tuned(double temperature, double scale) {}

  /// Why a contender stopped.
  ///
  /// @param step the step at which it happened
  /// @param message what happened, in a sentence
  public record Failure(long step, String message) {}

  /// Moments of N fresh single-sample gradients at one step.
  ///
  /// @param step steps done when it was taken
  /// @param samples N
  /// @param mean mean of the gradient's first coordinate
  /// @param standardError of that mean
  /// @param variance trace of the covariance
  /// @param bias Euclidean norm of mean − exact gradient
  /// @param z the coordinate's largest |bias| in standard errors, with its sign
  /// @param signalToNoise ‖mean‖ / √variance
  /// @param exactMean exact mean by quadrature (one latent), else NaN
  /// @param exactVariance exact variance by quadrature (one latent), else NaN
  /// @param correlation between f(b) and c(z̃), or NaN where there is no c
  public record Measurement(
      long step,
      int samples,
      double mean,
      double standardError,
      double variance,
      double bias,
      double z,
      double signalToNoise,
      double exactMean,
      double exactVariance,
      double correlation) {}

  /// Exact moments along a run.
  ///
  /// @param length number of points
  /// @param step steps done at each
  /// @param variance natural logarithm of the exact variance
  public record ExactPoints(int length, double[] step, double[] variance) {}

  /// A surrogate drawn along the first coordinate, the others held at one sample.
  ///
  /// @param u ascending noise in (0, 1)
  /// @param z the relaxed sample θ + logit(u)
  /// @param c the surrogate c(z)
  /// @param hard f(H(z))
  /// @param relaxed f(σ(z/λ)), empty where f has no relaxation
  public record SurrogateCurve(
      double[] u, double[] z, double[] c, double[] hard, double[] relaxed) {}
}
