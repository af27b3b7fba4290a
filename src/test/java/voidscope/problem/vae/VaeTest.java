package voidscope.problem.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataException;
import voidscope.network.Dual;
import voidscope.random.RandomStream;

/// A tiny VAE, every pass of it against a reference in double precision and its finite differences.
final class VaeTest {
  private static final RandomStream STREAM = RandomStream.of(5, "vae", 0);
  private static final double STEP = 1e-5;

  @TempDir private Path folder;

  private static double slope(DoubleUnaryOperator function) {
    return (function.applyAsDouble(STEP) - function.applyAsDouble(-STEP)) / (2 * STEP);
  }

  private static void near(double expected, double found, String what) {
    assertEquals(expected, found, 2e-4 * (1 + Math.abs(expected)), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void logitsAndF_areTheReferences(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 1, depth);
    bench.sample(1);
    float[] f = new float[VaeBench.ROWS];
    bench.batch.objective(0).value(bench.draw, 0, f);
    for (int row = 0; row < VaeBench.ROWS; row++) {
      double[] theta =
          bench.reference.logits(VaeBench.row(bench.draw.context(), row, VaeBench.PIXELS));
      for (int d = 0; d < VaeBench.LATENTS; d++) {
        near(theta[d], bench.theta(bench.draw, row)[d], "logit " + d);
      }
      double[] b = VaeBench.row(bench.draw.b()[0], row, VaeBench.LATENTS);
      near(bench.reference.f(bench.x(row), theta, b), f[row], "f of row " + row);
    }
  }

  /// The ELBO's derivative by b along a direction, and the gradient of both by b and direction.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void dual_agreesWithFiniteDifferences(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 1, depth);
    float[] y = new float[VaeBench.ROWS * VaeBench.LATENTS];
    float[] dy = new float[VaeBench.ROWS * VaeBench.LATENTS];
    STREAM.uniform(3, 0, y.length, y);
    STREAM.uniform(3, 1, y.length, dy);
    float[] f = new float[VaeBench.ROWS];
    float[] df = new float[VaeBench.ROWS];
    float[] gy = new float[y.length];
    float[] gdy = new float[y.length];
    float[] alpha = {0.5f, -1, 0.25f};
    float[] beta = {1, 0.5f, -2};
    Dual dual = bench.batch.objective(0).dual(VaeBench.ROWS);
    dual.value(VaeBench.ROWS, y, f);
    dual.tangent(VaeBench.ROWS, dy, df);
    dual.reverse(VaeBench.ROWS, alpha, beta, gy, gdy, null);
    for (int row = 0; row < VaeBench.ROWS; row++) {
      double[] at = VaeBench.row(y, row, VaeBench.LATENTS);
      double[] along = VaeBench.row(dy, row, VaeBench.LATENTS);
      double[] x = bench.x(row);
      double[] theta = bench.theta(bench.draw, row);
      near(bench.reference.f(x, theta, at), f[row], "f");
      near(slope(h -> bench.reference.f(x, theta, moved(at, along, h))), df[row], "tangent");
      for (int d = 0; d < VaeBench.LATENTS; d++) {
        double[] unit = new double[VaeBench.LATENTS];
        unit[d] = 1;
        double byValue = slope(h -> bench.reference.f(x, theta, moved(at, unit, h)));
        double mixed =
            (bench.reference.f(x, theta, moved(moved(at, unit, 1e-3), along, 1e-3))
                    - bench.reference.f(x, theta, moved(moved(at, unit, -1e-3), along, 1e-3))
                    - bench.reference.f(x, theta, moved(moved(at, unit, 1e-3), along, -1e-3))
                    + bench.reference.f(x, theta, moved(moved(at, unit, -1e-3), along, -1e-3)))
                / 4e-6;
        near(alpha[row] * byValue + beta[row] * mixed, gy[row * VaeBench.LATENTS + d], "by b " + d);
        near(beta[row] * byValue, gdy[row * VaeBench.LATENTS + d], "by the direction " + d);
      }
    }
    dual.value(VaeBench.ROWS, y, f);
    dual.reverse(VaeBench.ROWS, alpha, null, gy, null, null);
    double[] first = new double[VaeBench.LATENTS];
    first[0] = 1;
    near(
        alpha[1]
            * slope(
                h ->
                    bench.reference.f(
                        bench.x(1),
                        bench.theta(bench.draw, 1),
                        moved(VaeBench.row(y, 1, VaeBench.LATENTS), first, h))),
        gy[VaeBench.LATENTS],
        "without a tangent");
  }

  private static double[] moved(double[] at, double[] along, double by) {
    double[] to = at.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += by * along[i];
    }
    return to;
  }

  /// Every parameter of encoder, decoder and prior.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void reverse_agreesWithFiniteDifferences(int depth) throws Exception {
    VaeBench bench = new VaeBench(folder, 1, depth);
    bench.sample(4);
    float[] g = new float[VaeBench.ROWS * VaeBench.LATENTS];
    STREAM.uniform(4, 5, g.length, g);
    bench.batch.objective(0).value(bench.draw, 0, new float[VaeBench.ROWS]);
    float[] gw = new float[bench.model.length];
    bench.batch.reverseEncoder(0, g, gw);
    bench.batch.reverseDecoder(0, gw);
    assertEquals(bench.vae.encoderAt(1), bench.reference.decoderAt(0));
    for (int p = 0; p < gw.length; p++) {
      int parameter = p;
      double before = bench.reference.model[p];
      double slope =
          slope(
              h -> {
                bench.reference.model[parameter] = before + h;
                return mean(bench, g, parameter < bench.vae.encoderAt(1));
              });
      bench.reference.model[p] = before;
      near(slope, gw[p], "parameter " + p);
    }
  }

  /// Of the encoder ⟨g, θ⟩, of the rest f, at θ that is held.
  private static double mean(VaeBench bench, float[] g, boolean encoder) {
    double sum = 0;
    for (int row = 0; row < VaeBench.ROWS; row++) {
      if (encoder) {
        double[] theta =
            bench.reference.logits(VaeBench.row(bench.draw.context(), row, VaeBench.PIXELS));
        for (int d = 0; d < VaeBench.LATENTS; d++) {
          sum += g[row * VaeBench.LATENTS + d] * theta[d];
        }
      } else {
        sum +=
            bench.reference.f(
                bench.x(row),
                bench.theta(bench.draw, row),
                VaeBench.row(bench.draw.b()[0], row, VaeBench.LATENTS));
      }
    }
    return sum / VaeBench.ROWS;
  }

  @Test
  void load_ofAFileThatIsNone_namesIt() {
    Vae vae = new Vae(1, 2, 0, 0, folder.resolve("none"), Brightness.STORED, Binarisation.FRESH, 1);
    DataException e = assertThrows(DataException.class, vae::load);
    assertTrue(String.valueOf(e.getMessage()).contains("none"), e.getMessage());
  }
}
