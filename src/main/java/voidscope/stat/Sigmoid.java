package voidscope.stat;

/// The logistic function.
public final class Sigmoid {
  private Sigmoid() {}

  /// σ(x) = 1/(1 + e⁻ˣ), the probability of a one whose logit is x.
  public static double of(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
