package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.distribution.Draw;
import voidscope.estimator.Critic;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.OnEpisode;
import voidscope.estimator.Pass;
import voidscope.estimator.Reinforce;
import voidscope.estimator.State;
import voidscope.experiment.training.Estimation;
import voidscope.network.Perceptron;
import voidscope.objective.Objective;
import voidscope.simd.Activation;

/// The critic expects what it should, and what it expects is taken off as it should be.
final class CriticTest {
  private static final EstimatorEntry A2C = Estimators.catalogue().get(Estimators.A2C);
  private static final Estimator CLOCKED = EpisodeBench.entry("relax-helped").standard();

  private static Estimation episode(EpisodeBench bench) {
    Estimation estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    estimation.estimate(bench.replica.states, bench.replica.training, 3, 0);
    return estimation;
  }

  private static float[] returns(Estimation estimation) {
    Draw draw = estimation.batch().draw(0);
    float[] f = new float[draw.n()];
    estimation.batch().objective(0).value(draw, 0, f);
    return f;
  }

  @Test
  void fit_isTheDerivativeOfTheMeanSquare() {
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task("cartpole"), CLOCKED, 1).train(20);
    Estimation estimation = episode(bench);
    Pass pass = estimation.pass(0);
    Draw draw = estimation.batch().draw(0);
    State phi = bench.replica.phi;
    float[] f = returns(estimation);
    float[] g = new float[estimation.gradient(0).length];
    State.Span span = phi.find(Critic.SPAN).orElseThrow();
    float[] gphi = new float[phi.values().length];
    pass.fit(phi, draw, gphi);
    double norm = 0;
    double away = 0;
    for (int i = span.from(); i < span.to(); i++) {
      float kept = phi.values()[i];
      double[] at = new double[2];
      for (int side = 0; side < 2; side++) {
        phi.values()[i] = kept + (side == 0 ? -0x1p-7f : 0x1p-7f);
        pass.estimate(phi, draw, g);
        float[] expected = pass.baseline();
        for (int row = 0; row < f.length; row++) {
          double left = (expected == null ? 0 : expected[row]) - f[row];
          at[side] += left * left / (2 * f.length);
        }
      }
      phi.values()[i] = kept;
      double slope = (at[1] - at[0]) / 0x1p-6;
      norm += slope * slope;
      away += (slope - gphi[i]) * (slope - gphi[i]);
    }
    assertTrue(norm > 0 && Math.sqrt(away / norm) < 3e-3, "off by " + Math.sqrt(away / norm));
    for (int i = 0; i < span.from(); i++) {
      assertEquals(0, gphi[i], "the surrogate learns otherwise");
    }
  }

  /// By the sum that defines it, of three episodes side by side.
  @ParameterizedTest
  @ValueSource(doubles = {0, .5, .95, 1})
  void excess_isTheGeneralisedAdvantage(double trace) {
    int episodes = 3;
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task("cartpole"), A2C.standard(), episodes);
    Estimation estimation = episode(bench);
    Draw draw = estimation.batch().draw(0);
    int n = draw.n();
    float[] f = returns(estimation);
    float[] expected = new float[n];
    EpisodeBench.STREAM.uniform(0, 5, n, expected);
    float[] excess = new float[n];
    estimation.batch().objective(0).excess(draw, 0, expected, trace, excess);
    double discount = bench.task.discount();
    int[][] rows = rows(f, episodes, discount);
    for (int[] row : rows) {
      for (int t = 0; t < row.length; t++) {
        double sum = 0;
        for (int k = t; k < row.length; k++) {
          double next = k + 1 < row.length ? discount * expected[row[k + 1]] : 0;
          sum += Math.pow(discount * trace, k - t) * (-1 + next - expected[row[k]]);
        }
        assertEquals(sum, excess[row[t]], 1e-4);
      }
    }
  }

  /// V of the state behind an episode's last row counts where the limit alone has ended it, in what
  /// is learned from and in what the critic learns; where the world has, nothing does.
  @ParameterizedTest
  @ValueSource(doubles = {.9, 1})
  void bootstrap_countsWhatIsExpectedBehindTheLimit(double trace) {
    int limit = 14;
    double discount = .9;
    WorldEntry entry = new WorldEntry("short", "", "", () -> new CartPole(limit, 1), null);
    Policy policy = Policy.of(entry.maker().get(), 1, 3, Activation.TANH);
    Task task = new Task(entry, policy, discount, false, 0, Handling.plain(true));
    Critic critic = new Critic(1, 5, Activation.TANH, 1, .01, trace, true);
    Estimator a2c = new OnEpisode(new Reinforce(Reinforce.Baseline.NONE, 0), critic, true, false);
    assertFalse(a2c.unbiased());
    EpisodeBench bench = new EpisodeBench(task, a2c, 20);
    Estimation estimation = episode(bench);
    Draw draw = estimation.batch().draw(0);
    Objective objective = estimation.batch().objective(0);
    Perceptron network = critic.network(bench.task.shape(0, 1, 1), 1);
    network.bind(bench.replica.phi.values(), bench.replica.phi.at(Critic.SPAN));
    int width = draw.context().length / draw.n();
    // The rows of the last step, and where they have led.
    int cut = 0;
    int ended = 0;
    World world = entry.maker().get();
    float[] b = draw.b()[0];
    float[] f = new float[draw.n()];
    objective.value(draw, 0, f);
    float[] excess = new float[draw.n()];
    float[] expected = new float[draw.n()];
    for (int row = 0; row < expected.length; row++) {
      expected[row] =
          network.value(1, Arrays.copyOfRange(draw.context(), row * width, (row + 1) * width))[0];
    }
    objective.excess(draw, 0, expected, trace, excess);
    for (int row = 0; row < draw.n(); row++) {
      double[] state = new double[4];
      for (int i = 0; i < 4; i++) {
        state[i] = draw.context()[width * row + i] * world.scale(i);
      }
      world.restore(state, 0);
      world.step(policy.action(b, row), new float[0], 0);
      boolean last = Math.abs(draw.context()[width * row + 4] - (limit - 1) / 10f) < 1e-6;
      if (world.over()) {
        ended++;
        assertEquals(-1, f[row], 1e-6);
        assertEquals(-1 - expected[row], excess[row], 1e-6);
      } else if (last) {
        float[] context = Arrays.copyOfRange(objective.cutContext(), cut * width, ++cut * width);
        float[] observed = new float[4];
        world.observe(observed, 0);
        for (int i = 0; i < 4; i++) {
          assertEquals(observed[i] / world.scale(i), context[i], 2e-5);
        }
        assertEquals(limit / 10f, context[4]);
        double value = network.value(1, context)[0];
        assertEquals(-1 + discount * value, f[row], 1e-5);
        assertEquals(-1 + discount * value - expected[row], excess[row], 1e-5);
      } else {
        assertTrue(f[row] < -1.5 || f[row] > -1 + 1e-3, "it goes on: " + f[row]);
      }
    }
    assertEquals(objective.cuts(), cut);
    assertTrue(cut > 0 && ended > 0, cut + " cut, " + ended + " ended");
    assertArrayEquals(f, Arrays.copyOf(estimation.pass(0).objective(), f.length));
  }

  /// The rows of each episode, all rewards being 1: those that are not over stand side by side.
  private static int[][] rows(float[] f, int episodes, double discount) {
    int[][] rows = new int[episodes][0];
    int[] alive = {0, 1, 2};
    int at = 0;
    while (at < f.length) {
      int[] still = new int[0];
      for (int e : alive) {
        rows[e] = Arrays.copyOf(rows[e], rows[e].length + 1);
        rows[e][rows[e].length - 1] = at;
        boolean over = Math.abs(f[at] + 1) < 1e-6;
        at++;
        if (!over) {
          still = Arrays.copyOf(still, still.length + 1);
          still[still.length - 1] = e;
        }
      }
      alive = still;
    }
    assertTrue(discount < 1, "a return of 1 is that of the last step alone");
    return rows;
  }

  @Test
  void clock_tellsTimeAndTheta_behindWhatIsObserved() {
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task("cartpole"), CLOCKED, 1);
    EpisodeBench plain =
        new EpisodeBench(EpisodeBench.task("cartpole"), EpisodeBench.entry("relax").standard(), 1);
    Draw draw = episode(bench).batch().draw(0);
    Draw other = episode(plain).batch().draw(0);
    assertEquals(other.n(), draw.n(), "the same episode");
    for (int t = 0; t < draw.n(); t++) {
      float[] row = Arrays.copyOfRange(draw.context(), 7 * t, 7 * t + 7);
      assertArrayEquals(
          Arrays.copyOfRange(other.context(), 4 * t, 4 * t + 4), Arrays.copyOf(row, 4));
      assertEquals(t / 10f, row[4]);
      assertEquals(draw.theta()[2 * t], row[5]);
      assertEquals(draw.theta()[2 * t + 1], row[6]);
    }
  }

  /// Of a policy that stays as it is.
  @Test
  void critic_takesVarianceAway_whenItHasLearned() {
    double[] traces = new double[2];
    String[] keys = {"reinforce", "a2c"};
    for (int i = 0; i < 2; i++) {
      EpisodeBench bench =
          new EpisodeBench(
              EpisodeBench.task("cartpole"), EpisodeBench.entry(keys[i]).standard(), 1);
      bench.replica.follows = true;
      bench.train(600);
      int[] all = new int[bench.replica.theta.length];
      Arrays.setAll(all, at -> at);
      EpisodeBench.Found found = bench.sample(2000, new double[all.length], all);
      for (var moments : found.moments()) {
        traces[i] += moments.variance();
      }
    }
    assertTrue(traces[1] < .7 * traces[0], traces[1] + " of " + traces[0]);
  }

  /// Several steps at once are not one.
  @Test
  void steps_areTakenOneAfterTheOther() {
    float[][] learned = new float[2][];
    for (int i = 0; i < 2; i++) {
      var entry = Estimators.catalogue().get("a2c");
      var settings = voidscope.experiment.scenario.Scenarios.estimator("a2c").settings();
      Estimator estimator =
          entry
              .maker()
              .apply(settings.with("critic-steps", new voidscope.catalogue.Value.Whole(1 + 4 * i)));
      EpisodeBench bench = new EpisodeBench(EpisodeBench.task("cartpole"), estimator, 1).train(1);
      learned[i] = bench.replica.phi.values();
    }
    assertFalse(Arrays.equals(learned[0], learned[1]));
  }
}
