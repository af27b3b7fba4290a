package voidscope.data;

/// How grey images become images of zeros and ones.
public enum Binarisation {
  /// Each pixel is drawn once for the whole run, with its grey as probability (the papers' way).
  FIXED,
  /// A pixel is one where it is brighter than half.
  THRESHOLD,
  /// Each pixel is drawn anew in every step, with its grey as probability.
  FRESH
}
