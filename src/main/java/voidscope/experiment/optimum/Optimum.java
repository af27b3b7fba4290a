package voidscope.experiment.optimum;

/// An optimal surrogate within a basis. Immutable.
public interface Optimum {
  /// Its value.
  ///
  /// @param z of each latent; for a Gaussian, b
  double value(double... z);

  /// The trace of the estimator's covariance with it, for one sample.
  double variance();

  /// Functions of its basis for each latent.
  int functions();
}
