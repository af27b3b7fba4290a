package voidscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// Networks against a double-precision reference and its finite differences; optimizers against
/// their formulas.
final class NetworkTest {
  private static final RandomStream STREAM = RandomStream.of(2, "network", 0);

  /// The same network in double precision, from the layout of its weights alone.
  private static double reference(
      int depth, int hidden, Activation activation, double[] phi, double[] x) {
    double[] at = x;
    int offset = 0;
    for (int layer = 0; layer <= depth; layer++) {
      int out = layer == depth ? 1 : hidden;
      double[] next = new double[out];
      for (int j = 0; j < out; j++) {
        double sum = phi[offset + at.length * out + j];
        for (int k = 0; k < at.length; k++) {
          sum += phi[offset + k * out + j] * at[k];
        }
        next[j] = layer == depth ? sum : activate(activation, sum);
      }
      offset += at.length * out + out;
      at = next;
    }
    return phi[offset] * at[0];
  }

  private static double activate(Activation activation, double x) {
    return switch (activation) {
      case TANH -> Math.tanh(x);
      case RELU -> Math.max(0, x);
      case ELU -> x > 0 ? x : Math.expm1(x);
    };
  }

  /// A function of parameters and a row in double precision.
  private interface Reference {
    double value(double[] phi, double[] x);

    /// ⟨dx, ∂/∂x⟩ by central differences.
    default double slope(double[] phi, double[] x, double[] dx) {
      double h = 1e-5;
      double[] up = x.clone();
      double[] down = x.clone();
      for (int i = 0; i < x.length; i++) {
        up[i] += h * dx[i];
        down[i] -= h * dx[i];
      }
      return (value(phi, up) - value(phi, down)) / (2 * h);
    }
  }

  private record Net(int depth, int hidden, Activation activation) implements Reference {
    @Override
    public double value(double[] phi, double[] x) {
      return reference(depth, hidden, activation, phi, x);
    }
  }

  /// Σ_i net(x_i), or with where i stands between −1 and 1.
  private record Sum(Net net, int parts, boolean positioned) implements Reference {
    @Override
    public double value(double[] phi, double[] x) {
      int width = x.length / parts;
      double sum = 0;
      for (int i = 0; i < parts; i++) {
        double[] part = Arrays.copyOfRange(x, i * width, (i + 1) * width + (positioned ? 1 : 0));
        if (positioned) {
          part[width] = parts == 1 ? 0 : -1 + i * 2.0 / (parts - 1);
        }
        sum += net.value(phi, part);
      }
      return sum;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 10, TANH, 1",
    "1, 0, 1, 10, TANH, 33",
    "3, 0, 2, 7, TANH, 5",
    "20, 0, 1, 10, ELU, 17",
    "4, 0, 3, 5, ELU, 2",
    "2, 0, 2, 6, RELU, 16",
    "1, 0, 4, 3, TANH, 257",
    "3, 2, 2, 7, TANH, 5",
    "4, 17, 1, 32, TANH, 3",
    "5, 3, 2, 33, ELU, 6",
    "3, 18, 2, 40, RELU, 5",
    "2, 0, 2, 35, TANH, 7",
  })
  void passes_areThoseOfADoubleReference(
      int in, int context, int depth, int hidden, Activation activation, int n) {
    checkPasses(
        new Net(depth, hidden, activation),
        ScaledNetwork.of(in, context, depth, hidden, activation, n),
        in,
        context,
        n,
        spread(hidden));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, false, 1, 10, TANH, 5",
    "3, 3, true, 1, 10, TANH, 5",
    "6, 2, false, 2, 7, ELU, 3",
    "6, 2, true, 2, 7, TANH, 3",
    "17, 17, true, 1, 5, TANH, 2",
    "21, 7, true, 1, 33, TANH, 3",
    "33, 33, false, 2, 32, TANH, 1",
    "4, 1, false, 1, 6, TANH, 7",
    "4, 1, true, 1, 35, TANH, 7",
    "2, 2, true, 2, 6, RELU, 16",
  })
  void passes_ofASum_areThoseOfADoubleReference(
      int in, int parts, boolean positioned, int depth, int hidden, Activation activation, int n) {
    checkPasses(
        new Sum(new Net(depth, hidden, activation), parts, positioned),
        ScaledNetwork.sum(in, parts, positioned, depth, hidden, activation, n),
        in,
        0,
        n,
        spread(hidden));
  }

  /// How far weights are moved from their start: less in wide layers, so that sums stay alike.
  private static float spread(int hidden) {
    return hidden < 32 ? 0.6f : 0.18f;
  }

  /// Values, tangents and reverse passes at parameters that are not at their start.
  private static void checkPasses(
      Reference net, ScaledNetwork network, int in, int context, int n, float spread) {
    assertEquals(in, network.width());
    int size = network.parameters();
    float[] phi = new float[size + 2];
    network.initialize(phi, 2, STREAM);
    float[] jitter = new float[size];
    STREAM.uniform(9, 9, size, jitter);
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      phi[i + 2] += spread * (jitter[i] - 0.4f);
      weights[i] = phi[i + 2];
    }
    float[] under = new float[n * context];
    STREAM.uniform(1, 5, under.length, under);
    network.bind(phi, 2, under);
    float[] x = new float[n * in];
    float[] dx = new float[n * in];
    float[] alpha = new float[n];
    float[] beta = new float[n];
    STREAM.uniform(1, 1, x.length, x);
    STREAM.uniform(1, 2, dx.length, dx);
    STREAM.uniform(1, 3, n, alpha);
    STREAM.uniform(1, 4, n, beta);
    float[] y = new float[n];
    float[] dy = new float[n];
    float[] gx = new float[n * in];
    float[] gdx = new float[n * in];
    float[] gphi = new float[size + 2];
    network.value(n, x, y);
    network.tangent(n, dx, dy);
    network.reverse(n, alpha, beta, gx, gdx, gphi);
    for (int i = 0; i < n; i++) {
      double[] xi = row(x, under, i, in);
      double[] di = row(dx, new float[under.length], i, in);
      assertEquals(net.value(weights, xi), y[i], 3e-6);
      assertEquals(net.slope(weights, xi, di), dy[i], 1e-5);
      for (int d = 0; d < in; d++) {
        double h = 1e-4;
        double[] up = xi.clone();
        up[d] += h;
        double[] down = xi.clone();
        down[d] -= h;
        double expected =
            alpha[i] * (net.value(weights, up) - net.value(weights, down)) / (2 * h)
                + beta[i] * (net.slope(weights, up, di) - net.slope(weights, down, di)) / (2 * h);
        assertEquals(expected, gx[i * in + d], 2e-4, "∂/∂x");
        double[] unit = new double[in + context];
        unit[d] = 1;
        assertEquals(beta[i] * net.slope(weights, xi, unit), gdx[i * in + d], 2e-5, "∂/∂dx");
      }
    }
    assertEquals(0, gphi[0]);
    for (int p = 0; p < size; p += 1 + size / 60) {
      double expected = 0;
      double h = 1e-4;
      for (int i = 0; i < n; i++) {
        double at = weights[p];
        double[] xi = row(x, under, i, in);
        double[] di = row(dx, new float[under.length], i, in);
        weights[p] = at + h;
        double up = alpha[i] * net.value(weights, xi) + beta[i] * net.slope(weights, xi, di);
        weights[p] = at - h;
        double down = alpha[i] * net.value(weights, xi) + beta[i] * net.slope(weights, xi, di);
        weights[p] = at;
        expected += (up - down) / (2 * h);
      }
      assertEquals(expected, gphi[p + 2], 3e-4 * (1 + Math.abs(expected)), "∂/∂φ " + p);
    }
    again(network, n, x, dx, alpha, beta, new float[][] {gx, gdx, gphi});
    float[] none = new float[n];
    network.value(n, x, y);
    network.tangent(n, dx, dy);
    float[] gphiNone = new float[size + 2];
    network.reverse(n, none, beta, gx, gdx, gphiNone);
    again(network, n, x, dx, none, beta, new float[][] {gx, gdx, gphiNone});
  }

  /// The reverse of both after that of the value alone: it may go other ways to the same end.
  private static void again(
      ScaledNetwork network,
      int n,
      float[] x,
      float[] dx,
      float[] alpha,
      float[] beta,
      float[][] expected) {
    float[] y = new float[n];
    float[] gx = new float[x.length];
    float[] gdx = new float[x.length];
    float[] gphi = new float[expected[2].length];
    network.value(n, x, y);
    network.reverse(n, alpha, null, gx, null, null);
    network.tangent(n, dx, y);
    network.reverse(n, alpha, beta, gx, gdx, gphi);
    assertArrayEquals(expected[0], gx, 1e-4f, "∂/∂x");
    assertArrayEquals(expected[1], gdx, 1e-4f, "∂/∂dx");
    for (int p = 0; p < gphi.length; p++) {
      assertEquals(expected[2][p], gphi[p], 1e-4 * (1 + Math.abs(expected[2][p])), "∂/∂φ " + p);
    }
  }

  /// A row's input and context.
  private static double[] row(float[] values, float[] under, int i, int width) {
    double[] input = row(values, i, width);
    int rows = values.length / width;
    int context = under.length / rows;
    double[] result = Arrays.copyOf(input, width + context);
    for (int d = 0; d < context; d++) {
      result[width + d] = under[i * context + d];
    }
    return result;
  }

  private static double[] row(float[] values, int i, int width) {
    double[] result = new double[width];
    for (int d = 0; d < width; d++) {
      result[d] = values[i * width + d];
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 37})
  void optimizers_takeTheStepsOfTheirFormulas(int n) {
    float[] start = new float[n];
    STREAM.uniform(2, 1, n, start);
    Optimizer[] optimizers = {
      new Adam(), new RmsProp(0.99f, 1e-8f), new Sgd(0.9f), new Sgd(0),
    };
    for (Optimizer optimizer : optimizers) {
      float[] theta = start.clone();
      float[] state = new float[optimizer.slots() * n];
      double[] exact = new double[n];
      double[] m = new double[n];
      double[] v = new double[n];
      for (int i = 0; i < n; i++) {
        exact[i] = start[i];
      }
      for (int t = 1; t <= 50; t++) {
        float[] g = new float[n];
        STREAM.uniform(t, 7, n, g);
        optimizer.step(theta, g, 0, state, 0, n, t, 0.05f);
        for (int i = 0; i < n; i++) {
          exact[i] -= 0.05 * expected(optimizer, g[i], m, v, i, t);
        }
      }
      for (int i = 0; i < n; i++) {
        assertEquals(exact[i], theta[i], 2e-4, optimizer.toString());
      }
      assertTrue(theta[0] != start[0]);
    }
  }

  /// Gradients that fade until they are 0, and moments that fade after them: what a run remembers
  /// whose policy is as good as certain, or whose unit is dead.
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 21, 37})
  void optimizers_rememberNothingSubnormal_andStepAsIfTheyDid(int n) {
    float[] start = new float[n];
    STREAM.uniform(3, 1, n, start);
    Optimizer[] optimizers = {
      new Adam(), new Adam(0.9f, 0.99999f, 1e-8f), new RmsProp(0.99f, 1e-8f), new Sgd(0.9f),
    };
    for (Optimizer optimizer : optimizers) {
      float[] theta = start.clone();
      float[] plain = start.clone();
      float[] state = new float[optimizer.slots() * n];
      float[] m = new float[n];
      float[] v = new float[n];
      for (int t = 1; t <= 10_000; t++) {
        float[] g = new float[n];
        for (int i = 0; i < n; i++) {
          g[i] = (start[i] - 0.5f) * (float) Math.pow(10, -t / 20.0);
        }
        optimizer.step(theta, g, 0, state, 0, n, t, 0.05f);
        for (int i = 0; i < n; i++) {
          plain(optimizer, g[i], plain, m, v, i, t);
        }
        assertArrayEquals(plain, theta, optimizer + " at step " + t);
        for (float each : state) {
          assertTrue(each == 0 || Math.abs(each) >= Float.MIN_NORMAL, optimizer + ": " + each);
        }
      }
      assertTrue(subnormal(m) || subnormal(v), "the plain formulas were to come that far");
    }
  }

  private static boolean subnormal(float[] values) {
    for (float value : values) {
      if (value != 0 && Math.abs(value) < Float.MIN_NORMAL) {
        return true;
      }
    }
    return false;
  }

  /// A step at the rate .05 in floats, whatever becomes of the moments.
  private static void plain(
      Optimizer optimizer, float g, float[] theta, float[] m, float[] v, int i, int t) {
    switch (optimizer) {
      case Adam adam -> {
        float c1 = (float) (1 / (1 - StrictMath.pow(adam.beta1(), t)));
        float c2 = (float) (1 / (1 - StrictMath.pow(adam.beta2(), t)));
        m[i] = Math.fma(m[i], adam.beta1(), g * (1 - adam.beta1()));
        v[i] = Math.fma(v[i], adam.beta2(), g * g * (1 - adam.beta2()));
        float root = (float) Math.sqrt(v[i] * c2);
        theta[i] = Math.fma(m[i] / (root + adam.eps()), -0.05f * c1, theta[i]);
      }
      case RmsProp rms -> {
        v[i] = Math.fma(v[i], rms.decay(), g * g * (1 - rms.decay()));
        theta[i] = Math.fma(g / ((float) Math.sqrt(v[i]) + rms.eps()), -0.05f, theta[i]);
      }
      case Sgd sgd -> {
        m[i] = Math.fma(m[i], sgd.momentum(), g);
        theta[i] = Math.fma(m[i], -0.05f, theta[i]);
      }
      default -> throw new IllegalStateException(optimizer.toString());
    }
  }

  private static double expected(
      Optimizer optimizer, double g, double[] m, double[] v, int i, int t) {
    return switch (optimizer) {
      case Adam _ -> {
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        yield m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
      }
      case RmsProp _ -> {
        v[i] = 0.99 * v[i] + 0.01 * g * g;
        yield g / (Math.sqrt(v[i]) + 1e-8);
      }
      case Sgd sgd -> {
        m[i] = sgd.momentum() * m[i] + g;
        yield m[i];
      }
      default -> throw new IllegalStateException(optimizer.toString());
    };
  }
}
