package voidscope.objective;

/// What an estimator may need of an objective, and an objective offer.
public enum Capability {
  /// The exact gradient, in closed form or by enumeration.
  EXACT_GRADIENT("the exact gradient of E f"),
  /// f and its derivative at relaxed samples, off the domain of b.
  RELAXATION("f and its derivative at relaxed samples");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /// What it is, in words for error messages.
  public String words() {
    return words;
  }
}
