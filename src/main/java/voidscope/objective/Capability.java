package voidscope.objective;

/// What an estimator may need of an objective, and an objective offer.
public enum Capability {
  /// The exact gradient, in closed form or by enumeration.
  EXACT_GRADIENT("the exact gradient of E f", "it is not known"),
  /// f and its derivative at relaxed samples, off the domain of b.
  RELAXATION("f and its derivative at relaxed samples", "f has no derivative");

  private final String words;
  private final String lack;

  Capability(String words, String lack) {
    this.words = words;
    this.lack = lack;
  }

  /// What it is, in words for error messages.
  public String words() {
    return words;
  }

  /// Why it is not to be had, in a few words.
  public String lack() {
    return lack;
  }
}
