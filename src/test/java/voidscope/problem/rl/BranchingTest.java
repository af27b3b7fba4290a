package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.network.Perceptron;
import voidscope.problem.RowVariance;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// Branching finds the parts of a row's variance that all paths together have.
final class BranchingTest {
  /// Of 60 z-scores, none may be greater: a false alarm in 260 other seeds.
  private static final double BOUND = 4;

  private static final RandomStream STREAM = RandomStream.of(1, "branching", 0);
  private static final Branching.Size LARGE = new Branching.Size(150, 20, 40, 8, 48);

  private static Task task(String world, double discount, boolean weighted) {
    WorldEntry entry = Worlds.catalogue().get(world);
    Policy policy = Objects.requireNonNull(entry.exact()).policy();
    return new Task(entry, policy, discount, weighted, 0, Handling.plain(false));
  }

  private static float[] first(Task task) {
    return task.initial(STREAM);
  }

  /// One that expects values of f = −return: `weights` of the observed numbers, then a bias.
  private static Perceptron critic(float... weights) {
    Perceptron critic = new Perceptron(weights.length - 1, 0, 1, 1, Activation.TANH, 1);
    critic.bind(weights, 0);
    return critic;
  }

  private static Branching done(Branching branching) {
    while (branching.advance()) {
      // Every call goes on.
    }
    return branching;
  }

  private static void compare(RowParts exact, RowVariance found, String where, List<String> wrong) {
    assertEquals(exact.whole(), exact.later() + exact.own() + exact.states(), 1e-9);
    double share = exact.own() / (exact.later() + exact.own());
    check(exact.later(), found.later(), "later", where, wrong);
    check(exact.own(), found.own(), "own", where, wrong);
    check(exact.states(), found.states(), "states", where, wrong);
    check(exact.bare(), found.bare(), "bare", where, wrong);
    check(share, found.share(), "share", where, wrong);
    RowVariance.Part learned = found.learned();
    if (learned != null) {
      check(exact.learned(), learned, "learned", where, wrong);
    }
  }

  private static void check(
      double exact, RowVariance.Part found, String name, String where, List<String> wrong) {
    double z = (found.value() - exact) / found.error();
    if (!(Math.abs(z) < BOUND) || found.error() > .2 * Math.abs(found.value())) {
      wrong.add(where + ": " + name + " is " + exact + ", found " + found + ", z = " + z);
    }
  }

  @ParameterizedTest
  @CsvSource({".9, false", ".9, true"})
  void parts_areTheEnumeratedOnes_onTheMdp(double discount, boolean weighted) {
    Task task = task("mdp", discount, weighted);
    double[] discounts = {discount, 1, .5};
    Branching branching =
        done(new Branching(task, first(task), critic(-1, -.5f, -.2f), discounts, LARGE, STREAM));
    List<RowParts.Path> paths = RowParts.twoStates(new double[] {-.3, .7}, new double[] {1.2, .7});
    List<String> wrong = new ArrayList<>();
    for (int j = 0; j < discounts.length; j++) {
      RowVariance found = branching.parts(j);
      assertEquals(discounts[j], found.discount());
      compare(RowParts.of(paths, discounts[j], weighted), found, "γ = " + discounts[j], wrong);
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertTrue(branching.parts(0).learned() != null);
    assertNull(branching.parts(1).learned());
  }

  @Test
  void parts_areTheEnumeratedOnes_onCartPole() {
    WorldEntry entry = new WorldEntry("few", "few", "", FewPaths::new, null);
    Policy policy = Policy.of(new FewPaths(), 0, 1, Activation.TANH);
    Task task = new Task(entry, policy, .99, false, 0, Handling.plain(false));
    float[] weights = new float[policy.parameters()];
    for (int i = 0; i < CartPolePaths.WEIGHTS.length; i++) {
      weights[2 * i + 1] = (float) CartPolePaths.WEIGHTS[i];
    }
    double[] discounts = {.99, .7};
    Branching branching =
        done(new Branching(task, weights, critic(0, 0, 0, 0, -4), discounts, LARGE, STREAM));
    List<String> wrong = new ArrayList<>();
    for (int j = 0; j < discounts.length; j++) {
      RowParts exact = RowParts.of(RowParts.cartPole(), discounts[j], false);
      compare(exact, branching.parts(j), "γ = " + discounts[j], wrong);
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /// Where actions cannot be counted.
  @ParameterizedTest
  @CsvSource({"1, false", ".9, true"})
  void parts_areTheExactOnes_ofTheLinearQuadraticProblem(double discount, boolean weighted) {
    Task task = task("linear-quadratic", discount, weighted);
    double[] discounts = {discount, .6};
    Branching branching =
        done(new Branching(task, first(task), critic(0, 2), discounts, LARGE, STREAM));
    List<RowParts.Path> paths = RowParts.linearQuadratic(-.4, .1, .5);
    List<String> wrong = new ArrayList<>();
    for (int j = 0; j < discounts.length; j++) {
      RowParts exact = RowParts.of(paths, discounts[j], weighted);
      compare(exact, branching.parts(j), "γ = " + discounts[j], wrong);
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /// As small as on the screen, 300 times: nothing is biased, and errors are as told.
  @Test
  void errors_areAsTold() {
    Task task = task("mdp", .9, false);
    RowParts exact =
        RowParts.of(RowParts.twoStates(new double[] {-.3, .7}, new double[] {1.2, .7}), .9, false);
    int runs = 300;
    double[] sum = new double[5];
    double[] squares = new double[5];
    for (int i = 0; i < runs; i++) {
      RowVariance found = small(task, critic(-1, -.5f, -.2f), i).parts(0);
      RowVariance.Part learned = Objects.requireNonNull(found.learned());
      double[] z = {
        z(exact.later(), found.later()),
        z(exact.own(), found.own()),
        z(exact.states(), found.states()),
        z(exact.bare(), found.bare()),
        z(exact.learned(), learned)
      };
      for (int k = 0; k < z.length; k++) {
        sum[k] += z[k] / runs;
        squares[k] += z[k] * z[k] / runs;
      }
    }
    for (int k = 0; k < sum.length; k++) {
      assertEquals(0, sum[k], .3, "mean z " + Arrays.toString(sum));
      // Of a t with 15 degrees of freedom it is 1.15.
      assertEquals(1.15, squares[k], .4, "mean z² " + Arrays.toString(squares));
    }
  }

  private static Branching small(Task task, @Nullable Perceptron critic, int index) {
    return done(
        new Branching(
            task,
            first(task),
            critic,
            new double[] {task.discount()},
            Branching.Size.USUAL,
            RandomStream.of(2, "branching", index)));
  }

  private static double z(double exact, RowVariance.Part found) {
    return (found.value() - exact) / found.error();
  }

  @Test
  void withoutCritic_nothingIsToldOfOne() {
    Task task = task("mdp", .9, false);
    Branching branching = small(task, null, 0);
    assertNull(branching.parts(0).learned());
    assertEquals(branching.parts(0), small(task, null, 0).parts(0));
  }
}
