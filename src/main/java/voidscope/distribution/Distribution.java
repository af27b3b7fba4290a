package voidscope.distribution;

/// A distribution p(b|θ) that is sampled from noise. Implementations are immutable.
public interface Distribution {
  /// Parameters a row, P.
  int parameters();

  /// Width of a sample, D.
  int width();

  /// Uniforms a row.
  int noise();

  /// Draws z and b of sample `k` from its noise.
  ///
  /// @param draw rows `from` to `to` (exclusive) of `z[k]` and `b[k]` are overwritten
  void sample(Draw draw, int k, int from, int to);

  /// Score ∂ log p(b|θ)/∂θ of sample `k`.
  ///
  /// @param s N×P, overwritten
  void score(Draw draw, int k, float[] s);

  /// E b.
  ///
  /// @param m N×D, overwritten
  void mean(Draw draw, float[] m);

  /// Moves a cotangent of E b back to θ: g = (∂E b/∂θ)ᵀ · cm.
  ///
  /// @param cm N×D
  /// @param g N×P, overwritten
  void reverseMean(Draw draw, float[] cm, float[] g);
}
