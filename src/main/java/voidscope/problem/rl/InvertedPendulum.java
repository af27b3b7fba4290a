package voidscope.problem.rl;

import voidscope.problem.Plane;
import voidscope.problem.Scenery;

/// A pole on a cart that is pushed by a force of any strength: MuJoCo's InvertedPendulum in closed
/// form (Todorov, Erez and Tassa 2012; Gymnasium's, v1 to v4). State (x, θ, ẋ, θ̇) in metres and
/// radians. An action a pushes by 300·a N, no further than a = ±1. Reward 1 a step, the ending one
/// too, which is over when |θ| > 0.2.
///
/// Cart and pole are capsules of density 1000; the pole stands askew by δ. With M, m the masses, I
/// the pole's inertia about its centre at the distance l, and damping 1 in both joints,
///
///     (M + m)·ẍ + ml·cos(θ + δ)·θ̈ = F − ẋ + ml·sin(θ + δ)·θ̇²
///     ml·cos(θ + δ)·ẍ + (I + ml²)·θ̈ = mgl·sin(θ + δ) − θ̇
///
/// A step is two of the classical Runge–Kutta rule, of 0.02 s each. The rail ends softly at |x| =
/// 1: a spring and a damper push the cart back, as MuJoCo's constraints do.
final class InvertedPendulum implements World {
  private static final double CART = 10.471975511965978;
  private static final double POLE = 5.018591641363306;
  private static final double INERTIA = 0.1887497668730885;
  private static final double LENGTH = 0.3000004166663773;
  private static final double ASKEW = 0.0016666651234593622;
  private static final double GRAVITY = 9.81;
  private static final double FORCE = 300;
  private static final double SUBSTEP = 0.02;
  private static final int SUBSTEPS = 2;
  private static final double START = 0.01;
  private static final double STEEP = 0.2;
  private static final double FAST = 2;
  private static final int STATE = 4;

  /// Damper and spring of the rail's end, of MuJoCo's time constant 0.02 s raised to two steps and
  /// its damping ratio 1; how its impedance rises with the depth; the joint's inverse weight.
  private static final double DAMPER = 2 / (0.95 * 0.04);

  private static final double SPRING = 1 / (0.95 * 0.95 * 0.04 * 0.04);
  private static final double DEPTH = 0.001;
  private static final double SOFT = 0.9;
  private static final double HARD = 0.95;
  private static final double INVERSE_WEIGHT = 0.08367433805859589;

  private static final double MASS = CART + POLE;
  private static final double ARM = POLE * LENGTH;
  private static final double SWING = INERTIA + POLE * LENGTH * LENGTH;

  private double x;
  private double angle;
  private double speed;
  private double turning;

  /// Accelerations at the last point asked for.
  private double pull;

  private double bend;

  @Override
  public int actions() {
    return 0;
  }

  @Override
  public int observations() {
    return STATE;
  }

  @Override
  public double scale(int observation) {
    return observation == 1 ? STEEP : 1;
  }

  @Override
  public int startChance() {
    return STATE;
  }

  @Override
  public int limit() {
    return 1000;
  }

  @Override
  public double period() {
    return SUBSTEPS * SUBSTEP;
  }

  @Override
  public double solved() {
    return 950;
  }

  @Override
  public Plane plane() {
    return new Plane(1, 3, STEEP, FAST, "angle of the pole (rad)", "angular velocity (rad/s)");
  }

  @Override
  public void start(float[] u, int at) {
    x = around(u[at]);
    angle = around(u[at + 1]);
    speed = around(u[at + 2]);
    turning = around(u[at + 3]);
  }

  private static double around(float u) {
    return START * (2 * (double) u - 1);
  }

  @Override
  public double step(double action, float[] u, int at) {
    double force = FORCE * Math.clamp(action, -1.0, 1.0);
    for (int i = 0; i < SUBSTEPS; i++) {
      substep(force);
    }
    return 1;
  }

  private void substep(double force) {
    double x0 = x;
    double angle0 = angle;
    double speed0 = speed;
    double turning0 = turning;
    double sumX = 0;
    double sumAngle = 0;
    double sumSpeed = 0;
    double sumTurning = 0;
    for (int stage = 0; stage < 4; stage++) {
      accelerate(force);
      double weight = stage == 0 || stage == 3 ? 1 : 2;
      sumX += weight * speed;
      sumAngle += weight * turning;
      sumSpeed += weight * pull;
      sumTurning += weight * bend;
      double ahead = stage == 2 ? SUBSTEP : SUBSTEP / 2;
      x = x0 + ahead * speed;
      angle = angle0 + ahead * turning;
      speed = speed0 + ahead * pull;
      turning = turning0 + ahead * bend;
    }
    x = x0 + SUBSTEP / 6 * sumX;
    angle = angle0 + SUBSTEP / 6 * sumAngle;
    speed = speed0 + SUBSTEP / 6 * sumSpeed;
    turning = turning0 + SUBSTEP / 6 * sumTurning;
  }

  private void accelerate(double force) {
    double sine = Math.sin(angle + ASKEW);
    double cross = ARM * Math.cos(angle + ASKEW);
    double right = force - speed + ARM * sine * turning * turning;
    double left = ARM * GRAVITY * sine - turning;
    double determinant = MASS * SWING - cross * cross;
    pull = (SWING * right - cross * left) / determinant;
    bend = (MASS * left - cross * right) / determinant;
    double depth = 1 - Math.abs(x);
    if (depth < 0) {
      double push = -Math.signum(x) * endForce(depth, SWING / determinant);
      pull += SWING * push / determinant;
      bend -= cross * push / determinant;
    }
  }

  /// The force, at least 0, with which the rail's end pushes back.
  ///
  /// @param depth how far it is to the end, below 0
  /// @param yielding acceleration of the cart by a force of 1
  private double endForce(double depth, double yielding) {
    double inwards = -Math.signum(x);
    double share = -depth / DEPTH;
    double rise = share <= 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
    double impedance = share >= 1 ? HARD : SOFT + (HARD - SOFT) * rise;
    double wanted = -DAMPER * inwards * speed - SPRING * impedance * depth;
    double softness = (1 - impedance) / impedance * INVERSE_WEIGHT;
    return Math.max(0, (wanted - inwards * pull) / (yielding + softness));
  }

  @Override
  public void observe(float[] to, int at) {
    to[at] = (float) x;
    to[at + 1] = (float) angle;
    to[at + 2] = (float) speed;
    to[at + 3] = (float) turning;
  }

  @Override
  public boolean over() {
    return !(Math.abs(angle) <= STEEP && Math.abs(x + speed + turning) < Double.MAX_VALUE);
  }

  /// The capsules of MuJoCo's model.
  @Override
  public Scenery scenery() {
    return new Scenery.Cart(1, 0.4, 0.2, 0, 0.6, 0.098, STEEP, false);
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
    to[at + 1] = angle;
    to[at + 2] = speed;
    to[at + 3] = turning;
  }

  @Override
  public void restore(double[] from, int at) {
    x = from[at];
    angle = from[at + 1];
    speed = from[at + 2];
    turning = from[at + 3];
  }
}
