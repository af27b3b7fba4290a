package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimators;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.stat.Sigmoid;

/// Each policy's way back and entropy, by differences.
final class PolicyTest {
  private static final RandomStream STREAM = RandomStream.of(31, "policies", 0);
  private static final int ROWS = 7;

  static List<Policy> policies() {
    return List.of(
        new TablePolicy(List.of(-.3, .7)),
        new CategoricalPolicy(2, 0, 1, Activation.TANH, 3),
        new CategoricalPolicy(2, 2, 5, Activation.ELU, 3),
        new CategoricalPolicy(2, 1, 4, Activation.TANH, 2),
        new GaussianPolicy(2, 2, 5, Activation.TANH, List.of()),
        new GaussianPolicy(2, 0, 1, Activation.TANH, List.of(.2, -.4, .1, -.7)));
  }

  private static float[] uniform(int slot, int length) {
    float[] values = new float[length];
    STREAM.uniform(0, slot, length, values);
    for (int i = 0; i < length; i++) {
      values[i] = 2 * values[i] - 1;
    }
    return values;
  }

  private static float[] weights(Policy policy) {
    float[] weights = new float[policy.parameters()];
    policy.initialize(weights, STREAM);
    float[] jitter = uniform(1, weights.length);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += .3f * jitter[i];
    }
    return weights;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void reverse_isTheDerivativeOfTheta(Policy policy) {
    float[] weights = weights(policy);
    float[] observed = uniform(2, 2 * ROWS);
    int count = ROWS * policy.distribution().parameters();
    float[] g = uniform(3, count);
    Policy.Passes passes = policy.passes(ROWS);
    passes.bind(weights);
    passes.value(ROWS, observed);
    float[] gradient = new float[weights.length];
    passes.reverse(ROWS, g, gradient);
    for (int w = 0; w < weights.length; w++) {
      float kept = weights[w];
      float step = 0x1p-8f;
      weights[w] = kept + step;
      double up = dot(count, g, passes.value(ROWS, observed));
      weights[w] = kept - step;
      double down = dot(count, g, passes.value(ROWS, observed));
      weights[w] = kept;
      double slope = (up - down) / (2.0 * step);
      assertEquals(slope, gradient[w], 2e-3 * (1 + Math.abs(slope)), "by weight " + w);
    }
  }

  private static double dot(int count, float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// The sum of −H over the rows, but for a constant.
  private static double negativeEntropy(Policy policy, float[] theta) {
    int parameters = policy.distribution().parameters();
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      switch (policy) {
        case TablePolicy _ -> {
          double p = Sigmoid.of(theta[row]);
          sum += p * Math.log(p) + (1 - p) * Math.log(1 - p);
        }
        case CategoricalPolicy _ -> {
          double total = 0;
          for (int j = 0; j < parameters; j++) {
            total += Math.exp(theta[row * parameters + j]);
          }
          for (int j = 0; j < parameters; j++) {
            double p = Math.exp(theta[row * parameters + j]) / total;
            sum += p * Math.log(p);
          }
        }
        default -> sum -= theta[2 * row + 1];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void entropy_isTheDerivativeOfMinusH(Policy policy) {
    Draw draw = Draw.allocate(policy.distribution(), ROWS, 1, 0);
    int count = ROWS * policy.distribution().parameters();
    float[] theta = uniform(4, count);
    for (int i = 0; i < count; i++) {
      draw.theta()[i] = 2 * theta[i];
    }
    float[] g = new float[count];
    policy.entropy(draw, .7f, g);
    for (int i = 0; i < count; i++) {
      float kept = draw.theta()[i];
      float step = 0x1p-8f;
      draw.theta()[i] = kept + step;
      double up = negativeEntropy(policy, draw.theta());
      draw.theta()[i] = kept - step;
      double down = negativeEntropy(policy, draw.theta());
      draw.theta()[i] = kept;
      assertEquals(.7 * (up - down) / (2.0 * step), g[i], 1e-5, "by θ " + i);
    }
  }

  /// Far out no logarithm of nothing is taken.
  @Test
  void entropy_staysFinite_whereAnActionIsCertain() {
    Policy policy = new CategoricalPolicy(2, 0, 1, Activation.TANH, 3);
    Draw draw = Draw.allocate(policy.distribution(), 1, 1, 0);
    draw.theta()[0] = 3000;
    draw.theta()[2] = -3000;
    float[] g = new float[3];
    policy.entropy(draw, 1, g);
    for (float value : g) {
      assertEquals(0, value, 1e-30);
    }
  }

  /// KL(p‖q) as it is defined: a sum over actions, or an integral over the real ones.
  @ParameterizedTest
  @MethodSource("policies")
  void divergence_isTheMeanOfTheLogarithmsDifference(Policy policy) {
    int parameters = policy.distribution().parameters();
    float[] of = uniform(5, ROWS * parameters);
    float[] from = uniform(6, ROWS * parameters);
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      int at = row * parameters;
      switch (policy) {
        case TablePolicy _ -> {
          for (int sign = -1; sign <= 1; sign += 2) {
            double p = Sigmoid.of(sign * of[at]);
            sum += p * Math.log(p / Sigmoid.of(sign * from[at]));
          }
        }
        case CategoricalPolicy _ -> {
          for (int j = at; j < at + parameters; j++) {
            double p = share(of, at, parameters, j);
            sum += p * Math.log(p / share(from, at, parameters, j));
          }
        }
        default -> {
          double width = 1e-3;
          for (double a = -30; a < 30; a += width) {
            double log = logarithm(of, at, a);
            sum += Math.exp(log) * (log - logarithm(from, at, a)) * width;
          }
        }
      }
    }
    assertEquals(sum / ROWS, policy.divergence(ROWS, of, from), 1e-6);
    assertEquals(0, policy.divergence(ROWS, of, of), 1e-12);
  }

  private static double share(float[] theta, int at, int count, int j) {
    double total = 0;
    for (int k = at; k < at + count; k++) {
      total += Math.exp(theta[k]);
    }
    return Math.exp(theta[j]) / total;
  }

  /// Of the density of a.
  private static double logarithm(float[] theta, int at, double a) {
    double away = (a - theta[at]) / Math.exp(theta[at + 1]);
    return -away * away / 2 - theta[at + 1] - Math.log(2 * Math.PI) / 2;
  }

  /// Nor where one action is all but certain.
  @Test
  void divergence_staysFinite_whereAnActionIsCertain() {
    float[] of = {3000, 0, -3000};
    float[] from = {2990, 0, -3000};
    Policy categorical = new CategoricalPolicy(2, 0, 1, Activation.TANH, 3);
    assertEquals(0, categorical.divergence(1, of, from), 1e-12);
    assertEquals(6000, categorical.divergence(1, new float[] {-3000, 0, 3000}, of), 1e-9);
    Policy table = new TablePolicy(List.of(0.0));
    assertEquals(2000, table.divergence(1, new float[] {1000}, new float[] {-2000}), 1e-9);
  }

  @Test
  void action_isTheOneThatWasDrawn() {
    Policy policy = new CategoricalPolicy(2, 0, 1, Activation.TANH, 3);
    float[] b = {0, 0, 1, 1, 0, 0, 0, 1, 0};
    assertEquals(2, policy.action(b, 0));
    assertEquals(0, policy.action(b, 1));
    assertEquals(1, policy.action(b, 2));
    assertEquals(
        -.25,
        new GaussianPolicy(1, 0, 1, Activation.TANH, List.of()).action(new float[] {0, -.25f}, 1));
    assertTrue(Policy.of(new InvertedPendulum(), 1, 4, Activation.ELU) instanceof GaussianPolicy);
    assertTrue(Policy.of(new CartPole(9, 9), 1, 4, Activation.ELU) instanceof CategoricalPolicy);
  }

  /// The bonus is added to what the estimate gives, row by row, and the estimate knows nothing of
  /// it.
  @Test
  void direct_addsTheEntropysGradient() {
    Task plain = EpisodeBench.task("cartpole");
    float beta = .3f;
    Task task = new Task(plain.entry(), plain.policy(), .9, true, beta, Handling.plain(true));
    EpisodeBench bench =
        new EpisodeBench(task, Estimators.catalogue().get("reinforce").standard(), 1);
    var estimation = bench.estimation();
    estimation.begin(bench.replica.theta, 0);
    estimation.estimate(bench.replica.states, bench.replica.training, 0, 0);
    float[] gradient = new float[bench.replica.theta.length];
    estimation.batch().reverse(0, estimation.gradient(0), gradient);
    float[] with = gradient.clone();
    estimation.batch().direct(0, with);
    Draw draw = estimation.batch().draw(0);
    float[] g = new float[2 * draw.n()];
    task.policy().entropy(draw, beta, g);
    for (int i = 0; i < g.length; i++) {
      g[i] *= (float) Math.pow(.9, i >> 1);
    }
    Policy.Passes passes = task.policy().passes(draw.n());
    passes.bind(bench.replica.theta);
    passes.value(draw.n(), draw.context());
    float[] bonus = new float[gradient.length];
    passes.reverse(draw.n(), g, bonus);
    double norm = 0;
    for (int i = 0; i < bonus.length; i++) {
      norm += Math.abs(bonus[i]);
      assertEquals(bonus[i], with[i] - gradient[i], 2e-5, "weight " + i);
    }
    assertTrue(norm > 1e-2, "norm " + norm);
  }
}
