package voidscope.problem.rl;

import voidscope.problem.Scenery;

/// A decision process of two states, two actions and three steps, small enough to know everything
/// of it. It begins in state 0; P(s′ = 1 | s, a) is .2 and .8 in state 0, .4 and .9 in state 1; the
/// rewards are .5 and 0 in state 0, 0 and 1 in state 1.
final class TwoStates implements World {
  static final int HORIZON = 3;
  static final int STATES = 2;

  private int state;

  /// P(s′ = 1 | s, a).
  static double up(int state, int action) {
    if (state == 0) {
      return action == 0 ? 0.2 : 0.8;
    }
    return action == 0 ? 0.4 : 0.9;
  }

  /// r(s, a).
  static double reward(int state, int action) {
    if (state == 0) {
      return action == 0 ? 0.5 : 0;
    }
    return action;
  }

  @Override
  public int actions() {
    return 2;
  }

  /// Whether it is in each of its states.
  @Override
  public int observations() {
    return STATES;
  }

  @Override
  public int stepChance() {
    return 1;
  }

  @Override
  public int limit() {
    return HORIZON;
  }

  @Override
  public void start(float[] u, int at) {
    state = 0;
  }

  @Override
  public double step(double action, float[] u, int at) {
    int chosen = (int) action;
    double reward = reward(state, chosen);
    state = u[at] < up(state, chosen) ? 1 : 0;
    return reward;
  }

  @Override
  public void observe(float[] to, int at) {
    to[at] = 1 - state;
    to[at + 1] = state;
  }

  @Override
  public boolean over() {
    return false;
  }

  @Override
  public Scenery scenery() {
    return new Scenery.States(STATES);
  }

  @Override
  public int poses() {
    return 1;
  }

  @Override
  public void pose(float[] to, int at) {
    to[at] = state;
  }

  @Override
  public int state() {
    return 1;
  }

  @Override
  public void save(double[] to, int at) {
    to[at] = state;
  }

  @Override
  public void restore(double[] from, int at) {
    state = (int) from[at];
  }
}
