package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimators;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Trainer;

/// What is learned without a gradient: moments of what is observed, and the learning rate's factor.
final class PolicyMemoryTest {
  private static Task task(String problem, boolean filtered, double divergence) {
    Task plain = EpisodeBench.task(problem);
    return new Task(
        plain.entry(),
        plain.policy(),
        plain.discount(),
        false,
        0,
        new Handling(true, filtered, 1, divergence));
  }

  private static EpisodeBench bench(Task task, int batch) {
    return new EpisodeBench(task, Estimators.catalogue().get("a2c").standard(), batch);
  }

  /// Against sums in double precision over all rows at once.
  @Test
  void moments_areThoseOfAllRows() {
    int observations = 2;
    PolicyMemory memory = new PolicyMemory(3, observations, 0);
    float[] trained = {7, 8, 9, 0, 0, 0, 0, 0, 0};
    memory.initialize(trained);
    double[] sum = new double[observations];
    double[] square = new double[observations];
    int all = 0;
    for (int batch = 1; batch <= 40; batch++) {
      double[] sums = new double[observations];
      double[] squares = new double[observations];
      for (int row = 0; row < batch; row++) {
        for (int i = 0; i < observations; i++) {
          double x = 5 * i + Math.sin(17 * all + 3 * row + i) * (1 + i);
          double away = x - memory.mean(trained, i);
          sums[i] += away;
          squares[i] += away * away;
          sum[i] += x;
          square[i] += x * x;
        }
      }
      memory.observe(trained, batch, sums, squares);
      all += batch;
    }
    assertEquals(all, memory.count(trained));
    for (int i = 0; i < observations; i++) {
      double mean = sum[i] / all;
      assertEquals(mean, memory.mean(trained, i), 2e-6 * (1 + Math.abs(mean)));
      assertEquals(square[i] / all - mean * mean, memory.variance(trained, i), 1e-5);
    }
    assertArrayEquals(new float[] {7, 8, 9}, Arrays.copyOf(trained, 3));
    assertEquals(1, memory.rate(trained));
  }

  /// A float counts no further: then the oldest rows fade.
  @Test
  void count_endsWhereAFloatsDoes() {
    PolicyMemory memory = new PolicyMemory(0, 1, 0);
    float[] trained = new float[PolicyMemory.size(1)];
    memory.initialize(trained);
    for (int i = 0; i < 3; i++) {
      memory.observe(trained, 1 << 23, new double[1], new double[] {1 << 23});
    }
    assertEquals(1 << 24, memory.count(trained));
    assertEquals(1, memory.variance(trained, 0), 1e-6);
  }

  @Test
  void rate_isChanged_whereAStepWentTwiceOrHalfAsFar() {
    PolicyMemory memory = new PolicyMemory(0, 1, .002);
    float[] trained = new float[PolicyMemory.size(1)];
    memory.initialize(trained);
    memory.moved(trained, .0039);
    memory.moved(trained, .0011);
    memory.moved(trained, Double.NaN);
    assertEquals(1, memory.rate(trained));
    memory.moved(trained, .0041);
    assertEquals(1 / 1.5f, memory.rate(trained));
    memory.moved(trained, .0009);
    memory.moved(trained, .0009);
    assertEquals(1.5, memory.rate(trained), 1e-6);
    for (int i = 0; i < 100; i++) {
      memory.moved(trained, 0);
    }
    assertEquals(1e6, memory.rate(trained));
  }

  /// The rows of a second step are seen by the moments of the first one's, which hold what every
  /// row of it showed.
  @Test
  void filter_standardisesByTheRowsBefore() {
    EpisodeBench bench = bench(task("pendulum", true, 0), 3);
    Trainer trainer = bench.trainer(1e-3);
    Estimation estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    estimation.estimate(bench.replica.states, bench.replica.training, 0, 0);
    Draw draw = estimation.batch().draw(0);
    int rows = draw.n();
    double[] mean = new double[4];
    double[] square = new double[4];
    for (int i = 0; i < 4 * rows; i++) {
      mean[i % 4] += draw.context()[i] / (double) rows;
      square[i % 4] += Math.pow(draw.context()[i], 2) / rows;
    }
    assertTrue(trainer.step(bench.replica, 0));
    PolicyMemory memory = bench.task.memory();
    assertEquals(rows, memory.count(bench.replica.theta));
    for (int i = 0; i < 4; i++) {
      assertEquals(mean[i], memory.mean(bench.replica.theta, i), 1e-5);
      assertEquals(
          square[i] - mean[i] * mean[i], memory.variance(bench.replica.theta, i), 1e-5, "of " + i);
    }
    Sight sight = new Sight(bench.task);
    sight.bind(bench.replica.theta);
    float[] observed = {.3f, -.02f, 1e6f, (float) mean[3]};
    sight.see(observed, 0);
    assertEquals((.3f - mean[0]) / Math.sqrt(square[0] - mean[0] * mean[0]), observed[0], 1e-3);
    assertEquals(10, observed[2]);
    assertEquals(0, observed[3], 1e-3);
    // Where worlds stand beside each other, and in maps, one looks through the same eyes.
    Troupe troupe = new Troupe(bench.task, bench.replica.theta, 2, EpisodeBench.STREAM);
    troupe.restore(new double[] {.1, .02, -.3, .4}, 0, 0);
    troupe.look();
    float[] same = {.1f, .02f, -.3f, .4f};
    sight.see(same, 0);
    assertArrayEquals(same, Arrays.copyOf(troupe.seen(), 4));
    Draw plane =
        new PolicyPlane(bench.task, new InvertedPendulum().plane(), 1).at(bench.replica.theta);
    float[] middle = new float[4];
    sight.see(middle, 0);
    assertArrayEquals(middle, Arrays.copyOf(plane.context(), 4));
  }

  /// Of a first step, whose rows are seen as they are, cut at ±10.
  @Test
  void filter_letsTheFirstRowsThrough() {
    Task task = task("pendulum", true, 0);
    Sight sight = new Sight(task);
    sight.bind(task.initial(EpisodeBench.STREAM));
    float[] observed = {.3f, -.02f, -11, 2};
    sight.see(observed, 0);
    assertArrayEquals(new float[] {.3f, -.02f, -10, 2}, observed);
  }

  /// What a step has moved is measured after it, by the same rows, and moves the next one's rate.
  @Test
  void rate_followsTheDivergenceOfASteps() {
    for (double divergence : List.of(1e-9, 1e3)) {
      EpisodeBench bench = bench(task("cartpole", false, divergence), 2);
      Trainer trainer = bench.trainer(1e-2);
      assertTrue(trainer.step(bench.replica, 0));
      float rate = bench.task.memory().rate(bench.replica.theta);
      assertEquals(divergence > 1 ? 1.5f : 1 / 1.5f, rate, 1e-6, "aim " + divergence);
      float[] before = bench.replica.theta.clone();
      assertTrue(trainer.step(bench.replica, 1));
      // Adam's second step is about the rate itself, where the gradient keeps its sign.
      double most = 0;
      for (int i = 0; i < bench.task.policy().parameters(); i++) {
        most = Math.max(most, Math.abs(bench.replica.theta[i] - before[i]));
      }
      assertEquals(1e-2 * rate, most, 2e-3 * rate, "aim " + divergence);
    }
  }

  /// A policy that stays where it is, and one that follows another's, learn nothing of their own.
  @Test
  void nothingIsLearned_whereThetaIsAnothers() {
    EpisodeBench bench = bench(task("pendulum", true, .002), 1);
    bench.replica.follows = true;
    float[] before = bench.replica.theta.clone();
    assertTrue(bench.trainer(1e-2).step(bench.replica, 0));
    assertArrayEquals(before, bench.replica.theta);
  }
}
