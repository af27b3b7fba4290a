package voidscope.distribution;

/// Which relaxed sample: its dependence on θ differs.
public enum Path {
  /// z ~ p(z|θ).
  FREE,
  /// z̃ ~ p(z|b, θ).
  CONDITIONAL
}
