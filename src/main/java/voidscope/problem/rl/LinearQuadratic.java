package voidscope.problem.rl;

import voidscope.problem.Scenery;

/// A point on a line that is to come to rest at 0 in three steps: s₀ = 1, s′ = s + a, r = −(s² +
/// ½a²). With a linear Gaussian policy everything is known of it.
final class LinearQuadratic implements World {
  static final int HORIZON = 3;
  static final double START = 1;

  private double place;

  @Override
  public int actions() {
    return 0;
  }

  @Override
  public int observations() {
    return 1;
  }

  @Override
  public int limit() {
    return HORIZON;
  }

  @Override
  public void start(float[] u, int at) {
    place = START;
  }

  @Override
  public double step(double action, float[] u, int at) {
    double reward = -(place * place + action * action / 2);
    place += action;
    return reward;
  }

  @Override
  public void observe(float[] to, int at) {
    to[at] = (float) place;
  }

  @Override
  public boolean over() {
    return false;
  }

  @Override
  public Scenery scenery() {
    return new Scenery.Line(2 * START);
  }

  @Override
  public int poses() {
    return 1;
  }

  @Override
  public void pose(float[] to, int at) {
    to[at] = (float) place;
  }

  @Override
  public int state() {
    return 1;
  }

  @Override
  public void save(double[] to, int at) {
    to[at] = place;
  }

  @Override
  public void restore(double[] from, int at) {
    place = from[at];
  }
}
