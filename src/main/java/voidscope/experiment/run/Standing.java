package voidscope.experiment.run;

import java.util.List;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.problem.Problem;

/// Where a contender stands: what it is set to, and a copy of what its replicates have learned.
///
/// @param entrant with its settings of now
/// @param label what people call it
/// @param choice the problem's settings of now
/// @param problem that problem as the estimator sees it
/// @param batch estimates that a training step averages
/// @param step steps done
/// @param replicates one or more
public record Standing(
    Entrant entrant,
    String label,
    Choice choice,
    Problem problem,
    Estimator estimator,
    int batch,
    long step,
    List<Learned> replicates) {
  /// What one replicate has learned.
  ///
  /// @param weights what is trained
  /// @param states φ, one a site of latents
  public record Learned(float[] weights, List<State> states) {}
}
