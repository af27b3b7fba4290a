package voidscope.objective;

/// What an estimator may need of an objective, and an objective offer.
public enum Capability {
  /// The exact gradient, in closed form or by enumeration.
  EXACT_GRADIENT("the exact gradient of E f", "not known row by row"),
  /// f and its derivative: at b where b is continuous, at relaxed samples where b is discrete.
  DERIVATIVE("f′", "f has no derivative"),
  /// b is discrete, a hard function of a relaxed sample.
  DISCRETE("a discrete b", "b is continuous"),
  /// b is made of Bernoulli latents.
  BERNOULLI("a Bernoulli b", "b is not Bernoulli"),
  /// b is continuous, a smooth function of θ and noise.
  CONTINUOUS("a continuous b", "b is discrete"),
  /// f may be asked for at several samples of one row; a recorded episode has one.
  REPEATABLE("f at several samples of a row", "a row's f is recorded once"),
  /// The rows are steps of episodes, f what is still to come of one: a return, but for its sign.
  RETURNS("the returns of episodes", "f is no return of an episode");

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
