package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.distribution.Relaxable;

/// The sizes that an estimator works with.
///
/// @param distribution of b
/// @param rows rows at most, N
/// @param samples samples a row, K
/// @param context floats of context a row, C
public record Shape(Pathwise distribution, int rows, int samples, int context) {
  /// A batch of this shape.
  public Draw allocate() {
    return Draw.allocate(distribution, rows, samples, context);
  }

  /// The distribution of a discrete b.
  ///
  /// @throws IllegalStateException if b is continuous; whoever asks requires
  ///   [DISCRETE][voidscope.objective.Capability#DISCRETE]
  public Relaxable relaxable() {
    if (distribution instanceof Relaxable relaxable) {
      return relaxable;
    }
    throw new IllegalStateException("b is continuous: it has no relaxation");
  }

  /// The same with other rows.
  public Shape rows(int count) {
    return new Shape(distribution, count, samples, context);
  }
}
