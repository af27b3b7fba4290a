package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.random.RandomStream;

/// Every kernel against plain scalar code in double precision, at sizes around the vectors'
/// lengths; what lies behind the n elements stays untouched.
final class KernelsTest {
  private static final int[] SIZES = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000};
  private static final float GUARD = -12345;

  private interface Kernel {
    void run(int n, float[] x, float[] y);
  }

  private static float[] input(int n, int slot, double from, double to) {
    float[] u = new float[n];
    RandomStream.of(5, "kernels", slot).uniform(n, slot, n, u);
    for (int i = 0; i < n; i++) {
      u[i] = (float) (from + (to - from) * u[i]);
    }
    return u;
  }

  private static float[] guarded(int n) {
    float[] out = new float[n + 3];
    Arrays.fill(out, GUARD);
    return out;
  }

  private static void unguarded(int n, float[] out) {
    for (int i = n; i < out.length; i++) {
      assertEquals(GUARD, out[i], "element " + i + " of " + n);
    }
  }

  /// @param ulps allowed error in units of the expected value's last place
  /// @param tiny allowed absolute error
  private static void function(
      Kernel kernel, DoubleUnaryOperator exact, double from, double to, double ulps, double tiny) {
    for (int n : SIZES) {
      float[] x = input(n, 0, from, to);
      float[] y = guarded(n);
      kernel.run(n, x, y);
      for (int i = 0; i < n; i++) {
        double expected = exact.applyAsDouble(x[i]);
        double bound = ulps * Math.ulp((float) expected) + tiny;
        assertEquals(expected, y[i], bound, "at " + x[i] + ", n = " + n);
      }
      unguarded(n, y);
    }
  }

  @org.junit.jupiter.api.Test
  void functions_areWithinTheirUlps() {
    function(Functions::exp, Math::exp, -80, 80, 2, 0);
    function(Functions::log, Math::log, 1e-6, 30, 3, 1e-7);
    function(Functions::logit, u -> Math.log(u / (1 - u)), 1e-4, 0.9999, 4, 3e-7);
    function(Functions::sigmoid, x -> 1 / (1 + Math.exp(-x)), -30, 30, 4, 0);
    function(Functions::tanh, Math::tanh, -12, 12, 8, 1e-9);
    function(
        Functions::softplus,
        x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
        -20,
        20,
        6,
        1e-7);
    function(Functions::relu, x -> Math.max(x, 0), -3, 3, 0, 0);
    function(Functions::elu, x -> x > 0 ? x : Math.expm1(x), -8, 8, 6, 1e-7);
  }

  /// The quantile, by its inverse: Φ of it is u again, also far out.
  @org.junit.jupiter.api.Test
  void normalQuantile_invertsTheDistributionFunction_atOddSizes() {
    for (int n : SIZES) {
      for (double[] range : new double[][] {{1e-6, 1e-3}, {0.001, 0.999}, {0.999, 1 - 1e-6}}) {
        float[] u = input(n, 3, range[0], range[1]);
        float[] y = guarded(n);
        Normal.quantile(n, u, y);
        for (int i = 0; i < n; i++) {
          double least = Math.min(u[i], 1 - (double) u[i]);
          double found = voidscope.stat.NormalLaw.cumulative(u[i] < 0.5 ? y[i] : -y[i]);
          assertEquals(least, found, 2e-5 * least, "at " + u[i] + ", n = " + n);
        }
        unguarded(n, y);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void elementwise_isWhatScalarCodeDoes(int n) {
    float[] x = input(n, 1, -2, 2);
    float[] y = input(n, 2, -2, 2);
    float[] out = guarded(n);
    Elementwise.scale(n, 1.7f, x, out);
    each(n, out, i -> 1.7f * x[i]);
    Elementwise.affine(n, 1.7f, x, -0.3f, out);
    each(n, out, i -> 1.7f * (double) x[i] - 0.3f);
    Elementwise.add(n, x, y, out);
    each(n, out, i -> (double) x[i] + y[i]);
    Elementwise.subtract(n, x, y, out);
    each(n, out, i -> (double) x[i] - y[i]);
    Elementwise.multiply(n, x, y, out);
    each(n, out, i -> (double) x[i] * y[i]);
    Elementwise.fill(n, 0.25f, out);
    each(n, out, i -> 0.25);
    Elementwise.multiplyAdd(n, x, y, out);
    each(n, out, i -> 0.25 + (double) x[i] * y[i]);
    Elementwise.fill(n, 0.25f, out);
    Elementwise.axpy(n, -3, x, out);
    each(n, out, i -> 0.25 - 3.0 * x[i]);
    float[] inPlace = Arrays.copyOf(x, n + 3);
    Elementwise.scale(n, 2, inPlace, inPlace);
    for (int i = 0; i < n; i++) {
      assertEquals(2 * x[i], inPlace[i]);
    }
  }

  private interface Element {
    double at(int i);
  }

  private static void each(int n, float[] out, Element expected) {
    for (int i = 0; i < n; i++) {
      double value = expected.at(i);
      assertEquals(value, out[i], 2 * Math.ulp((float) value) + 2e-6, "element " + i + " of " + n);
    }
    unguarded(n, out);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 20, 33})
  void rows_areWhatScalarCodeDoes(int width) {
    for (int rows : new int[] {1, 2, 7, 17, 64}) {
      int n = rows * width;
      float[] r = input(rows, 3, -1, 1);
      float[] row = input(width, 4, -1, 1);
      float[] x = input(n, 5, -1, 1);
      float[] y = input(n, 6, -1, 1);
      float[] out = guarded(n);
      Elementwise.rowMultiply(rows, width, r, x, out);
      each(n, out, i -> (double) r[i / width] * x[i]);
      Elementwise.rowMultiplyAdd(rows, width, r, y, out);
      each(n, out, i -> (double) r[i / width] * x[i] + (double) r[i / width] * y[i]);
      Elementwise.addRow(rows, width, row, x, out);
      each(n, out, i -> (double) x[i] + row[i % width]);
      float[] turned = guarded(n);
      Elementwise.transpose(rows, width, x, turned);
      each(n, turned, i -> x[i % rows * width + i / rows]);
      float[] dots = guarded(rows);
      Elementwise.rowDot(rows, width, x, y, dots);
      each(
          rows,
          dots,
          i -> {
            double sum = 0;
            for (int d = 0; d < width; d++) {
              sum += (double) x[i * width + d] * y[i * width + d];
            }
            return sum;
          });
      float[] columns = guarded(width);
      Reduce.columnSum(rows, width, x, columns);
      for (int d = 0; d < width; d++) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
          sum += x[i * width + d];
        }
        assertEquals(sum, columns[d], 1e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void reductions_areWhatScalarCodeDoes(int n) {
    float[] x = input(n, 7, -1, 3);
    float[] y = input(n, 8, -1, 3);
    double sum = 0;
    double dot = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
      dot += (double) x[i] * y[i];
    }
    assertEquals(sum, Reduce.sum(n, x), 1e-6 * n);
    assertEquals(dot, Reduce.dot(n, x, y), 3e-6 * n);
    double mean = sum / n;
    double[] powers = new double[3];
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean;
      powers[0] += d * d;
      powers[1] += d * d * d;
      powers[2] += d * d * d * d;
    }
    double[] central = new double[4];
    Reduce.centralMoments(n, x, 0, central);
    assertEquals(mean, central[0], 1e-6);
    for (int k = 0; k < 3; k++) {
      assertEquals(powers[k], central[k + 1], 4e-6 * n, "power " + (k + 2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257})
  void dense_isWhatScalarCodeDoes(int n) {
    for (int[] size : new int[][] {{1, 10}, {10, 1}, {20, 10}, {10, 10}, {3, 17}, {6, 7}}) {
      int in = size[0];
      int out = size[1];
      int offset = 2;
      int bias = offset + in * out;
      float[] w = input(bias + out, 9, -1, 1);
      float[] x = input(in * n, 10, -1, 1);
      float[] gy = input(out * n, 11, -1, 1);
      float[] y = guarded(out * n);
      Dense.forward(n, in, out, w, offset, bias, x, y);
      each(out * n, y, at -> w[bias + at / n] + product(at / n, at % n, n, in, out, w, offset, x));
      Dense.forward(n, in, out, w, offset, -1, x, y);
      each(out * n, y, at -> product(at / n, at % n, n, in, out, w, offset, x));
      float[] gx = guarded(in * n);
      Dense.reverseInput(n, in, out, w, offset, gy, gx);
      each(
          in * n,
          gx,
          at -> {
            double sum = 0;
            for (int j = 0; j < out; j++) {
              sum += (double) w[offset + at / n * out + j] * gy[j * n + at % n];
            }
            return sum;
          });
      float[] gw = new float[w.length];
      Arrays.fill(gw, 1);
      Dense.reverseWeights(n, in, out, x, gy, gw, offset, bias);
      for (int k = 0; k < in; k++) {
        for (int j = 0; j < out; j++) {
          double sum = 1;
          for (int i = 0; i < n; i++) {
            sum += (double) x[k * n + i] * gy[j * n + i];
          }
          assertEquals(sum, gw[offset + k * out + j], 1e-5);
        }
      }
      for (int j = 0; j < out; j++) {
        double sum = 1;
        for (int i = 0; i < n; i++) {
          sum += gy[j * n + i];
        }
        assertEquals(sum, gw[bias + j], 1e-5);
      }
      assertEquals(1, gw[0]);
    }
  }

  private static double product(
      int j, int i, int n, int in, int out, float[] w, int offset, float[] x) {
    double sum = 0;
    for (int k = 0; k < in; k++) {
      sum += (double) w[offset + k * out + j] * x[k * n + i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33})
  void multiply_isWhatScalarCodeDoes(int columns) {
    int m = 5;
    int k = 9;
    float[] a = input(m * k, 12, -1, 1);
    float[] b = input(k * columns, 13, -1, 1);
    float[] c = guarded(m * columns);
    Matrix.multiply(m, k, columns, a, b, c);
    each(
        m * columns,
        c,
        at -> {
          double sum = 0;
          for (int q = 0; q < k; q++) {
            sum += (double) a[at / columns * k + q] * b[q * columns + at % columns];
          }
          return sum;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257})
  void relaxing_isWhatScalarCodeDoes(int n) {
    float k = 1.6f;
    float[] z = input(n, 14, -4, 4);
    float[] dz = input(n, 15, -1, 1);
    float[] gy = input(n, 16, -1, 1);
    float[] gdy = input(n, 17, -1, 1);
    float[] y = guarded(n);
    float[] dy = guarded(n);
    float[] gz = guarded(n);
    float[] gdz = guarded(n);
    Relaxing.value(n, k, z, y);
    Relaxing.tangent(n, k, y, dz, dy);
    double by = Relaxing.reverse(n, k, z, dz, y, gy, gdy, gz, gdz);
    double expected = 0;
    for (int i = 0; i < n; i++) {
      double s = 1 / (1 + Math.exp(-k * (double) z[i]));
      double slope = s * (1 - s);
      double ga = gy[i] * slope + gdy[i] * slope * (1 - 2 * s) * k * dz[i];
      double gda = gdy[i] * slope;
      assertEquals(s, y[i], 1e-6);
      assertEquals(slope * k * dz[i], dy[i], 1e-6);
      assertEquals(ga * k, gz[i], 2e-6);
      assertEquals(gda * k, gdz[i], 2e-6);
      expected -= ga * k * z[i] + gda * k * dz[i];
    }
    assertEquals(expected, by, 1e-6 * (10 + n));
    unguarded(n, gz);
    unguarded(n, gdz);
    double value = Relaxing.reverseValue(n, k, z, y, gy, gz);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double s = 1 / (1 + Math.exp(-k * (double) z[i]));
      assertEquals(gy[i] * s * (1 - s) * k, gz[i], 2e-6);
      sum -= gy[i] * s * (1 - s) * k * z[i];
    }
    assertEquals(sum, value, 1e-6 * (10 + n));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void logistic_isWhatScalarCodeDoes_alsoForExtremeLogits(int n) {
    float[] theta = input(n, 18, -20, 20);
    float[] u = input(n, 19, 0, 1);
    float[] v = input(n, 20, 0, 1);
    float[] z = guarded(n);
    float[] b = guarded(n);
    float[] zt = guarded(n);
    float[] slope = guarded(n);
    Logistic.sample(n, theta, u, z, b);
    Logistic.conditional(n, theta, v, b, zt, slope);
    for (int i = 0; i < n; i++) {
      double expected = theta[i] + Math.log(u[i] / (1.0 - u[i]));
      assertEquals(expected, z[i], 2e-6 * (1 + Math.abs(expected)));
      assertEquals(z[i] > 0 ? 1 : 0, b[i]);
      double p = 1 / (1 + Math.exp(-(double) theta[i]));
      double q = 1 / (1 + Math.exp(theta[i]));
      boolean one = b[i] == 1;
      double odds = one ? (q + v[i] * p) / (p * (1.0 - v[i])) : v[i] * q / (p + q * (1.0 - v[i]));
      double path = theta[i] + Math.log(odds);
      double side = one ? q + v[i] * p : v[i] * q;
      assertEquals(one ? p * v[i] / side : q * (1 - v[i]) / (p + q * (1.0 - v[i])), slope[i], 3e-6);
      assertEquals(path, zt[i], 4e-6 * (1 + Math.abs(path)) + 4e-6 * Math.abs(theta[i]));
    }
    unguarded(n, z);
    unguarded(n, b);
    unguarded(n, zt);
    unguarded(n, slope);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void scoreAndCouple_areWhatScalarCodeDoes(int n) {
    float[] theta = input(n, 21, -6, 6);
    float[] u = input(n, 22, 0, 1);
    float[] z = new float[n];
    float[] b = new float[n];
    Logistic.sample(n, theta, u, z, b);
    float[] s = guarded(n);
    Logistic.score(n, theta, b, s);
    each(n, s, i -> b[i] - 1 / (1 + Math.exp(-theta[i])));
    float[] v = guarded(n);
    Logistic.couple(n, theta, u, b, v);
    for (int i = 0; i < n; i++) {
      double p = 1 / (1 + Math.exp(-theta[i]));
      double exact = b[i] == 1 ? (u[i] - (1 - p)) / p : u[i] / (1 - p);
      double within = b[i] == 1 ? p : 1 - p;
      assertEquals(Math.clamp(exact, 0x1p-24, 1 - 0x1p-24), v[i], 1e-6 + 3e-7 / within);
    }
    unguarded(n, v);
  }
}
