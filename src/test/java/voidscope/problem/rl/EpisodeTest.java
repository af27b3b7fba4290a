package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.FreshJvm;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Lax;
import voidscope.estimator.Pass;
import voidscope.estimator.Relax;
import voidscope.estimator.State;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Trainer;
import voidscope.problem.Batch;
import voidscope.problem.Known;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.stat.Sigmoid;

/// Every estimator that serves is right on episodes, whose gradients are enumerated or known.
final class EpisodeTest {
  /// Of 330 z-scores in all of which none may be greater: a false alarm in 5,300 other seeds.
  private static final double BOUND = 5;

  private static final int SAMPLES = 40_000;

  private static Task mdp(double discount, boolean weighted) {
    WorldEntry entry = Worlds.catalogue().get("mdp");
    return new Task(
        entry, new TwoStatesExact().policy(), discount, weighted, 0, Handling.plain(false));
  }

  private static Task linearQuadratic(double discount, boolean weighted) {
    WorldEntry entry = Worlds.catalogue().get("linear-quadratic");
    return new Task(
        entry, new LinearQuadraticExact().policy(), discount, weighted, 0, Handling.plain(false));
  }

  private static Estimator estimator(String key) {
    return Estimators.catalogue().get(key).standard();
  }

  static List<EstimatorEntry> discrete() {
    return with(EpisodeBench.fitting(EpisodeBench.task("cartpole")), Estimators.RELAX);
  }

  static List<EstimatorEntry> continuous() {
    return with(EpisodeBench.fitting(EpisodeBench.task("pendulum")), Estimators.LAX);
  }

  /// And one of them with a critic and the clock.
  private static List<EstimatorEntry> with(List<EstimatorEntry> entries, String key) {
    List<EstimatorEntry> all = new ArrayList<>(entries);
    all.add(EpisodeBench.helped(Estimators.catalogue().get(key)));
    return all;
  }

  @Test
  void those_thatServe_areThese() {
    List<String> anyway =
        List.of("reinforce", "reinforce-mean", "reinforce-learned", "a2c", "control-variate");
    List<String> expected = new ArrayList<>(anyway);
    expected.addAll(List.of("relax", "nvil", "relax-helped"));
    assertEquals(expected, discrete().stream().map(EstimatorEntry::key).toList());
    expected = new ArrayList<>(anyway);
    expected.addAll(List.of("lax", "nvil", "lax-helped"));
    assertEquals(expected, continuous().stream().map(EstimatorEntry::key).toList());
  }

  private static double[] known(Task task, float[] weights) {
    Known known = task.known();
    if (known == null) {
      throw new IllegalStateException("it is not known");
    }
    double[] g = new double[weights.length];
    known.gradient(weights, g);
    return g;
  }

  /// With γ = 1, and with γ = .9 where step t counts γᵗ, at first and after 300 steps in which θ
  /// and what the estimator learns have moved.
  @ParameterizedTest
  @MethodSource("discrete")
  void mean_isTheExactGradient_onTheMdp(EstimatorEntry entry) {
    List<String> wrong = new ArrayList<>();
    for (Task task : List.of(mdp(1, false), mdp(.9, true))) {
      check(new EpisodeBench(task, entry.standard(), 1), wrong, 0, 1);
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void mean_isTheExactGradient_ofTheLinearQuadraticProblem(EstimatorEntry entry) {
    List<String> wrong = new ArrayList<>();
    for (Task task : List.of(linearQuadratic(1, false), linearQuadratic(.9, true))) {
      check(new EpisodeBench(task, entry.standard(), 1), wrong, 0, 1, 2);
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  private static void check(EpisodeBench bench, List<String> wrong, int... at) {
    for (String when : List.of("at first", "after training")) {
      double[] exact = known(bench.task, bench.replica.theta);
      EpisodeBench.compare(bench.sample(SAMPLES, exact, at), exact, BOUND, when, wrong);
      float before = bench.replica.theta[0];
      bench.train(300);
      assertTrue(Math.abs(bench.replica.theta[0] - before) > 1e-3, "θ has moved");
    }
  }

  /// Without γᵗ in front REINFORCE follows no gradient: its mean is the published one, and far from
  /// the gradient's.
  @Test
  void mean_withoutWeights_isThePublishedOne() {
    double[] published = {.14956383647, -.24735573730};
    EpisodeBench bench = new EpisodeBench(mdp(.9, false), estimator("reinforce"), 1);
    EpisodeBench.Found found = bench.sample(SAMPLES, published, 0, 1);
    List<String> wrong = new ArrayList<>();
    EpisodeBench.compare(found, published, BOUND, "reward to go", wrong);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertTrue(Math.abs(found.varianceZ(.65611662585)) < BOUND);
    double[] gradient = known(bench.task, bench.replica.theta);
    assertTrue(Math.abs(found.z(1, gradient[1])) > 2 * BOUND, "z = " + found.z(1, gradient[1]));
  }

  private static FixedSurrogate table(double... scales) {
    return new FixedSurrogate(
        new FixedSurrogate.Function() {
          private double scale(float[] context, int row) {
            return context[2 * row] == 1 ? scales[0] : scales[1];
          }

          @Override
          public double value(double z, float[] context, int row) {
            return -scale(context, row) * Sigmoid.of(2 * z);
          }

          @Override
          public double slope(double z, float[] context, int row) {
            return -2 * scale(context, row) * Sigmoid.of(2 * z) * Sigmoid.of(-2 * z);
          }
        });
  }

  /// The variances that were computed elsewhere.
  @ParameterizedTest
  @CsvSource({
    "1, 1, false, .33128689228", "1, 1, true, .37589943363",
    ".5, 1.5, false, .43087653920", ".5, 1.5, true, .46520945537",
    "0, 0, false, .59244699036"
  })
  void relax_hasThePublishedVariance_onTheMdp(
      double first, double second, boolean coupled, double variance) {
    Task task = mdp(.9, true);
    EpisodeBench bench = new EpisodeBench(task, new Relax(table(first, second), coupled), 1);
    double[] exact = known(task, bench.replica.theta);
    EpisodeBench.Found found = bench.sample(4 * SAMPLES, exact, 0, 1);
    List<String> wrong = new ArrayList<>();
    EpisodeBench.compare(found, exact, BOUND, "RELAX", wrong);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    double z = found.varianceZ(variance);
    assertTrue(Math.abs(z) < BOUND, "variance, z = " + z);
  }

  @ParameterizedTest
  @CsvSource({"0, 300.65497530", "1, 133.73590530"})
  void lax_hasThePublishedVariance_onTheLinearQuadraticProblem(double scale, double variance) {
    FixedSurrogate cost =
        new FixedSurrogate(
            new FixedSurrogate.Function() {
              @Override
              public double value(double a, float[] context, int row) {
                return scale * (a * a + context[row] * context[row]);
              }

              @Override
              public double slope(double a, float[] context, int row) {
                return scale * 2 * a;
              }
            });
    Task task = linearQuadratic(.9, true);
    EpisodeBench bench = new EpisodeBench(task, new Lax(cost), 1);
    double[] exact = known(task, bench.replica.theta);
    EpisodeBench.Found found = bench.sample(4 * SAMPLES, exact, 0, 1, 2);
    List<String> wrong = new ArrayList<>();
    EpisodeBench.compare(found, exact, BOUND, "LAX", wrong);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    double z = found.varianceZ(variance);
    assertTrue(Math.abs(z) < BOUND, "variance, z = " + z);
  }

  /// CartPole from where its paths are enumerated, under the policy that they were enumerated for:
  /// the logit of the first action is 0 whatever is observed.
  private static EpisodeBench enumerated(Estimator estimator, double discount) {
    WorldEntry entry = new WorldEntry("few", "few", "", FewPaths::new, null);
    Policy policy = Policy.of(new FewPaths(), 0, 1, Activation.TANH);
    EpisodeBench bench =
        new EpisodeBench(
            new Task(entry, policy, discount, false, 0, Handling.plain(false)), estimator, 1);
    for (int i = 0; i < CartPolePaths.WEIGHTS.length; i++) {
      bench.replica.theta[2 * i] = 0;
      bench.replica.theta[2 * i + 1] = (float) CartPolePaths.WEIGHTS[i];
    }
    return bench;
  }

  /// At first, and when it has learned for 400 episodes of the same policy.
  @ParameterizedTest
  @MethodSource("discrete")
  void mean_isTheEnumeratedOne_onCartPole(EstimatorEntry entry) {
    List<String> wrong = new ArrayList<>();
    CartPolePaths paths = CartPolePaths.enumerated();
    for (double discount : new double[] {1, .99}) {
      double[] mean = paths.mean(discount);
      for (int i = 0; i < mean.length; i++) {
        mean[i] = -mean[i];
      }
      EpisodeBench bench = enumerated(entry.standard(), discount);
      bench.replica.follows = true;
      for (String when : List.of("at first", "when it has learned")) {
        EpisodeBench.Found found = bench.sample(SAMPLES, mean, 1, 3, 5, 7, 9);
        EpisodeBench.compare(found, mean, BOUND, when + ", γ = " + discount, wrong);
        if (when.equals("at first") && entry.key().startsWith("reinforce")) {
          double z = found.varianceZ(paths.variance(discount));
          if (!(Math.abs(z) < BOUND)) {
            wrong.add("variance, z = " + z);
          }
        }
        float[] before = bench.replica.theta.clone();
        bench.train(400);
        assertArrayEquals(before, bench.replica.theta);
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  /// r = ∂‖G‖²/∂ĝ of an episode's gradient G, by differences, which have no error but rounding.
  @ParameterizedTest
  @CsvSource({"cartpole, relax", "pendulum, lax", "mdp, relax"})
  void along_isTheDerivativeOfTheSquareOfTheEpisodesGradient(String world, String key) {
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task(world), estimator(key), 1).train(20);
    Estimation estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    estimation.estimate(bench.replica.states, bench.replica.training, 3, 0);
    int count = estimation.batch().draw(0).n() * bench.task.distribution().parameters();
    float[] g = estimation.gradient(0);
    float[] r = new float[g.length];
    estimation.batch().along(0, gradient(bench, estimation, g), r);
    double norm = 0;
    double away = 0;
    for (int i = 0; i < count; i++) {
      float kept = g[i];
      float step = .25f * Math.max(1, Math.abs(kept));
      g[i] = kept + step;
      double up = square(gradient(bench, estimation, g));
      g[i] = kept - step;
      double down = square(gradient(bench, estimation, g));
      g[i] = kept;
      double slope = (up - down) / (2.0 * step);
      norm += slope * slope;
      away += (slope - r[i]) * (slope - r[i]);
    }
    assertTrue(norm > 0, "the estimate matters");
    assertTrue(Math.sqrt(away / norm) < 1e-3, "off by " + Math.sqrt(away / norm));
  }

  private static float[] gradient(EpisodeBench bench, Estimation estimation, float[] g) {
    float[] gradient = new float[bench.replica.theta.length];
    estimation.batch().reverse(0, g, gradient);
    return gradient;
  }

  private static double square(float[] gradient) {
    return dot(gradient.length, gradient, gradient);
  }

  /// ∂⟨r, ĝ⟩/∂φ at an episode that is held, for r = 2ĝ/N, for one of its own, and for that of the
  /// episode's variance, by differences.
  @ParameterizedTest
  @CsvSource({"cartpole, relax", "pendulum, lax"})
  void adapt_isTheDerivativeOfTheEstimate(String world, String key) {
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task(world), estimator(key), 1).train(20);
    Estimation estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    State phi = bench.replica.phi;
    estimation.estimate(bench.replica.states, bench.replica.training, 3, 0);
    Pass pass = estimation.pass(0);
    Draw draw = estimation.batch().draw(0);
    int count = draw.n() * bench.task.distribution().parameters();
    assertTrue(draw.n() >= 3, "an episode of " + draw.n() + " steps");
    float[] g = new float[estimation.gradient(0).length];
    float[] own = new float[g.length];
    EpisodeBench.STREAM.uniform(0, 3, own.length, own);
    float[] squares = estimation.gradient(0).clone();
    for (int i = 0; i < own.length; i++) {
      own[i] = own[i] - .5f;
      squares[i] *= 2f / draw.n();
    }
    float[] whole = new float[g.length];
    estimation.batch().along(0, gradient(bench, estimation, estimation.gradient(0)), whole);
    for (float[] r : List.of(squares, own, whole)) {
      pass.estimate(phi, draw, g);
      float[] gphi = new float[phi.values().length];
      pass.adapt(phi, draw, r, gphi);
      double norm = 0;
      double away = 0;
      for (int i = 0; i < gphi.length; i++) {
        float kept = phi.values()[i];
        float step = 0x1p-8f;
        phi.values()[i] = kept + step;
        pass.estimate(phi, draw, g);
        double up = dot(count, r, g);
        phi.values()[i] = kept - step;
        pass.estimate(phi, draw, g);
        double down = dot(count, r, g);
        phi.values()[i] = kept;
        double slope = (up - down) / (2.0 * step);
        norm += slope * slope;
        away += (slope - gphi[i]) * (slope - gphi[i]);
      }
      assertTrue(norm > 0, "φ matters");
      assertTrue(Math.sqrt(away / norm) < 3e-3, "off by " + Math.sqrt(away / norm));
    }
  }

  private static double dot(int count, float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// Five episodes side by side fall apart into five that obey the world, with the returns that
  /// their lengths give.
  @ParameterizedTest
  @ValueSource(doubles = {1, .9})
  void rows_areTheStepsOfEpisodes(double discount) {
    Task cartPole = EpisodeBench.task("cartpole");
    Task task =
        new Task(cartPole.entry(), cartPole.policy(), discount, false, 0, Handling.plain(true));
    int episodes = 5;
    EpisodeBench bench = new EpisodeBench(task, estimator("reinforce"), episodes);
    Estimation estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    estimation.estimate(bench.replica.states, bench.replica.training, 0, 0);
    Batch batch = estimation.batch();
    Draw draw = batch.draw(0);
    float[] f = new float[draw.n()];
    batch.objective(0).value(draw, 0, f);
    float[] told = new float[1];
    batch.tell(told);
    assertEquals((float) draw.n() / episodes, told[0], "a reward of 1 a step");
    double loss = 0;
    int[] rows = new int[episodes];
    int first = 0;
    int alive = episodes;
    int longest = 0;
    int[] row = new int[episodes];
    int[] length = new int[episodes];
    for (int e = 0; e < episodes; e++) {
      double value = 1 - (1 - discount) * -f[e];
      length[e] = (int) Math.round(discount == 1 ? -f[e] : Math.log(value) / Math.log(discount));
      longest = Math.max(longest, length[e]);
      loss += f[e] / episodes;
      row[e] = e;
      rows[e] = length[e];
    }
    assertEquals(loss, batch.loss(), 1e-5);
    assertFalse(IntStream.of(length).distinct().count() == 1, "lengths differ");
    World world = task.world();
    for (int t = 1; t <= longest; t++) {
      first += alive;
      int at = first;
      for (int e = 0; e < episodes; e++) {
        if (length[e] >= t) {
          world.restore(state(draw, row[e]), 0);
          world.step(draw.b()[0][2 * row[e] + 1], new float[0], 0);
          assertEquals(length[e] == t && t < world.limit(), world.over(), "step " + t);
          if (length[e] > t) {
            double[] next = new double[4];
            world.save(next, 0);
            row[e] = at++;
            assertArrayEquals(next, state(draw, row[e]), 2e-5);
            rows[e]--;
          }
        }
      }
      alive = at - first;
    }
    assertArrayEquals(new int[] {1, 1, 1, 1, 1}, rows);
    assertEquals(draw.n(), first);
  }

  private static double[] state(Draw draw, int row) {
    World world = new CartPole(200, 195);
    double[] state = new double[4];
    for (int i = 0; i < 4; i++) {
      state[i] = draw.context()[4 * row + i] * world.scale(i);
    }
    return state;
  }

  /// Episodes of a batch are averaged: the same mean, a quarter of the variance.
  @Test
  void batch_isTheMeanOfItsEpisodes() {
    EpisodeBench bench = new EpisodeBench(mdp(.9, true), estimator("reinforce"), 4);
    double[] exact = known(bench.task, bench.replica.theta);
    EpisodeBench.Found found = bench.sample(SAMPLES, exact, 0, 1);
    List<String> wrong = new ArrayList<>();
    EpisodeBench.compare(found, exact, BOUND, "four", wrong);
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertTrue(Math.abs(found.varianceZ(.59244699036 / 4)) < BOUND);
  }

  /// An episode of one step is one as well.
  @Test
  void oneStep_isAnEpisode() {
    WorldEntry one = new WorldEntry("one", "one", "", () -> new CartPole(1, 1), null);
    Policy policy = Policy.of(one.maker().get(), 1, 3, Activation.TANH);
    Task task = new Task(one, policy, .9, true, .1, Handling.plain(true));
    for (EstimatorEntry entry : EpisodeBench.fitting(task)) {
      EpisodeBench bench = new EpisodeBench(task, entry.standard(), 1).train(50);
      assertEquals(1, bench.replica.recent.mean(), entry.key());
      assertEquals(-1, bench.replica.loss, entry.key());
    }
  }

  /// What is not a number in the policy is told at once, though the rewards go on.
  @Test
  void trainer_tellsWhenTheta_isNoLongerFinite() {
    EpisodeBench bench = new EpisodeBench(EpisodeBench.task("cartpole"), estimator("relax"), 1);
    Trainer trainer = bench.trainer(.01);
    assertTrue(trainer.step(bench.replica, 0));
    bench.replica.theta[3] = Float.NaN;
    assertFalse(trainer.step(bench.replica, 1));
  }

  /// In a fresh JVM, whose compiler has seen nothing else.
  @ParameterizedTest
  @CsvSource({
    "cartpole, relax-helped",
    "cartpole, a2c",
    "cartpole, nvil",
    "pendulum, lax",
    "mdp, reinforce-learned"
  })
  void steps_allocateNothing(String world, String key) {
    FreshJvm.Result result =
        FreshJvm.run(List.of(), "voidscope.problem.rl.EpisodeAllocation", world, key);
    assertEquals("0", result.output().strip(), "bytes of 200 steps");
  }

  /// The mean of the last 100 returns reaches 195 within 800 episodes, in 6 of 8 fixed seeds at
  /// least.
  @ParameterizedTest
  @ValueSource(strings = {"reinforce-mean", "a2c", "nvil", "relax"})
  void cartPole_isSolved(String key) {
    int solved = 0;
    for (int seed = 0; seed < 8; seed++) {
      EpisodeBench bench =
          new EpisodeBench(
              EpisodeBench.task("cartpole"), estimator(key), 1, RandomStream.of(seed, "solved", 0));
      Trainer trainer = bench.trainer(.003);
      double best = 0;
      for (int step = 0; step < 800 && best < 195; step++) {
        assertTrue(trainer.step(bench.replica, step));
        best = step < 99 ? 0 : bench.replica.recent.mean();
      }
      solved += best >= 195 ? 1 : 0;
    }
    assertTrue(solved >= 6, solved + " of 8");
  }
}
