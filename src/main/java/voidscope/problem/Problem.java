package voidscope.problem;

import java.util.List;
import voidscope.distribution.Pathwise;
import voidscope.objective.Objective;

/// An expectation E f(b) over b ~ p(b|θ) to minimise, with what is known of it exactly. Immutable.
public interface Problem {
  /// p(b|θ).
  Pathwise distribution();

  /// θ₀, P values.
  float[] initial();

  /// f, with scratch for one thread.
  ///
  /// @param rows rows at most
  Objective objective(int rows);

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

  /// Symbols of the quantities in which the charts follow θ, the most telling first.
  List<String> quantities();

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

  /// Where the noise u of one latent makes f(b(u)) jump, ascending: an integral over u is split
  /// there. Asked only where a sample takes one uniform.
  ///
  /// @param theta P values
  double[] jumps(float[] theta);

  /// The least expected loss, that of the best b.
  double optimum();

  /// σ(θ), the probability of a one.
  static double sigmoid(double theta) {
    return 1 / (1 + Math.exp(-theta));
  }
}
