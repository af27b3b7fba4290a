package voidscope.network;

import voidscope.simd.SharedRange;

/// Another optimizer's steps, which idle members of the team share where there are many parameters:
/// no bit depends on it. An instance belongs to one thread; a step allocates nothing.
public final class SharedOptimizer implements Optimizer {
  private static final float[] NONE = {};

  private final Optimizer optimizer;
  private final SharedRange range = new SharedRange(this::part);
  private float[] parameters = NONE;
  private float[] gradient = NONE;
  private float[] memory = NONE;
  private long number;
  private float rate;

  /// @param optimizer which treats every parameter for itself
  public SharedOptimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  @Override
  public int slots() {
    return optimizer.slots();
  }

  @Override
  public void step(float[] theta, float[] g, float[] state, int from, int to, long t, float lr) {
    parameters = theta;
    gradient = g;
    memory = state;
    number = t;
    rate = lr;
    range.over(from, to, SharedRange.LIGHT);
    parameters = NONE;
    gradient = NONE;
    memory = NONE;
  }

  private void part(int from, int to) {
    optimizer.step(parameters, gradient, memory, from, to, number, rate);
  }
}
