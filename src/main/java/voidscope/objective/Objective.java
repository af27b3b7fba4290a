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
