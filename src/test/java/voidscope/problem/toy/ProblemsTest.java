package voidscope.problem.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.distribution.Draw;
import voidscope.distribution.Finite;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Noise;
import voidscope.stat.NormalLaw;
import voidscope.stat.UnitRule;

/// Loss, gradient and optimum against enumeration over all samples, or quadrature where b is
/// continuous; the differentiable objective against finite differences.
final class ProblemsTest {
  private static final RandomStream STREAM = RandomStream.of(3, "problems", 0);

  static List<Toy> problems() {
    return List.of(
        new SquaredDistance(1, 0.499, 0),
        new SquaredDistance(7, 0.3, 0.5),
        new RandomQuadratic(2, 1, 0),
        new RandomQuadratic(11, 5, 0.2),
        new CategoricalDistance(1, 3, 0.36),
        new CategoricalDistance(3, 4, 0.1),
        new CategoricalQuadratic(4, 3, 7),
        new GaussianDistance(1.5, 0, 1),
        new GaussianSteps(1.5, 0, 1));
  }

  static List<Toy> discrete() {
    return problems().stream().filter(p -> p.distribution() instanceof Finite).toList();
  }

  static List<Toy> differentiable() {
    return problems().stream()
        .filter(p -> p.objective(1).offers().contains(Capability.DERIVATIVE))
        .toList();
  }

  private static float[] theta(Toy problem) {
    float[] theta = new float[problem.distribution().parameters()];
    STREAM.uniform(0, 0, theta.length, theta);
    for (int i = 0; i < theta.length; i++) {
      theta[i] = 4 * theta[i] - 2;
    }
    return theta;
  }

  /// f at the outcome of a code.
  private static double f(Toy problem, Objective objective, Draw draw, long code) {
    ((Finite) problem.distribution()).outcome(code, draw, 0, 0);
    return f(problem, objective, draw);
  }

  private static double f(Toy problem, Objective objective, Draw draw) {
    float[] value = new float[1];
    problem.distribution().sample(draw, 0, 0, 1);
    objective.value(draw, 0, value);
    return value[0];
  }

  private static double expected(Toy problem, float[] theta) {
    Objective objective = problem.objective(1);
    Draw draw = Draw.allocate(problem.distribution(), 1, 1, 0);
    System.arraycopy(theta, 0, draw.theta(), 0, theta.length);
    double sum = 0;
    if (problem.distribution() instanceof Finite finite) {
      for (long code = 0; code < finite.outcomes(); code++) {
        double p = finite.outcome(code, draw, 0, 0);
        sum += p * f(problem, objective, draw);
      }
      return sum;
    }
    UnitRule rule = new UnitRule(96);
    double[] jumps =
        java.util.Arrays.stream(problem.jumps())
            .map(b -> NormalLaw.cumulative((b - theta[0]) / Math.exp(theta[1])))
            .toArray();
    for (int part = 0; part <= jumps.length; part++) {
      double from = part == 0 ? 0 : jumps[part - 1];
      double to = part == jumps.length ? 1 : jumps[part];
      for (int i = 0; i < rule.order(); i++) {
        double u = from + (to - from) * rule.node(i);
        draw.u()[0][0] = Noise.of(u);
        sum += (to - from) * rule.weight(i) * f(problem, objective, draw);
      }
    }
    return sum;
  }

  /// What defines a problem keeps its numbers, whatever becomes of the noise of samples: Q₁₂ and q
  /// of two latents at seed 1, ten digits, from f at the four b.
  @Test
  void randomQuadratic_keepsItsEntries() {
    Toy problem = new RandomQuadratic(2, 1, 0);
    Draw draw = Draw.allocate(problem.distribution(), 4, 1, 0);
    System.arraycopy(new float[] {0, 0, 1, 0, 0, 1, 1, 1}, 0, draw.b()[0], 0, 8);
    float[] f = new float[4];
    problem.objective(4).value(draw, 0, f);
    assertEquals(-.1432994032, f[1], 1e-8);
    assertEquals(-.0369216800, f[2], 1e-8);
    assertEquals(2 * -.4789026976 - .1432994032 - .0369216800, f[3], 1e-7);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void loss_isTheExpectation(Toy problem) {
    float[] theta = theta(problem);
    double expected = expected(problem, theta);
    double loss = problem.loss(theta, new float[theta.length]);
    assertEquals(expected, loss, 5e-6 * (1 + Math.abs(expected)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void gradient_isTheDerivativeOfTheExpectation(Toy problem) {
    float[] theta = theta(problem);
    double[] g = new double[theta.length];
    problem.gradient(theta, g);
    for (int i = 0; i < theta.length; i++) {
      float at = theta[i];
      theta[i] = at + 1f / 64;
      double up = problem.loss(theta, new float[theta.length]);
      theta[i] = at - 1f / 64;
      double down = problem.loss(theta, new float[theta.length]);
      theta[i] = at;
      double difference = (up - down) * 32;
      assertEquals(difference, g[i], 3e-4 * (1 + Math.abs(difference)));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void objectiveGradient_isTheProblems_inEveryRow(Toy problem) {
    float[] theta = theta(problem);
    int width = theta.length;
    Draw draw = Draw.allocate(problem.distribution(), 3, 1, 0);
    for (int i = 0; i < 3; i++) {
      System.arraycopy(theta, 0, draw.theta(), i * width, width);
    }
    float[] g = new float[3 * width];
    problem.objective(3).gradient(draw, g);
    double[] exact = new double[width];
    problem.gradient(theta, exact);
    for (int i = 0; i < g.length; i++) {
      assertEquals(exact[i % width], g[i], 1e-6 * (1 + Math.abs(exact[i % width])));
    }
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void optimum_isTheLeastOfAllSamples(Toy problem) {
    Objective objective = problem.objective(1);
    Draw draw = Draw.allocate(problem.distribution(), 1, 1, 0);
    double least = Double.POSITIVE_INFINITY;
    for (long code = 0; code < ((Finite) problem.distribution()).outcomes(); code++) {
      least = Math.min(least, f(problem, objective, draw, code));
    }
    assertEquals(least, problem.optimum(), 1e-6);
  }

  private static double combined(
      Dual dual, int n, float[] x, float[] dx, float[] alpha, float[] beta) {
    float[] y = new float[n];
    float[] dy = new float[n];
    dual.value(n, x, y);
    dual.tangent(n, dx, dy);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += alpha[i] * y[i] + beta[i] * dy[i];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void dual_hasTangentAndReverse_ofFiniteDifferences(Toy problem) {
    int n = 3;
    int width = problem.distribution().width();
    Dual dual = problem.objective(n).dual(n);
    float[] x = new float[n * width];
    float[] dx = new float[n * width];
    float[] alpha = new float[n];
    float[] beta = new float[n];
    STREAM.uniform(1, 0, x.length, x);
    STREAM.uniform(1, 1, dx.length, dx);
    STREAM.uniform(1, 2, n, alpha);
    STREAM.uniform(1, 3, n, beta);
    float[] gx = new float[x.length];
    float[] gdx = new float[x.length];
    combined(dual, n, x, dx, alpha, beta);
    dual.reverse(n, alpha, beta, gx, gdx, null);
    float h = 1f / 64;
    for (int i = 0; i < x.length; i++) {
      float at = x[i];
      x[i] = at + h;
      double up = combined(dual, n, x, dx, alpha, beta);
      x[i] = at - h;
      double down = combined(dual, n, x, dx, alpha, beta);
      x[i] = at;
      assertEquals((up - down) / (2 * h), gx[i], 2e-4, "∂/∂x " + i);
      at = dx[i];
      dx[i] = at + h;
      up = combined(dual, n, x, dx, alpha, beta);
      dx[i] = at - h;
      down = combined(dual, n, x, dx, alpha, beta);
      dx[i] = at;
      assertEquals((up - down) / (2 * h), gdx[i], 2e-4, "∂/∂dx " + i);
    }
    float[] dy = new float[n];
    float[] y = new float[n];
    dual.value(n, x, y);
    dual.tangent(n, dx, dy);
    float[] moved = new float[n];
    for (int i = 0; i < x.length; i++) {
      x[i] += h * dx[i];
    }
    dual.value(n, x, moved);
    for (int i = 0; i < x.length; i++) {
      x[i] -= 2 * h * dx[i];
    }
    dual.value(n, x, y);
    for (int i = 0; i < n; i++) {
      assertEquals((moved[i] - y[i]) / (2 * h), dy[i], 2e-4, "tangent " + i);
    }
  }
}
