package voidscope.distribution;

/// A distribution over finitely many outcomes, each of which can be had by injecting noise.
public interface Finite extends Distribution {
  /// Number of outcomes of one row; [Long#MAX_VALUE] where it is greater.
  long outcomes();

  /// Writes noise from which [#sample] draws an outcome.
  ///
  /// @param code which outcome, from 0
  /// @param draw row `row` of `u[k]` is overwritten; row `row` of θ is read
  /// @return its probability
  double outcome(long code, Draw draw, int k, int row);
}
