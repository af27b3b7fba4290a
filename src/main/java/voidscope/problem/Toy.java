package voidscope.problem;

import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;

/// A problem whose parameters θ are what is trained, with what is known of it exactly. Immutable.
public interface Toy extends Problem {
  /// θ₀, P values.
  float[] initial();

  /// f, with scratch for one thread.
  ///
  /// @param rows rows at most
  Objective objective(int rows);

  @Override
  default Set<Capability> offers() {
    return objective(1).offers();
  }

  /// The exact expected loss E f(b).
  ///
  /// @param theta P values
  /// @param scratch P values, overwritten
  double loss(float[] theta, float[] scratch);

  /// The exact gradient ∂/∂θ E f(b) in double precision.
  ///
  /// @param theta P values
  /// @param g P values, overwritten
  void gradient(float[] theta, double[] g);

  /// The quantities at some θ.
  ///
  /// @param theta P values
  /// @param scratch P values, overwritten
  /// @param out one per symbol, overwritten
  void quantities(float[] theta, float[] scratch, float[] out);

  /// Whether the first quantity is the mean of θ, so that the quartiles of θ belong beside it.
  default boolean spreads() {
    return false;
  }

  /// Where f of one continuous b jumps, ascending: an integral over b is split there.
  default double[] jumps() {
    return new double[0];
  }

  /// The least expected loss, that of the best b.
  double optimum();

  /// σ(θ), the probability of a one.
  static double sigmoid(double theta) {
    return 1 / (1 + Math.exp(-theta));
  }
}
