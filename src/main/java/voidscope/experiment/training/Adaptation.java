package voidscope.experiment.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.estimator.Critic;
import voidscope.estimator.Pass;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.network.Optimizer;
import voidscope.network.OuterProducts;
import voidscope.network.SharedOptimizer;
import voidscope.thread.Recall;

/// A step of what an estimator learns, along the gradient of its variance. Scratch of one thread.
public final class Adaptation {
  private final OuterProducts products = new OuterProducts();
  private final Optimizer optimizer;
  private final float[] gphi;
  private final @Nullable Critic critic;

  /// φ and its moments before the critic's steps.
  private final float[] kept;

  /// @param phi length of the estimator's state
  /// @param critic which the state holds; null where there is none
  public Adaptation(Optimizer optimizer, int phi, @Nullable Critic critic) {
    this.optimizer = new SharedOptimizer(optimizer, products);
    this.critic = critic;
    gphi = new float[phi];
    kept = new float[critic == null ? 0 : phi * (1 + optimizer.slots())];
  }

  /// Has large products of the gradient by φ kept until the step.
  ///
  /// @param pass whose gradients [#step] will ask for
  public void keep(Pass pass) {
    pass.keep(products);
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
    products.clear(gphi);
    pass.adapt(phi, draw, r, gphi);
    if (tuning.phiDecay() > 0) {
      products.settle(gphi);
    }
    float[] values = phi.values();
    for (int i = 0; i < phi.spans().size(); i++) {
      State.Span span = phi.spans().get(i);
      if (span.name().equals(Critic.SPAN)) {
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
          span.from(),
          memory.moments(),
          span.from(),
          span.to(),
          memory.count(i, step),
          tuning.phiRate());
    }
  }

  /// The critic's steps, each at what the one before it has made of it; nothing where there is
  /// none. It may be left between them, and everything is then as it was.
  ///
  /// @param recall asked between the steps
  /// @throws Recall.Left if nobody waits for it any more
  public void fit(Pass pass, State phi, Memory memory, Draw draw, long step, Recall recall) {
    if (critic == null) {
      return;
    }
    int index = 0;
    while (!phi.spans().get(index).name().equals(Critic.SPAN)) {
      index++;
    }
    State.Span span = phi.spans().get(index);
    long before = (memory.count(index, step) - 1) * critic.steps();
    float[] values = phi.values();
    System.arraycopy(values, 0, kept, 0, values.length);
    System.arraycopy(memory.moments(), 0, kept, values.length, memory.moments().length);
    for (int i = 1; i <= critic.steps(); i++) {
      Arrays.fill(gphi, span.from(), span.to(), 0);
      pass.fit(phi, draw, gphi);
      optimizer.step(
          values,
          gphi,
          span.from(),
          memory.moments(),
          span.from(),
          span.to(),
          before + i,
          (float) critic.rate());
      try {
        recall.check();
      } catch (Recall.Left e) {
        System.arraycopy(kept, 0, values, 0, values.length);
        System.arraycopy(kept, values.length, memory.moments(), 0, memory.moments().length);
        throw e;
      }
    }
  }
}
