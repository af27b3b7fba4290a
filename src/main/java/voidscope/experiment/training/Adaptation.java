package voidscope.experiment.training;

import voidscope.distribution.Draw;
import voidscope.estimator.Pass;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.network.Optimizer;
import voidscope.simd.Elementwise;

/// A step of what an estimator learns, along the gradient of its variance. Scratch of one thread.
public final class Adaptation {
  private final Optimizer optimizer;
  private final float[] r;
  private final float[] gphi;

  /// @param estimates length of an estimate, N·P
  /// @param phi length of the estimator's state
  public Adaptation(Optimizer optimizer, int estimates, int phi) {
    this.optimizer = optimizer;
    r = new float[phi > 0 ? estimates : 0];
    gphi = new float[phi];
  }

  /// One step; nothing where the estimator learns nothing.
  ///
  /// @param g the last estimate, N×P
  /// @param memory of the state
  /// @param step steps of the run done before it; each span counts its own
  public void step(
      Pass pass, State phi, Memory memory, Draw draw, float[] g, Tuning tuning, long step) {
    if (gphi.length == 0) {
      return;
    }
    Elementwise.scale(r.length, 2f / draw.n(), g, r);
    Elementwise.fill(gphi.length, 0, gphi);
    pass.adapt(phi, draw, r, gphi);
    float[] values = phi.values();
    for (int i = 0; i < phi.spans().size(); i++) {
      State.Span span = phi.spans().get(i);
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
}
