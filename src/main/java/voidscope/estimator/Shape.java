package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;

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

  /// The same with other rows.
  public Shape rows(int count) {
    return new Shape(distribution, count, samples, context);
  }
}
