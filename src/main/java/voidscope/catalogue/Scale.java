package voidscope.catalogue;

/// How a parameter's values are laid out on a slider.
public enum Scale {
  /// Evenly.
  LINEAR,
  /// Evenly in the logarithm; the range is positive.
  LOG,
  /// Fine around ½, for the target t: `t = ½ + sgn(u)·½·(1000^|u| − 1)/999` for u in [−1, 1].
  TARGET
}
