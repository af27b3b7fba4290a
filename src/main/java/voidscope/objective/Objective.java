package voidscope.objective;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.simd.Elementwise;

/// The function f whose expectation is differentiated. It may keep scratch, so each thread has its
/// own.
public interface Objective {
  /// What it offers beyond its values.
  Set<Capability> offers();

  /// f at the hard samples `b[k]`. Values may be recorded ones, known only after the draw (the
  /// returns of an episode).
  ///
  /// @param f N, overwritten
  void value(Draw draw, int k, float[] f);

  /// What f at the hard samples is beyond what was expected of it.
  ///
  /// @param expected of f, from what is known before b, N
  /// @param trace ℓ: what a row is told of f by the rows behind it counts ℓ, and what is expected
  ///   there the rest; 1: f − expected
  /// @param excess N, overwritten
  /// @throws IllegalStateException if ℓ is not 1 and no [returns][Capability#RETURNS] are offered
  default void excess(Draw draw, int k, float[] expected, double trace, float[] excess) {
    if (trace != 1) {
      throw new IllegalStateException("this objective has no rows that follow each other");
    }
    value(draw, k, excess);
    Elementwise.subtract(draw.n(), excess, expected, excess);
  }

  /// Rows behind which f would have gone on, such as where an episode was cut off by its limit.
  default int cuts() {
    return 0;
  }

  /// The contexts from which it would, one a cut in the order of their numbers.
  ///
  /// @throws IllegalStateException if no [returns][Capability#RETURNS] are offered
  default float[] cutContext() {
    throw new IllegalStateException("this objective has no rows that follow each other");
  }

  /// Counts in f, until the next draw, what is expected behind the cuts.
  ///
  /// @param expected of f, one a cut
  /// @throws IllegalStateException if no [returns][Capability#RETURNS] are offered
  default void goOn(float[] expected) {
    throw new IllegalStateException("this objective has no rows that follow each other");
  }

  /// A new differentiable evaluation of f, with scratch of its own: at b where b is continuous, at
  /// relaxed samples where b is discrete.
  ///
  /// @param rows rows at most
  /// @throws IllegalStateException if not [offered][Capability#DERIVATIVE]
  default Dual dual(int rows) {
    throw new IllegalStateException(
        "this objective does not offer " + Capability.DERIVATIVE.words());
  }

  /// The exact gradient of E f, the same as an unbiased estimator's expectation, a row at a time.
  ///
  /// @param g N×P, overwritten
  /// @throws IllegalStateException if not [offered][Capability#EXACT_GRADIENT]
  default void gradient(Draw draw, float[] g) {
    throw new IllegalStateException(
        "this objective does not offer " + Capability.EXACT_GRADIENT.words());
  }
}
