package voidscope.problem.rl;

import voidscope.problem.Plane;
import voidscope.problem.Scenery;

/// A pole on a cart that is pushed left or right (Barto, Sutton and Anderson 1983; Gymnasium's
/// CartPole, v0 with the limit 200, v1 with 500). State (x, ẋ, θ, θ̇) in metres and radians. Reward 1
/// a step, the ending one too, which is over when |x| > 2.4 or |θ| > 12°.
///
///     q = (F + mlθ̇² sin θ)/M,  θ̈ = (g sin θ − q cos θ)/(l(4/3 − m cos² θ/M)),  ẍ = q − mlθ̈ cos θ/M
///
/// with M = 1.1 kg of cart and pole, m = 0.1 kg, l = 0.5 m, F = ±10 N, and explicit Euler steps of
/// 0.02 s, all four by the old velocities.
final class CartPole implements World {
  private static final double GRAVITY = 9.8;
  private static final double TOTAL = 1.1;
  private static final double POLE = 0.1;
  private static final double LENGTH = 0.5;
  private static final double FORCE = 10;
  private static final double PERIOD = 0.02;
  private static final double START = 0.05;
  private static final double FAR = 2.4;
  private static final double STEEP = 12 * 2 * Math.PI / 360;
  private static final double FAST = 2;
  private static final int STATE = 4;

  private final int limit;
  private final double solved;
  private double x;
  private double speed;
  private double angle;
  private double turning;

  /// @param solved mean return that counts as solved
  CartPole(int limit, double solved) {
    this.limit = limit;
    this.solved = solved;
  }

  @Override
  public int actions() {
    return 2;
  }

  @Override
  public int observations() {
    return STATE;
  }

  @Override
  public double scale(int observation) {
    return switch (observation) {
      case 0 -> FAR;
      case 2 -> STEEP;
      default -> 2;
    };
  }

  @Override
  public int startChance() {
    return STATE;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public double period() {
    return PERIOD;
  }

  @Override
  public double solved() {
    return solved;
  }

  @Override
  public Plane plane() {
    return new Plane(2, 3, STEEP, FAST, "angle of the pole (rad)", "angular velocity (rad/s)");
  }

  @Override
  public void start(float[] u, int at) {
    x = around(u[at]);
    speed = around(u[at + 1]);
    angle = around(u[at + 2]);
    turning = around(u[at + 3]);
  }

  private static double around(float u) {
    return START * (2 * (double) u - 1);
  }

  @Override
  public double step(double action, float[] u, int at) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double force = action == 1 ? FORCE : -FORCE;
    double push = (force + POLE * LENGTH * turning * turning * sine) / TOTAL;
    double bend =
        (GRAVITY * sine - push * cosine) / (LENGTH * (4.0 / 3.0 - POLE * cosine * cosine / TOTAL));
    double pull = push - POLE * LENGTH * bend * cosine / TOTAL;
    x += PERIOD * speed;
    speed += PERIOD * pull;
    angle += PERIOD * turning;
    turning += PERIOD * bend;
    return 1;
  }

  @Override
  public void observe(float[] to, int at) {
    to[at] = (float) x;
    to[at + 1] = (float) speed;
    to[at + 2] = (float) angle;
    to[at + 3] = (float) turning;
  }

  @Override
  public boolean over() {
    return !(Math.abs(x) <= FAR && Math.abs(angle) <= STEEP);
  }

  /// In the proportions of Gymnasium's picture, whose pole is as long as l, not 2l.
  @Override
  public Scenery scenery() {
    return new Scenery.Cart(FAR, 0.4, 0.24, 0.06, 1, 0.08, STEEP, true);
  }

  /// Place of the cart and angle of the pole.
  @Override
  public int poses() {
    return 2;
  }

  @Override
  public void pose(float[] to, int at) {
    to[at] = (float) x;
    to[at + 1] = (float) angle;
  }

  @Override
  public int state() {
    return STATE;
  }

  @Override
  public void save(double[] to, int at) {
    to[at] = x;
    to[at + 1] = speed;
    to[at + 2] = angle;
    to[at + 3] = turning;
  }

  @Override
  public void restore(double[] from, int at) {
    x = from[at];
    speed = from[at + 1];
    angle = from[at + 2];
    turning = from[at + 3];
  }
}
