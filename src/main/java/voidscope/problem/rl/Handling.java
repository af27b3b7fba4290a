package voidscope.problem.rl;

/// How what a world shows and pays reaches what is trained, and how far a step of training goes.
///
/// @param scaled whether observed numbers are divided by what is usual for them
/// @param filtered whether they are standardised by their running moments instead
/// @param reward what each reward is multiplied by
/// @param divergence KL divergence by which a step is to move the policy; 0 where the learning rate
///   stays as it is set
public record Handling(boolean scaled, boolean filtered, double reward, double divergence) {
  /// Rewards as they are and a learning rate that stays.
  public static Handling plain(boolean scaled) {
    return new Handling(scaled, false, 1, 0);
  }

  /// Whether something is learned without a gradient.
  boolean remembers() {
    return filtered || divergence > 0;
  }
}
