package voidscope.problem.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.network.Dual;
import voidscope.random.RandomStream;
import voidscope.simd.Noise;

/// A tiny VAE of two layers, every pass of it against a reference in double precision and its
/// finite differences.
final class TwoLayersTest {
  private static final RandomStream STREAM = RandomStream.of(6, "two layers", 0);
  private static final double STEP = 1e-4;
  private static final double LAMBDA = 0.7;
  private static final int ROWS = VaeBench.ROWS;
  private static final int LATENTS = VaeBench.LATENTS;

  @TempDir private Path folder;

  private static void near(double expected, double found, String what) {
    assertEquals(expected, found, 3e-4 * (1 + Math.abs(expected)), what);
  }

  private static double slope(DoubleUnaryOperator function) {
    return (function.applyAsDouble(STEP) - function.applyAsDouble(-STEP)) / (2 * STEP);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void f_isTheReferences_andLeavesTheSecondLayerEncoded(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 2, depth);
    bench.sample(1);
    float[] f = new float[ROWS];
    bench.batch.objective(0).value(bench.draw, 0, f);
    for (int row = 0; row < ROWS; row++) {
      double[] theta = bench.theta(bench.draw, row);
      double[] b = VaeBench.row(bench.draw.b()[0], row, LATENTS);
      near(bench.reference.f(bench.x(row), theta, b, noise(bench, row), 0), f[row], "f");
      double[] second = bench.reference.further(b);
      double[] context =
          VaeBench.row(bench.draws[1].context(), row, VaeBench.PIXELS + VaeBench.LATENTS);
      for (int d = 0; d < LATENTS; d++) {
        near(second[d], bench.theta(bench.draws[1], row)[d], "logit " + d + " of layer 2");
        assertEquals(2 * b[d] - 1, context[VaeBench.PIXELS + d], "context " + d);
      }
    }
  }

  private static double[] noise(VaeBench bench, int row) {
    double[] u = VaeBench.row(bench.draws[1].u()[0], row, LATENTS);
    for (int d = 0; d < LATENTS; d++) {
      u[d] = Noise.uniform((float) u[d]);
    }
    return u;
  }

  /// Behind a soft b the second layer is relaxed: its part of the derivatives, first and second.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void dual_agreesWithFiniteDifferences(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 2, depth);
    bench.batch.temperature(1, (float) Math.log(LAMBDA));
    float[] y = new float[ROWS * LATENTS];
    float[] dy = new float[ROWS * LATENTS];
    STREAM.uniform(3, 0, y.length, y);
    STREAM.uniform(3, 1, y.length, dy);
    float[] f = new float[ROWS];
    float[] df = new float[ROWS];
    float[] gy = new float[y.length];
    float[] gdy = new float[y.length];
    float[] plain = new float[y.length];
    float[] alpha = {0.5f, -1, 0.25f};
    float[] beta = {1, 0.5f, -2};
    Dual dual = bench.batch.objective(0).dual(ROWS);
    dual.value(ROWS, y, f);
    dual.reverse(ROWS, alpha, null, plain, null, null);
    dual.tangent(ROWS, dy, df);
    dual.reverse(ROWS, alpha, beta, gy, gdy, null);
    for (int row = 0; row < ROWS; row++) {
      double[] at = VaeBench.row(y, row, LATENTS);
      double[] along = VaeBench.row(dy, row, LATENTS);
      Along function = new Along(bench, row, at);
      near(function.value(along, 0), f[row], "f");
      near(slope(h -> function.value(along, h)), df[row], "tangent");
      for (int d = 0; d < LATENTS; d++) {
        double[] unit = new double[LATENTS];
        unit[d] = 1;
        double byValue = slope(h -> function.value(unit, h));
        double mixed = slope(h -> slope(k -> function.value(unit, h, along, k)));
        int i = row * LATENTS + d;
        near(alpha[row] * byValue + beta[row] * mixed, gy[i], "by b " + d);
        near(beta[row] * byValue, gdy[i], "by the direction " + d);
        near(alpha[row] * byValue, plain[i], "without a tangent, " + d);
      }
    }
  }

  /// The reference's f of a row near a point.
  private record Along(VaeBench bench, int row, double[] at) {
    double value(double[] along, double h) {
      return value(along, h, along, 0);
    }

    double value(double[] along, double h, double[] across, double k) {
      double[] b = new double[LATENTS];
      for (int d = 0; d < LATENTS; d++) {
        b[d] = at[d] + h * along[d] + k * across[d];
      }
      double[] theta = bench.theta(bench.draw, row);
      return bench.reference.f(bench.x(row), theta, b, noise(bench, row), LAMBDA);
    }
  }

  /// Every parameter of both encoders, both decoders and the prior.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void reverse_agreesWithFiniteDifferences(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 2, depth);
    bench.sample(4);
    float[][] g = new float[2][ROWS * LATENTS];
    STREAM.uniform(4, 5, g[0].length, g[0]);
    STREAM.uniform(4, 6, g[1].length, g[1]);
    bench.batch.objective(0).value(bench.draw, 0, new float[ROWS]);
    float[] gw = new float[bench.model.length];
    bench.batch.reverseEncoder(0, g[0], gw);
    bench.batch.reverseDecoder(0, gw);
    bench.batch.reverseEncoder(1, g[1], gw);
    bench.batch.reverseDecoder(1, gw);
    for (int p = 0; p < gw.length; p++) {
      int parameter = p;
      double before = bench.reference.model[p];
      double slope =
          slope(
              h -> {
                bench.reference.model[parameter] = before + h;
                return parameter < bench.vae.encoderAt(2) ? encoders(bench, g) : decoders(bench);
              });
      bench.reference.model[p] = before;
      near(slope, gw[p], "parameter " + p);
    }
  }

  /// The mean of Σ ⟨g, θ⟩.
  private static double encoders(VaeBench bench, float[][] g) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] first =
          bench.reference.logits(VaeBench.row(bench.draw.context(), row, VaeBench.PIXELS));
      double[] second = bench.reference.further(VaeBench.row(bench.draw.b()[0], row, LATENTS));
      for (int d = 0; d < LATENTS; d++) {
        sum += g[0][row * LATENTS + d] * first[d] + g[1][row * LATENTS + d] * second[d];
      }
    }
    return sum / ROWS;
  }

  /// The mean of f at the logits and samples that the batch has.
  private static double decoders(VaeBench bench) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] first = VaeBench.row(bench.draw.b()[0], row, LATENTS);
      double[] second = VaeBench.row(bench.draws[1].b()[0], row, LATENTS);
      sum += bench.reference.term(0, bench.x(row), bench.theta(bench.draw, row), first);
      sum += bench.reference.term(1, first, bench.theta(bench.draws[1], row), second);
    }
    return sum / ROWS;
  }
}
