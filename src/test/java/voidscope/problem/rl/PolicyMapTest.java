package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import voidscope.distribution.Draw;
import voidscope.estimator.Critic;
import voidscope.estimator.Estimator;
import voidscope.estimator.Lax;
import voidscope.estimator.OnEpisode;
import voidscope.estimator.Reinforce;
import voidscope.estimator.State;
import voidscope.experiment.measure.OptimumTrail;
import voidscope.experiment.measure.PolicyMapPortrait;
import voidscope.experiment.record.PolicyMap;
import voidscope.experiment.training.Replica;
import voidscope.problem.Difference;
import voidscope.problem.Piecewise;
import voidscope.problem.Plane;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.stat.Sigmoid;

/// Maps of a policy, its critic and its surrogate, against formulas of hand-set weights, and the
/// true worth of actions against what the world does.
final class PolicyMapTest {
  private static final RandomStream STREAM = RandomStream.of(3, "maps", 0);
  private static final int CELLS = 64;

  private static Task linear(WorldEntry entry, double discount, boolean clock) {
    Policy policy = Policy.of(entry.maker().get(), 0, 1, Activation.TANH);
    return new Task(entry, policy, discount, false, 0, Handling.plain(true), clock);
  }

  private static PolicyMap map(Task task, Estimator estimator, float[] theta, State state) {
    Replica replica =
        new Replica(theta, List.of(state), 0, STREAM, STREAM, null, task.quantities());
    return PolicyMapPortrait.of(task, task, estimator, () -> true, () -> 0)
        .orElseThrow()
        .map(replica, 0, OptimumTrail.Patience.NONE);
  }

  private static double middle(int index) {
    return 2 * (index + .5) / CELLS - 1;
  }

  /// Observations are scaled by 12° and 2 rad/s, and the plane reaches as far.
  @Test
  void policy_andCritic_areTheirFormulas_onCartPole() {
    Task task = linear(Worlds.catalogue().get("cartpole"), .99, true);
    float[] theta = new float[task.policy().parameters()];
    // The logits are (.3·x₂, .7·x₃ − .2) of the scaled angle x₂ and angular velocity x₃.
    theta[4] = .3f;
    theta[7] = .7f;
    theta[9] = -.2f;
    Critic critic = new Critic(0, 1, Activation.TANH, 1, .01, 1, false);
    Estimator a2c = new OnEpisode(new Reinforce(Reinforce.Baseline.NONE, 0), critic, true, false);
    State state = a2c.init(task.shape(0, 1, 1), STREAM);
    // f is expected at −5 + 2·x₂ + 9·t/10 + 4·(second logit).
    float[] weights = {0, 0, 2, 0, 9, 0, 4, -5};
    System.arraycopy(weights, 0, state.values(), state.at(Critic.SPAN), weights.length);
    PolicyMap map = map(task, a2c, theta, state);
    assertEquals(CELLS, map.columns());
    assertNull(map.control());
    assertNull(map.advantage());
    double[] value = Objects.requireNonNull(map.value());
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      double angle = middle(cell % CELLS);
      double turning = middle(Math.floorDiv(cell, CELLS));
      double second = .7 * turning - .2;
      assertEquals(Sigmoid.of(second - .3 * angle), map.policy()[cell], 1e-5);
      assertEquals(5 - 2 * angle - 4 * second, value[cell], 1e-5);
    }
  }

  /// c is turned round: it stands for minus the return.
  @Test
  void mean_andSurrogate_areTheirFormulas_onThePendulum() {
    Task task = linear(Worlds.catalogue().get("pendulum"), .99, false);
    float[] theta = new float[task.policy().parameters()];
    theta[1] = .5f;
    theta[4] = .1f;
    theta[5] = (float) Math.log(.25);
    FixedSurrogate surrogate =
        new FixedSurrogate(
            new FixedSurrogate.Function() {
              @Override
              public double value(double x, float[] context, int row) {
                return x * x + 3 * context[4 * row + 3] * x;
              }

              @Override
              public double slope(double x, float[] context, int row) {
                return 2 * x + 3 * context[4 * row + 3];
              }
            });
    Lax lax = new Lax(surrogate);
    PolicyMap map = map(task, lax, theta, lax.init(task.shape(0, 1, 1), STREAM));
    assertTrue(map.gaussian());
    assertNull(map.value());
    double[] control = Objects.requireNonNull(map.control());
    Draw rows = task.rows(map.plane(), CELLS).at(theta);
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      double turning = rows.context()[4 * cell + 3];
      double mean = .5 * rows.context()[4 * cell + 1] + .1;
      assertEquals(mean, map.policy()[cell], 1e-5);
      // (μ − σ)² − (μ + σ)² = −4μσ, and 3·x₃·(−2σ).
      assertEquals(-4 * mean * .25 - 6 * turning * .25, control[cell], 1e-5);
    }
  }

  /// Three steps long, all is decided by the first action: the force needs a step to reach the
  /// speed, and another to reach the angle.
  @Test
  void difference_isWhatTheWorldDoes() {
    WorldEntry entry = new WorldEntry("short", "short", "", () -> new CartPole(3, 3), null);
    Task task = linear(entry, .9, false);
    Plane plane = new Plane(2, 3, .24, 4, "", "");
    int side = 24;
    Piecewise<Difference> making = task.difference(task.initial(STREAM), plane, side, 2, STREAM);
    while (making.advance()) {
      // Every call goes on.
    }
    Difference found = making.found();
    int decided = 0;
    for (int cell = 0; cell < side * side; cell++) {
      double angle = .24 * (2 * (cell % side + .5) / side - 1);
      double turning = 4 * (2 * (Math.floorDiv(cell, side) + .5) / side - 1);
      double difference = worth(angle, turning, 1) - worth(angle, turning, 0);
      assertEquals(difference, found.values()[cell], 1e-12);
      decided += difference == 0 ? 0 : 1;
    }
    assertEquals(0, found.error(), 1e-12);
    assertTrue(decided > 10, "decided " + decided);
  }

  private static double worth(double angle, double turning, int action) {
    CartPole world = new CartPole(3, 3);
    world.restore(new double[] {0, 0, angle, turning}, 0);
    double sum = 0;
    double weight = 1;
    for (int t = 0; t < 3 && (t == 0 || !world.over()); t++) {
      sum += weight * world.step(action, new float[0], 0);
      weight *= .9;
    }
    return sum;
  }

  @Test
  void thereAreNone_whereNothingIsObservedThatCanBeDrawnOver() {
    assertNotNull(Worlds.catalogue().get("pendulum").maker().get().plane());
    assertNull(Worlds.catalogue().get("mdp").maker().get().plane());
  }
}
