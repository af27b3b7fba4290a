package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /// Signed noise, at odd places as near to an end as an integral may inject.
  private static float[] noise(int n, int slot) {
    float[] w = new float[n];
    RandomStream.of(6, "kernels", slot).noise(n, slot, n, w);
    for (int i = 0; i < n; i++) {
      w[i] *= i % 7 == 2 ? 1e-28f : i % 5 == 1 ? 1e-10f : i % 3 == 2 ? 1e-4f : 1;
      w[i] = Math.abs(w[i]) < Noise.LEAST ? Noise.LEAST : w[i];
    }
    return w;
  }

  /// The quantile, by its inverse: Φ of it is the distance again, also far out.
  @org.junit.jupiter.api.Test
  void normalQuantile_invertsTheDistributionFunction_atOddSizes() {
    for (int n : SIZES) {
      float[] w = noise(n, 3);
      float[] y = guarded(n);
      Normal.quantile(n, w, y);
      for (int i = 0; i < n; i++) {
        double least = Math.abs(w[i]);
        double found = voidscope.stat.NormalLaw.cumulative(w[i] > 0 ? y[i] : -y[i]);
        double steep = 1 + (double) y[i] * y[i];
        assertEquals(least, found, 1e-6 * steep * least, "at " + w[i] + ", n = " + n);
      }
      unguarded(n, y);
    }
  }

  /// −ln u at both ends, and back.
  @org.junit.jupiter.api.Test
  void exponential_isTheLogarithmOfTheNoise_andHasAnInverse_atOddSizes() {
    for (int n : SIZES) {
      float[] w = noise(n, 4);
      float[] x = guarded(n);
      float[] back = guarded(n);
      Functions.exponential(0, n, w, x);
      Functions.exponentialNoise(n, x, back);
      for (int i = 0; i < n; i++) {
        double expected = w[i] > 0 ? -Math.log(w[i]) : -Math.log1p(w[i]);
        assertEquals(expected, x[i], 4e-7 * expected, "at " + w[i]);
        double steep = w[i] > 0 ? 1 + expected : 1;
        assertEquals(w[i], back[i], 1e-6 * steep * Math.abs(w[i]), "back at " + w[i]);
      }
      unguarded(n, x);
      unguarded(n, back);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void arithmetic_isWhatScalarCodeDoes_alsoBeyondTheNumbers(int n) {
    float[] odd = {0, -0f, Float.POSITIVE_INFINITY, Float.NaN, Float.MIN_VALUE, 200, -200, 1};
    float[] x = input(n, 1, -2, 2);
    float[] y = input(n, 2, -2, 2);
    for (int i = 0; i < n; i++) {
      x[i] = i % 5 == 0 ? odd[i / 5 % odd.length] : x[i];
      y[i] = i % 3 == 0 ? odd[(i / 3 + 2) % odd.length] : y[i];
    }
    float[] out = guarded(n);
    Arithmetic.divide(n, x, y, out);
    same(n, out, i -> x[i] / y[i]);
    Arithmetic.min(n, x, y, out);
    same(n, out, i -> Math.min(x[i], y[i]));
    Arithmetic.max(n, x, y, out);
    same(n, out, i -> Math.max(x[i], y[i]));
    Arithmetic.less(n, x, y, out);
    same(n, out, i -> x[i] < y[i] ? 1 : 0);
    Arithmetic.atMost(n, x, y, out);
    same(n, out, i -> x[i] <= y[i] ? 1 : 0);
    Arithmetic.equal(n, x, y, out);
    same(n, out, i -> x[i] == y[i] ? 1 : 0);
    Arithmetic.select(n, out.clone(), x, y, out);
    same(n, out, i -> x[i] == y[i] ? x[i] : y[i]);
    Arithmetic.abs(n, x, out);
    same(n, out, i -> Math.abs(x[i]));
    Arithmetic.sqrt(n, x, out);
    same(n, out, i -> (float) Math.sqrt(x[i]));
    Arithmetic.floor(n, x, out);
    same(n, out, i -> (float) Math.floor(x[i]));
    Arithmetic.sign(n, x, out);
    same(n, out, i -> Math.signum(x[i]));
    Arithmetic.sin(n, x, out);
    same(n, out, i -> (float) Math.sin(x[i]));
    Arithmetic.cos(n, x, out);
    same(n, out, i -> (float) Math.cos(x[i]));
    Arithmetic.power(n, x, y, out);
    same(n, out, i -> (float) Math.pow(x[i], y[i]));
    Arithmetic.exp(n, x, out);
    near(n, out, i -> Math.exp(x[i]));
    Arithmetic.log(n, x, out);
    near(n, out, i -> Math.abs(x[i]) < Float.MIN_NORMAL ? -1 / 0.0 : Math.log(x[i]));
  }

  private static void same(int n, float[] out, Element expected) {
    for (int i = 0; i < n; i++) {
      assertEquals((float) expected.at(i), out[i], "element " + i + " of " + n);
    }
    unguarded(n, out);
  }

  /// To some units of the last place, ends and what is no number to the bit.
  private static void near(int n, float[] out, Element expected) {
    for (int i = 0; i < n; i++) {
      float value = (float) expected.at(i);
      if (Float.isFinite(value) && value > -80 && value != 0) {
        assertEquals(value, out[i], 3 * Math.ulp(value) + 1e-7, "element " + i + " of " + n);
      } else if (!(Math.abs(value) < 1e-37)) {
        assertEquals(value, out[i], "element " + i + " of " + n);
      }
    }
    unguarded(n, out);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 31, 33, 255, 256, 257})
  void shallow_hasTheBitsOfItsLayers(int n) {
    int offset = 3;
    for (int units : new int[] {7, 10, 16, 17, 33}) {
      int bias = offset + units;
      int out = bias + units;
      float[] phi = input(out + units + 1 + Lanes.VIRTUAL, 12, -2, 2);
      float[] x = input(n, 13, -3, 3);
      float[] g = input(n, 14, -1, 1);
      int most = (units * n + 15) & -16;
      float[] h = new float[most];
      float[] y = guarded(n);
      float[] back = new float[most];
      float[] gx = guarded(n);
      Dense.forward(n, 1, units, phi, offset, bias, x, h);
      Activation.TANH.value(units * n, h, h);
      Dense.forward(n, units, 1, phi, out, out + units, h, y);
      Dense.reverseInput(n, units, 1, phi, out, g, back);
      Activation.TANH.reverseValue(units * n, h, back, back);
      Dense.reverseInput(n, 1, units, phi, offset, back, gx);

      assertTrue(Shallow.takes(n, units, phi.length, offset));
      float[] together = new float[most];
      float[] value = guarded(n);
      float[] slope = guarded(n);
      Shallow.value(n, units, phi, offset, x, together, value);
      Shallow.reverseInput(n, units, phi, offset, g, together, slope);
      assertArrayEquals(y, value);
      assertArrayEquals(gx, slope);
      Shallow.reverseInput(n, units, phi, offset, g, together, g);
      for (int i = 0; i < n; i++) {
        assertEquals(gx[i], g[i], "in place");
      }
      for (int i = 0; i < units * n; i++) {
        assertEquals(h[i], together[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 16, 17, 33})
  void shallow_ofATangent_hasTheBitsOfItsLayers(int units) {
    int offset = 3;
    int bias = offset + units;
    int out = bias + units;
    float[] phi = input(out + units + 1 + Lanes.VIRTUAL, 12, -2, 2);
    float[] x = {.7f};
    float[] dx = {-.3f};
    float[] g = {1.1f};
    float[] gd = {-.6f};
    int room = units + Lanes.VIRTUAL;
    float[] h = new float[room];
    float[] da = new float[room];
    float[] dh = new float[room];
    float[] dy = new float[1];
    float[] back = new float[room];
    float[] backD = new float[room];
    float[] gx = new float[1];
    float[] gdx = new float[1];
    float[] gphi = input(phi.length, 15, -1, 1);
    float[] gradient = gphi.clone();
    Shallow.value(1, units, phi, offset, x, h, new float[1]);
    Dense.forward(1, 1, units, phi, offset, -1, dx, da);
    Activation.TANH.tangent(units, h, da, dh);
    Dense.forward(1, units, 1, phi, out, -1, dh, dy);
    Dense.reverseWeights(1, units, 1, h, g, gphi, out, out + units);
    Dense.reverseWeights(1, units, 1, dh, gd, gphi, out, -1);
    Dense.reverseInput(1, units, 1, phi, out, g, back);
    Dense.reverseInput(1, units, 1, phi, out, gd, backD);
    Activation.TANH.reverse(units, h, da, back, backD, back, backD);
    Dense.reverseWeights(1, 1, units, x, back, gphi, offset, bias);
    Dense.reverseWeights(1, 1, units, dx, backD, gphi, offset, -1);
    Dense.reverseInput(1, 1, units, phi, offset, back, gx);
    Dense.reverseInput(1, 1, units, phi, offset, backD, gdx);

    float[] along = new float[room];
    float[] slope = new float[room];
    float[] byX = new float[1];
    float[] byDx = new float[1];
    assertEquals(dy[0], Shallow.tangent(units, phi, offset, dx[0], h, along, slope));
    Shallow.reverse(
        units, phi, offset, x[0], dx[0], h, along, slope, g[0], gd[0], gradient, byX, byDx);
    for (int k = 0; k < units; k++) {
      assertEquals(da[k], along[k]);
      assertEquals(dh[k], slope[k]);
    }
    assertArrayEquals(gphi, gradient);
    assertArrayEquals(gx, byX);
    assertArrayEquals(gdx, byDx);
  }

  /// Between one sample and a vector of them, and where a vector would leave the parameters, there
  /// are the layers.
  @org.junit.jupiter.api.Test
  void shallow_isNotForWhatItCannotRead() {
    assertFalse(Shallow.takes(2, 10, 100, 0));
    int units = 3;
    int length = 3 * units + 1;
    int vectors = (units + Lanes.LENGTH - 1) / Lanes.LENGTH;
    assertEquals(units + vectors * Lanes.LENGTH <= length, Shallow.takes(1, units, length, 0));
    assertTrue(Shallow.takes(Lanes.LENGTH, units, length, 0));
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
    float[] slopes = guarded(n);
    float[] dy = guarded(n);
    float[] gz = guarded(n);
    float[] gdz = guarded(n);
    Relaxing.value(n, k, z, y, slopes);
    Relaxing.tangent(n, k, slopes, dz, dy);
    double by = Relaxing.reverse(n, k, z, dz, y, slopes, gy, gdy, gz, gdz);
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
    unguarded(n, slopes);
    double value = Relaxing.reverseValue(n, k, z, slopes, gy, gz);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double s = 1 / (1 + Math.exp(-k * (double) z[i]));
      assertEquals(gy[i] * s * (1 - s) * k, gz[i], 2e-6);
      sum -= gy[i] * s * (1 - s) * k * z[i];
    }
    assertEquals(sum, value, 1e-6 * (10 + n));
  }

  /// Where the relaxed sample is all but hard its slope still has all its digits.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255})
  void slopes_keepTheirDigits_atBothEnds(int n) {
    float[] z = input(n, 23, -40, 40);
    float[] one = input(n, 24, 1, 2);
    float[] y = guarded(n);
    float[] s = guarded(n);
    float[] g = guarded(n);
    Relaxing.value(n, 2, z, y, s);
    Logistic.reverseMean(n, z, one, g);
    for (int i = 0; i < n; i++) {
      double m = Math.exp(-2 * Math.abs((double) z[i]));
      assertEquals(m / (1 + m) / (1 + m), s[i], 1e-6 * m, "at " + z[i]);
      assertEquals(z[i] > 0 ? 1 / (1 + m) : m / (1 + m), y[i], 1e-6 * (z[i] > 0 ? 1 : m));
      double p = Math.exp(-Math.abs((double) z[i]));
      double variance = p / (1 + p) / (1 + p);
      assertEquals(one[i] * variance, g[i], 1e-6 * variance, "p(1−p) at " + z[i]);
    }
    unguarded(n, s);
    unguarded(n, g);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void logistic_isWhatScalarCodeDoes_alsoForExtremeLogitsAndNoise(int n) {
    float[] theta = input(n, 18, -20, 20);
    float[] u = noise(n, 19);
    float[] v = noise(n, 20);
    float[] z = guarded(n);
    float[] b = guarded(n);
    float[] zt = guarded(n);
    float[] slope = guarded(n);
    Logistic.sample(n, theta, u, z, b);
    Logistic.conditional(n, theta, v, b, zt, slope);
    for (int i = 0; i < n; i++) {
      double a = Math.abs(u[i]);
      double expected = theta[i] + Math.signum(u[i]) * Math.log(a / (1 - a));
      assertEquals(expected, z[i], 4e-7 + 2e-7 * Math.abs(expected), "z");
      assertEquals(z[i] > 0 ? 1 : 0, b[i]);
      // Seen from the side of b: v and 1 − v without cancellation.
      int side = b[i] == 1 ? 1 : -1;
      double near = Math.abs(v[i]);
      double share = side * v[i] > 0 ? near : 1 - near;
      double rest = side * v[i] > 0 ? 1 - near : near;
      double odds = share * Math.exp(side * (double) theta[i]);
      double path = side * (Math.log1p(odds) - Math.log(rest));
      assertEquals(path, zt[i], 5e-7 + 2e-7 * Math.abs(path), "z̃");
      assertTrue(side * zt[i] >= 0, "z̃ on the other side: " + zt[i]);
      assertEquals(odds / (1 + odds), slope[i], 8e-7 * odds / (1 + odds), "slope");
    }
    unguarded(n, z);
    unguarded(n, b);
    unguarded(n, zt);
    unguarded(n, slope);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 15, 16, 17, 31, 33, 255, 256, 257, 1000})
  void scoreAndCouple_areWhatScalarCodeDoes_alsoForExtremeLogits(int n) {
    float[] theta = input(n, 21, -18, 18);
    float[] u = noise(n, 22);
    float[] z = new float[n];
    float[] b = new float[n];
    Logistic.sample(n, theta, u, z, b);
    float[] s = guarded(n);
    Logistic.score(n, theta, b, s);
    each(n, s, i -> b[i] - 1 / (1 + Math.exp(-theta[i])));
    float[] v = guarded(n);
    Logistic.couple(n, theta, u, b, v);
    float[] zt = new float[n];
    Logistic.conditional(n, theta, v, b, zt, new float[n]);
    for (int i = 0; i < n; i++) {
      assertTrue(Math.abs(v[i]) >= Noise.LEAST && Math.abs(v[i]) <= 0.5f, "v = " + v[i]);
      int side = b[i] == 1 ? 1 : -1;
      double a = Math.abs(u[i]);
      double e = Math.exp(-side * (double) theta[i]);
      double near = side * u[i] > 0 ? a + a * e - e : 1 - a - a * e;
      double rest = side * u[i] > 0 ? 1 - a - a * e + e : a + a * e;
      double found = side * v[i] > 0 ? v[i] * side : 1 + (double) v[i] * side;
      double left = side * v[i] > 0 ? 1 - (double) v[i] * side : -v[i] * side;
      assertEquals(near, found, 5e-7 * (near + e / (1 + e)) + 1e-7, "v");
      assertEquals(rest, left, 5e-7, "1 − v");
      assertEquals(z[i], zt[i], 2e-6 * (1 + Math.abs(z[i])), "the path passes through z");
    }
    unguarded(n, v);
  }
}
