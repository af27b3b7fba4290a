package voidscope.experiment;

import java.util.Optional;
import voidscope.distribution.Finite;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.Toy;

/// The exact mean and variance of a single-sample gradient, found by injecting noise into the
/// estimator itself: with one uniform a sample by [Quadrature], with few outcomes by [Enumeration].
/// Scratch of one thread.
public interface ExactMoments {
  /// Works out the moments at some θ and φ.
  ///
  /// @param theta P values
  void at(State phi, float[] theta);

  /// E ĝ of a coordinate.
  double mean(int d);

  /// Var ĝ, the trace of the covariance.
  double variance();

  /// The way for an estimator and a problem, if there is one.
  static Optional<ExactMoments> of(Estimator estimator, Toy problem) {
    return of(new Probe(estimator, problem), estimator, problem);
  }

  /// The same with a probe at hand.
  static Optional<ExactMoments> of(Probe probe, Estimator estimator, Toy problem) {
    if (!estimator.oneNoise()) {
      return Optional.empty();
    }
    if (problem.distribution().noise() == 1) {
      return Optional.of(new Quadrature(probe, estimator, problem));
    }
    if (!estimator.pathwise()
        && problem.distribution() instanceof Finite finite
        && finite.outcomes() <= Enumeration.MOST) {
      return Optional.of(new Enumeration(probe, finite));
    }
    return Optional.empty();
  }
}
