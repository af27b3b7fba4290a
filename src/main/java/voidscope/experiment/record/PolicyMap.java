package voidscope.experiment.record;

import org.jspecify.annotations.Nullable;
import voidscope.problem.Difference;
import voidscope.problem.Episode;
import voidscope.problem.Exhibit;
import voidscope.problem.Plane;

/// What a contender's policy does, and is worth, over two observed numbers, the others being 0, at
/// the first step of an episode. All maps are row by row from the lowest.
///
/// @param plane of which numbers
/// @param columns cells across, of all but the advantage
/// @param gaussian whether an action is a real number; of others there are two
/// @param policy π(1|s), or the mean μ of a real action
/// @param value what the critic expects of the return; null without one
/// @param control what the surrogate tells of the return by action 1 less that by action 0, or by μ
///   + σ less μ − σ: −c of the first less −c of the second, as c stands for minus the return; null
///     without one
/// @param advantage the same of the true return; null before the first is made
/// @param episode an episode of training, or null
public record PolicyMap(
    Plane plane,
    int columns,
    boolean gaussian,
    double[] policy,
    double @Nullable [] value,
    double @Nullable [] control,
    @Nullable Advantage advantage,
    @Nullable Episode episode)
    implements Exhibit {
  /// The same with an episode.
  public PolicyMap with(@Nullable Episode other) {
    return new PolicyMap(plane, columns, gaussian, policy, value, control, advantage, other);
  }

  /// Q of action 1 less Q of action 0, by branching the world.
  ///
  /// @param step at whose policy it was measured, which may lie behind
  /// @param columns cells across
  /// @param newest whether it is that of the present policy
  public record Advantage(long step, int columns, Difference difference, boolean newest) {}
}
