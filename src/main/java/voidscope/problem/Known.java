package voidscope.problem;

/// What is known of a problem exactly, as a function of what is trained. Immutable; callable from
/// any thread.
public interface Known {
  /// The exact expected loss E f(b).
  ///
  /// @param weights what is trained, W
  /// @param scratch W values, overwritten
  double loss(float[] weights, float[] scratch);

  /// The exact gradient of E f(b) in double precision.
  ///
  /// @param weights what is trained, W
  /// @param g W values, overwritten
  void gradient(float[] weights, double[] g);

  /// Where f of one continuous b jumps, ascending: an integral over b is split there.
  default double[] jumps() {
    return new double[0];
  }

  /// The least expected loss; NaN where it is not known.
  double optimum();
}
