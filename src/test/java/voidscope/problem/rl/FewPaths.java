package voidscope.problem.rl;

import voidscope.problem.Scenery;

/// CartPole from one state.
final class FewPaths implements World {
  private final CartPole inner = new CartPole(CartPolePaths.HORIZON, CartPolePaths.HORIZON);

  @Override
  public void start(float[] u, int at) {
    inner.restore(CartPolePaths.START, 0);
  }

  @Override
  public int actions() {
    return inner.actions();
  }

  @Override
  public int observations() {
    return inner.observations();
  }

  @Override
  public int limit() {
    return inner.limit();
  }

  @Override
  public double step(double action, float[] u, int at) {
    return inner.step(action, u, at);
  }

  @Override
  public void observe(float[] to, int at) {
    inner.observe(to, at);
  }

  @Override
  public boolean over() {
    return inner.over();
  }

  @Override
  public Scenery scenery() {
    return inner.scenery();
  }

  @Override
  public int poses() {
    return inner.poses();
  }

  @Override
  public void pose(float[] to, int at) {
    inner.pose(to, at);
  }

  @Override
  public int state() {
    return inner.state();
  }

  @Override
  public void save(double[] to, int at) {
    inner.save(to, at);
  }

  @Override
  public void restore(double[] from, int at) {
    inner.restore(from, at);
  }
}
