package voidscope.experiment.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.estimator.Critic;
import voidscope.estimator.Pass;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.network.Optimizer;

/// A step of what an estimator learns, along the gradient of its variance. Scratch of one thread.
public final class Adaptation {
  private final Optimizer optimizer;
  private final float[] gphi;
  private final @Nullable Critic critic;

  /// @param phi length of the estimator's state
  /// @param critic which the state holds; null where there is none
  public Adaptation(Optimizer optimizer, int phi, @Nullable Critic critic) {
    this.optimizer = optimizer;
    this.critic = critic;
    gphi = new float[phi];
  }

  /// One step; nothing where the estimator learns nothing.
  ///
  /// @param r cotangent of the last estimate, N×P: the gradient of what is to become less by it
  /// @param memory of the state
  /// @param step steps of the run done before it; each span counts its own
  public void step(
      Pass pass, State phi, Memory memory, Draw draw, float[] r, Tuning tuning, long step) {
    if (gphi.length == 0) {
      return;
    }
    Arrays.fill(gphi, 0);
    pass.adapt(phi, draw, r, gphi);
    float[] values = phi.values();
    for (int i = 0; i < phi.spans().size(); i++) {
      State.Span span = phi.spans().get(i);
      if (critic != null && span.name().equals(Critic.SPAN)) {
        fit(critic, pass, phi, memory, draw, i, step);
        continue;
      }
      if (!span.trained()) {
        memory.forget(i, span);
        continue;
      }
      if (tuning.phiDecay() > 0 && span.name().equals(Surrogate.NETWORK)) {
        for (int p = span.from(); p < span.to(); p++) {
          gphi[p] += tuning.phiDecay() * values[p];
        }
      }
      optimizer.step(
          values,
          gphi,
          memory.moments(),
          span.from(),
          span.to(),
          memory.count(i, step),
          tuning.phiRate());
    }
  }

  /// The critic's steps, each at what the one before it has made of it.
  private void fit(
      Critic learning, Pass pass, State phi, Memory memory, Draw draw, int index, long step) {
    State.Span span = phi.spans().get(index);
    long before = (memory.count(index, step) - 1) * learning.steps();
    for (int i = 1; i <= learning.steps(); i++) {
      Arrays.fill(gphi, span.from(), span.to(), 0);
      pass.fit(phi, draw, gphi);
      optimizer.step(
          phi.values(),
          gphi,
          memory.moments(),
          span.from(),
          span.to(),
          before + i,
          (float) learning.rate());
    }
  }
}
