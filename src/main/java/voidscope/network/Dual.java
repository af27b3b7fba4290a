package voidscope.network;

import org.jspecify.annotations.Nullable;

/// A differentiable function of rows, with its value, its derivative along one direction a row, and
/// the reverse of both.
///
/// All arrays are row-major. The passes remember the point of the last [#value] and the direction
/// of the last [#tangent], so they are called in that order, with the same n, by one thread.
public interface Dual {
  /// Inputs of a row, D.
  int width();

  /// Has large products of the gradient by the parameters kept from now on, where there are such,
  /// instead of added to what [#reverse] is given.
  default void keep(OuterProducts products) {}

  /// `y[i]` = the function at row i; x (n×D) read, y (n) overwritten.
  void value(int n, float[] x, float[] y);

  /// `dy[i]` = the derivative at the last point along dx; dx (n×D) read, dy (n) overwritten.
  void tangent(int n, float[] dx, float[] dy);

  /// The gradient of Σ_i alpha_i·y_i + beta_i·dy_i at the last point and direction.
  ///
  /// @param alpha cotangents of y (n), read
  /// @param beta cotangents of dy (n), read; null leaves the second sum out, and then no tangent is
  ///   needed
  /// @param gx by x (n×D), overwritten; null: not wanted
  /// @param gdx by dx (n×D), overwritten; null: not wanted; untouched without beta
  /// @param gphi by the parameters, at their own offset, added to; null: not wanted
  void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi);
}
