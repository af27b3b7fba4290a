package voidscope.objective;

import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.network.Dual;

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

  /// A new evaluation of f at relaxed samples, with scratch of its own.
  ///
  /// @param rows rows at most
  /// @throws IllegalStateException if not [offered][Capability#RELAXATION]
  default Dual relaxed(int rows) {
    throw new IllegalStateException(
        "this objective does not offer " + Capability.RELAXATION.words());
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
