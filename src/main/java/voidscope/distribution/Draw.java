package voidscope.distribution;

/// A batch of draws: N rows, K samples a row. The arrays may be longer than the rows in use.
///
/// @param n rows in use, N
/// @param theta parameters, N×P
/// @param u noise of the free sample, K arrays of N×noise: uniform numbers as signed floats, see
///   [Noise][voidscope.simd.Noise]
/// @param v noise of the conditional sample, K arrays of N×noise; written by an estimator that
///   couples it to u
/// @param z relaxed samples, K arrays of N×D; written by an estimator's `draw`
/// @param b hard samples, K arrays of N×D; written by an estimator's `draw`
/// @param context what the samples stand under, N×C, for surrogates and baselines that look at it
public record Draw(
    int n, float[] theta, float[][] u, float[][] v, float[][] z, float[][] b, float[] context) {

  /// Allocates a batch.
  ///
  /// @param rows N
  /// @param samples K
  /// @param context C
  public static Draw allocate(Distribution distribution, int rows, int samples, int context) {
    return new Draw(
        rows,
        new float[rows * distribution.parameters()],
        new float[samples][rows * distribution.noise()],
        new float[samples][rows * distribution.noise()],
        new float[samples][rows * distribution.width()],
        new float[samples][rows * distribution.width()],
        new float[rows * context]);
  }

  /// Number of samples a row, K.
  public int samples() {
    return u.length;
  }

  /// The same arrays with another number of rows in use.
  public Draw rows(int count) {
    return new Draw(count, theta, u, v, z, b, context);
  }
}
