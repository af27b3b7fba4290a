package voidscope.experiment.measure;

import java.util.Optional;
import voidscope.distribution.Finite;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.Known;
import voidscope.problem.Problem;

/// The exact mean and variance of one gradient estimate, found by injecting noise into the
/// estimator itself: with one uniform a sample by [Quadrature], with few outcomes by [Enumeration].
/// What is not known to a thousandth is withheld; the rest is rounded to the digits that hold.
/// Scratch of one thread.
public abstract class ExactMoments {
  private final ExactValues values;

  ExactMoments(Estimator estimator, Known known, int parameters) {
    values = new ExactValues(estimator, known, parameters);
  }

  /// What the estimates are taken to.
  final ExactValues values() {
    return values;
  }

  /// Works out the moments at some θ and φ.
  ///
  /// @param theta P values
  public abstract void at(State phi, float[] theta);

  /// E ĝ of a coordinate; of an unbiased estimator the exact gradient, provided that the integral
  /// agrees with it. NaN where it is withheld.
  public final double mean(int d) {
    return values.mean(d);
  }

  /// Bound on how far that is off.
  public final double meanError(int d) {
    return values.meanError(d);
  }

  /// Var ĝ, the trace of the covariance; NaN where it is withheld.
  public final double variance() {
    return values.variance();
  }

  /// Why the variance is withheld; empty where it is not.
  public final String withheld() {
    return values.withheld();
  }

  /// The way for an estimator and a problem whose θ is what is trained, if there is one.
  public static Optional<ExactMoments> of(Estimator estimator, Problem problem) {
    return of(new Probe(estimator, problem), estimator, problem);
  }

  /// The same with a probe at hand.
  static Optional<ExactMoments> of(Probe probe, Estimator estimator, Problem problem) {
    Known known = problem.known();
    if (known == null) {
      return Optional.empty();
    }
    if (estimator.oneNoise() && problem.distribution().noise() == 1) {
      return Optional.of(new Quadrature(probe, estimator, problem, known));
    }
    if (!estimator.pathwise()
        && problem.distribution() instanceof Finite finite
        && Outcomes.of(finite, estimator.samples()).count() <= Enumeration.MOST) {
      return Optional.of(new Enumeration(probe, estimator, known, finite));
    }
    return Optional.empty();
  }
}
