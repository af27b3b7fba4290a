package voidscope.experiment.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.stat.Sigmoid;

/// No surrogate leaves less variance than the optimal one: both by a quadrature that knows nothing
/// of its basis, composite midpoints over e^{−τ} of both latents, with derivatives by central
/// differences.
class LeastVarianceTest {
  private static final double[] THETA = {.3, -.2};
  private static final double[] F = {.45 * .45, .55 * .55, .55 * .55, 1.55 * 1.55};
  private static final int NODES = 64;
  private static final double STEP = 1e-5;

  /// What the spline basis and this quadrature may be wrong by, relatively.
  private static final double ERROR = 2e-3;

  /// A surrogate of two latents.
  private interface Surrogate {
    double at(double first, double second);
  }

  /// E‖ĝ‖² − ‖g‖² with a surrogate.
  private static double variance(Surrogate c, boolean coupled) {
    double sum = 0;
    double[] gradient = new double[2];
    for (int outcome = 0; outcome < 4; outcome++) {
      int[] b = {outcome & 1, outcome >> 1};
      double[] s = new double[2];
      double probability = 1;
      for (int j = 0; j < 2; j++) {
        double p = Sigmoid.of(THETA[j]);
        s[j] = b[j] - p;
        probability *= b[j] == 1 ? p : 1 - p;
      }
      double[][] z = {line(0, b[0]), line(1, b[1])};
      double[] meanA = new double[2];
      double[] meanB = new double[2];
      double squares = 0;
      for (int i = 0; i < NODES; i++) {
        for (int k = 0; k < NODES; k++) {
          double value = c.at(z[0][i], z[1][k]);
          double[] byZ = {
            (c.at(z[0][i] + STEP, z[1][k]) - c.at(z[0][i] - STEP, z[1][k])) / (2 * STEP),
            (c.at(z[0][i], z[1][k] + STEP) - c.at(z[0][i], z[1][k] - STEP)) / (2 * STEP)
          };
          double[] tau = {tau(i), tau(k)};
          for (int j = 0; j < 2; j++) {
            double side = b[j] == 1 ? Sigmoid.of(THETA[j]) : Sigmoid.of(-THETA[j]);
            double byTau = byZ[j] * (b[j] == 1 ? 1 : -1) / (1 - side * Math.exp(-tau[j]));
            double a = s[j] * (F[outcome] - value + byTau) - (coupled ? 0 : byZ[j]);
            double other = coupled ? 0 : byZ[j];
            meanA[j] += a / NODES / NODES;
            meanB[j] += other / NODES / NODES;
            squares += (a * a + other * other) / NODES / NODES;
          }
        }
      }
      for (int j = 0; j < 2; j++) {
        squares += 2 * meanA[j] * meanB[j];
        gradient[j] += probability * s[j] * F[outcome];
      }
      sum += probability * squares;
    }
    return sum - gradient[0] * gradient[0] - gradient[1] * gradient[1];
  }

  private static double tau(int node) {
    return -Math.log((node + .5) / NODES);
  }

  /// z at the nodes of one side of a latent.
  private static double[] line(int latent, int b) {
    double p = Sigmoid.of(THETA[latent]);
    double[] z = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      double e = Math.exp(tau(i));
      z[i] = b == 1 ? Math.log((e - p) / (1 - p)) : -Math.log((e - (1 - p)) / p);
    }
    return z;
  }

  private static Surrogate relaxed(double lambda, double eta) {
    return (first, second) -> {
      double sum = Sigmoid.of(first / lambda) + Sigmoid.of(second / lambda) - .45;
      return eta * sum * sum;
    };
  }

  /// A network of random weights with one hidden layer.
  private static Surrogate network(SplittableRandom random, int units) {
    double[][] weights = new double[units][4];
    for (double[] unit : weights) {
      for (int i = 0; i < 4; i++) {
        unit[i] = random.nextGaussian() * (i == 3 ? .5 / Math.sqrt(units) : .7);
      }
    }
    return (first, second) -> {
      double sum = .8;
      for (double[] unit : weights) {
        sum += unit[3] * Math.tanh(unit[0] * first + unit[1] * second + unit[2]);
      }
      return sum;
    };
  }

  private static RelaxOptimum optimum(boolean coupled) {
    return RelaxOptimum.of(THETA, F, coupled, 24, () -> false).orElseThrow();
  }

  /// This quadrature has REBAR's known variances.
  @Test
  void quadrature_hasKnownValues() {
    assertEquals(.375565, variance(relaxed(.5, 1), false), 1e-3);
    assertEquals(.433052, variance(relaxed(.5, 1), true), 1e-3);
    assertEquals(.36225, variance(relaxed(.5, .807), false), 1e-3);
    assertEquals(.39443, variance(relaxed(.5, .694), true), 1e-3);
  }

  /// Its own variance by this quadrature is what it tells of itself.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void variance_isWhatTheOptimumTells(boolean coupled) {
    RelaxOptimum best = optimum(coupled);
    assertEquals(best.variance(), variance(best::value, coupled), ERROR * best.variance());
  }

  /// Twelve networks of random weights, REBAR over λ and η, and whatever is near the optimum
  /// itself.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noSurrogate_leavesLess(boolean coupled) {
    RelaxOptimum best = optimum(coupled);
    double least = best.variance() * (1 - ERROR);
    SplittableRandom random = new SplittableRandom(27);
    for (int i = 0; i < 12; i++) {
      Surrogate any = network(random, 1 + i);
      assertTrue(variance(any, coupled) >= least, "network " + i);
      Surrogate near = (x, y) -> best.value(x, y) + .05 * (any.at(x, y) - .8);
      assertTrue(variance(near, coupled) >= least, "near " + i);
    }
    for (double lambda : new double[] {.1, .5, 1, 2}) {
      for (double eta : new double[] {.25, .5, .75, 1}) {
        assertTrue(variance(relaxed(lambda, eta), coupled) >= least, lambda + " " + eta);
      }
    }
  }

  /// Brute force: coordinate descent over a family of 16 functions, whose minimum is found along
  /// each by three points of a parabola. It comes near the optimum and stays above it.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bruteForce_comesNearFromAbove(boolean coupled) {
    double[] sharpness = {.5, 1, 2};
    Surrogate[] family = new Surrogate[16];
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        int u = i;
        int v = k;
        family[4 * i + k] =
            (x, y) ->
                (u == 0 ? 1 : Sigmoid.of(sharpness[u - 1] * x))
                    * (v == 0 ? 1 : Sigmoid.of(sharpness[v - 1] * y));
      }
    }
    double[] a = new double[16];
    Surrogate sum =
        (x, y) -> {
          double value = 0;
          for (int i = 0; i < 16; i++) {
            value += a[i] == 0 ? 0 : a[i] * family[i].at(x, y);
          }
          return value;
        };
    double now = variance(sum, coupled);
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 16; i++) {
        double from = a[i];
        a[i] = from + 1;
        double up = variance(sum, coupled);
        a[i] = from - 1;
        double down = variance(sum, coupled);
        a[i] = from + (down - up) / (2 * (up - 2 * now + down));
        now = variance(sum, coupled);
      }
    }
    double best = optimum(coupled).variance();
    assertTrue(now >= best * (1 - ERROR), now + " below " + best);
    assertTrue(now < 1.25 * best, now + " far from " + best);
  }
}
