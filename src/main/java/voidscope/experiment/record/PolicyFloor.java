package voidscope.experiment.record;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Exhibit;
import voidscope.problem.RowVariance;

/// What the variance of a row's gradient consists of under one contender's policy, as it was at one
/// step.
///
/// @param step at whose policy it was measured, which may lie behind
/// @param parts of each discount, that of the run first; empty before the first is made
/// @param newest whether it is that of the present policy
public record PolicyFloor(long step, List<RowVariance> parts, boolean newest) implements Exhibit {
  /// Copies the list.
  public PolicyFloor {
    parts = List.copyOf(parts);
  }

  /// The parts at the discount that is nearest to γ, of two as near the one that was measured
  /// first; at the run's for null. There are some.
  public RowVariance at(@Nullable Double gamma) {
    return gamma == null
        ? parts.getFirst()
        : parts.stream()
            .min(Comparator.comparingDouble(part -> Math.abs(part.discount() - gamma)))
            .orElseThrow();
  }
}
