package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.SteadyState;
import voidscope.problem.Known;
import voidscope.random.RandomStream;

/// The worlds against values that were computed elsewhere: CartPole by the source's arithmetic in
/// numpy, the pendulum by MuJoCo itself.
final class WorldsTest {
  private static final double DIGITS = 6e-11;
  private static final float[] NO_CHANCE = {};
  private static final RandomStream STREAM = RandomStream.of(3, "worlds", 0);

  static List<WorldEntry> worlds() {
    return Worlds.catalogue().entries();
  }

  private static double[] state(World world) {
    double[] state = new double[world.state()];
    world.save(state, 0);
    return state;
  }

  /// States by the steps after which they are wanted.
  private static Map<Integer, double[]> play(World world, double[] start, double... actions) {
    Map<Integer, double[]> states = new TreeMap<>();
    world.restore(start, 0);
    for (int t = 0; t < actions.length; t++) {
      assertEquals(1, world.step(actions[t], NO_CHANCE, 0));
      states.put(t + 1, state(world));
    }
    return states;
  }

  @Test
  void cartPole_goesAsPublished() {
    Map<Integer, double[]> states =
        play(
            new CartPole(200, 195),
            new double[] {.01, -.02, .03, .04},
            1,
            1,
            0,
            1,
            0,
            0,
            1,
            0,
            1,
            1,
            0,
            0,
            1,
            0,
            1,
            0,
            0,
            1,
            1,
            0);
    Map<Integer, double[]> expected =
        Map.of(
            1, new double[] {0.009600000000, 0.174679195748, 0.030800000000, -0.243068717960},
            2, new double[] {0.013093583915, 0.369347976058, 0.025938625641, -0.525879628050},
            5, new double[] {0.031333339892, 0.173494992751, 0.000659957802, -0.216812868357},
            10, new double[] {0.040883446549, 0.368855081490, -0.009434975267, -0.514753477633},
            15, new double[] {0.054402575655, 0.175216812563, -0.026853420640, -0.254871104310},
            20, new double[] {0.056398651354, -0.017891005992, -0.030773475119, -0.006546295651});
    expected.forEach(
        (t, values) ->
            assertArrayEquals(
                values, states.getOrDefault(t, NONE), 6e-13, "CartPole after " + t + " steps"));
  }

  private static final double[] NONE = {};

  @Test
  void cartPole_falls_afterTenStepsToOneSide() {
    CartPole world = new CartPole(200, 195);
    world.restore(new double[] {0, 0, .01, 0}, 0);
    int steps = 0;
    while (!world.over()) {
      world.step(1, NO_CHANCE, 0);
      steps++;
    }
    assertEquals(10, steps);
    double[] expected = {.1757440621, 1.9552939298, -.2579159925, -3.0970221602};
    assertArrayEquals(expected, state(world), DIGITS);
  }

  /// A hundredth of the pole's limit and of the track's on either side.
  @ParameterizedTest
  @CsvSource({
    "2.39, 0, false",
    "2.41, 0, true",
    "-2.41, 0, true",
    "0, .209, false",
    "0, .21, true",
    "0, -.21, true",
    "NaN, 0, true",
    "0, NaN, true"
  })
  void cartPole_isOver_whereItLeaves(double x, double angle, boolean over) {
    CartPole world = new CartPole(200, 195);
    world.restore(new double[] {x, 0, angle, 0}, 0);
    assertEquals(over, world.over());
  }

  private static final double[] BESIDE = {.01, -.01, .005, .01};

  @Test
  void pendulum_goesAsMuJoCo_underControl() {
    double[] actions = new double[20];
    for (int t = 0; t < actions.length; t++) {
      actions[t] = (t & 2) == 0 ? .1 : -.1;
    }
    Map<Integer, double[]> states = play(new InvertedPendulum(), BESIDE, actions);
    Map<Integer, double[]> expected =
        Map.of(
            1, new double[] {0.0122153595, -0.0144156657, 0.1054842375, -0.2283146472},
            2, new double[] {0.0184237795, -0.0281481166, 0.2048399511, -0.4577933945},
            5, new double[] {0.0293177001, -0.0543911084, 0.1129485770, -0.3168946714},
            10, new double[] {0.0566498244, -0.1529208518, 0.2464838738, -0.9220142684},
            20, new double[] {0.1478808761, -0.8788999869, 0.2098966864, -3.4252823878});
    expected.forEach(
        (t, values) ->
            assertArrayEquals(values, states.getOrDefault(t, NONE), DIGITS, "after " + t));
  }

  @Test
  void pendulum_goesAsMuJoCo_withoutControl() {
    double[] last = play(new InvertedPendulum(), BESIDE, new double[20]).getOrDefault(20, NONE);
    assertArrayEquals(
        new double[] {.0283346405, -.1530007559, .0704922082, -.6838282588}, last, DIGITS);
  }

  @Test
  void pendulum_goesAsMuJoCo_againstTheRail() {
    Map<Integer, double[]> states =
        play(new InvertedPendulum(), new double[] {.6, 0, 0, 0}, 1, 1, 1, 1, 1, 1, 1, 1);
    Map<Integer, double[]> expected =
        Map.of(
            4, new double[] {.9087350931, -.6902384614, 3.6827544068, -8.0484726049},
            5, new double[] {1.0452977878, -1.0036940480, 1.5309297157, -5.4084626014},
            8, new double[] {1.0198046965, -1.5173951140, -.3183744287, -4.9836822582});
    expected.forEach(
        (t, values) ->
            assertArrayEquals(values, states.getOrDefault(t, NONE), DIGITS, "after " + t));
  }

  /// The world is its own mirror image but for the pole, which stands askew: at −δ it is upright.
  @Test
  void pendulum_isItsOwnMirrorImage_atBothEndsOfTheRail() {
    double askew = 0.0016666651234593622;
    double[] right =
        play(new InvertedPendulum(), new double[] {.9, .1 - askew, 1, .2}, 1, 1, 1, 1)
            .getOrDefault(4, NONE);
    double[] left =
        play(new InvertedPendulum(), new double[] {-.9, -.1 - askew, -1, -.2}, -1, -1, -1, -1)
            .getOrDefault(4, NONE);
    assertTrue(right[0] > 1, "it has come to the end");
    assertEquals(right[0], -left[0], 1e-12);
    assertEquals(right[1] + askew, -(left[1] + askew), 1e-12);
  }

  /// No force is greater than the greatest.
  @Test
  void pendulum_cutsWhatIsBeyond() {
    double[] most = play(new InvertedPendulum(), BESIDE, 1, -1).getOrDefault(2, NONE);
    double[] beyond = play(new InvertedPendulum(), BESIDE, 7, -1.01).getOrDefault(2, NONE);
    assertArrayEquals(most, beyond);
  }

  @Test
  void enumeratedCartPole_hasThePublishedMoments() {
    CartPolePaths paths = CartPolePaths.enumerated();
    assertEquals(154, paths.all().size());
    assertEquals(1, paths.mean(path -> 1), 1e-12);
    assertEquals(7.7242098912, paths.mean(CartPolePaths.Path::length), DIGITS);
    assertArrayEquals(
        new double[] {
          -2.6175111805e-04, -2.8959100894e-02, 7.4232489570e-02, 2.0885226148e-01, 4.6700077574e-01
        },
        paths.mean(1),
        2e-9);
    assertEquals(38.551406311, paths.variance(1), 1e-7);
    assertArrayEquals(
        new double[] {
          -2.5488384321e-04, -2.7788475651e-02, 7.0735492013e-02, 1.9947144922e-01, 4.4467008611e-01
        },
        paths.mean(.99),
        2e-9);
    assertEquals(36.838712584, paths.variance(.99), 1e-7);
  }

  private static Known known(String key, double discount) {
    Exact exact = Worlds.catalogue().get(key).exact();
    if (exact == null) {
      throw new IllegalStateException(key + " is not known");
    }
    return exact.known(discount);
  }

  private static float[] first(String key) {
    Exact exact = Worlds.catalogue().get(key).exact();
    if (exact == null) {
      throw new IllegalStateException(key + " is not known");
    }
    float[] first = new float[exact.policy().parameters()];
    exact.policy().initialize(first, STREAM);
    return first;
  }

  /// To what a float makes of −.3 and .7.
  @Test
  void mdp_hasThePublishedReturnAndGradient() {
    float[] table = first("mdp");
    double[] g = new double[2];
    assertEquals(-1.1141665548, known("mdp", .9).loss(table, table), 1e-8);
    known("mdp", .9).gradient(table, g);
    assertArrayEquals(new double[] {.13594425654, -.21100159019}, g, 1e-8);
    assertEquals(-1.2569537717, known("mdp", 1).loss(table, table), 1e-8);
    known("mdp", 1).gradient(table, g);
    assertArrayEquals(new double[] {.13797296258, -.24927873279}, g, 1e-8);
  }

  @Test
  void linearQuadratic_hasThePublishedReturnAndGradient() {
    float[] table = first("linear-quadratic");
    double[] g = new double[3];
    assertEquals(2.6035099200, known("linear-quadratic", .9).loss(table, table), 2e-7);
    known("linear-quadratic", .9).gradient(table, g);
    assertArrayEquals(new double[] {2.0688, 2.1791472, 1.758364}, g, 2e-7);
  }

  /// Where the published values are not: by differences of the loss.
  @ParameterizedTest
  @ValueSource(strings = {"mdp", "linear-quadratic"})
  void exactGradient_agreesWithDifferences(String key) {
    float[] at = first(key);
    double[] g = new double[at.length];
    for (double discount : new double[] {0, .5, 1}) {
      Known known = known(key, discount);
      for (float shift : new float[] {0, .3f, -.6f}) {
        float[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
          moved[i] += shift * (i + 1);
        }
        known.gradient(moved, g);
        for (int i = 0; i < at.length; i++) {
          float step = 0x1p-9f;
          float[] up = moved.clone();
          float[] down = moved.clone();
          up[i] += step;
          down[i] -= step;
          double slope = (known.loss(up, at) - known.loss(down, at)) / ((double) up[i] - down[i]);
          assertEquals(slope, g[i], 3e-5 * (1 + Math.abs(slope)), key + " by " + i);
        }
      }
    }
  }

  @Test
  void mdp_movesAsItsProbabilitiesSay() {
    TwoStates world = new TwoStates();
    for (int state = 0; state < 2; state++) {
      for (int action = 0; action < 2; action++) {
        double up = TwoStates.up(state, action);
        for (float u : new float[] {(float) up - 1e-6f, (float) up + 1e-6f}) {
          world.restore(new double[] {state}, 0);
          assertEquals(TwoStates.reward(state, action), world.step(action, new float[] {u}, 0));
          assertEquals(u < up ? 1 : 0, state(world)[0]);
        }
      }
    }
    assertArrayEquals(
        new double[] {.5, 0, 0, 1},
        new double[] {
          TwoStates.reward(0, 0),
          TwoStates.reward(0, 1),
          TwoStates.reward(1, 0),
          TwoStates.reward(1, 1)
        });
  }

  /// Plays with noise, and tells all that can be seen.
  private static double[] seen(World world, int steps, int slot, double sum) {
    float[] chance = new float[world.stepChance() + 1];
    float[] observed = new float[world.observations()];
    float[] pose = new float[world.poses()];
    double total = sum;
    double rewards = 0;
    for (int t = 0; t < steps; t++) {
      STREAM.uniform(t, slot, chance.length, chance);
      double action = world.actions() == 0 ? 2 * chance[0] - 1 : (int) (2 * chance[0]);
      rewards += world.step(action, chance, 0);
      world.observe(observed, 0);
      world.pose(pose, 0);
      for (float value : observed) {
        total += value;
      }
      for (float value : pose) {
        total += value;
      }
    }
    return new double[] {rewards, total, world.over() ? 1 : 0};
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void state_isAll_thatAnEpisodeGoesOnFrom(WorldEntry entry) {
    World world = entry.maker().get();
    float[] chance = new float[world.startChance()];
    STREAM.uniform(0, 0, chance.length, chance);
    world.start(chance, 0);
    seen(world, 2, 1, 0);
    double[] kept = new double[world.state() + 2];
    world.save(kept, 1);
    double[] first = seen(world, 30, 2, 0);
    World other = entry.maker().get();
    other.restore(kept, 1);
    assertArrayEquals(first, seen(other, 30, 2, 0));
    world.restore(kept, 1);
    assertArrayEquals(first, seen(world, 30, 2, 0));
    assertTrue(kept[0] == 0 && kept[kept.length - 1] == 0, "it keeps to its place");
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void start_dependsOnItsChanceAlone_andLiesWhereItShould(WorldEntry entry) {
    World world = entry.maker().get();
    float[] chance = new float[world.startChance() + 3];
    STREAM.uniform(0, 5, chance.length, chance);
    world.start(chance, 2);
    double[] fresh = state(world);
    seen(world, 3, 1, 0);
    world.start(chance, 2);
    assertArrayEquals(fresh, state(world));
    assertFalse(world.over());
    double reach = world instanceof CartPole ? .05 : .01;
    for (int i = 0; i < world.startChance(); i++) {
      assertEquals(reach * (2 * (double) chance[2 + i] - 1), fresh[i], 1e-15);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void steps_allocateNothing(WorldEntry entry) {
    World world = entry.maker().get();
    float[] chance = new float[world.startChance() + world.stepChance()];
    STREAM.uniform(0, 0, chance.length, chance);
    float[] observed = new float[world.observations()];
    float[] pose = new float[world.poses()];
    double[] state = new double[world.state()];
    long bytes =
        SteadyState.bytes(
            () -> {
              for (int t = 0; t < 1000; t++) {
                if (world.over() || t == 0) {
                  world.start(chance, 0);
                }
                world.step(t & 1, chance, world.startChance());
                world.observe(observed, 0);
                world.pose(pose, 0);
                world.save(state, 0);
                world.restore(state, 0);
              }
            });
    assertEquals(0, bytes);
  }
}
