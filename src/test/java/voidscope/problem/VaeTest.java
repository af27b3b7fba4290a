package voidscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.data.Binarisation;
import voidscope.data.DataException;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.random.RandomStream;

/// A tiny VAE, every pass of it against a reference in double precision and its finite differences.
final class VaeTest {
  private static final RandomStream STREAM = RandomStream.of(5, "vae", 0);
  private static final int PIXELS = 20;
  private static final int LATENTS = 6;
  private static final int HIDDEN = 5;
  private static final int ROWS = 3;
  private static final double STEP = 1e-5;

  @TempDir private Path folder;

  /// A model that is not at its start, on images that are not.
  private final class Bench {
    final Vae vae;
    final float[] model;
    final VaeBatch batch;
    final Draw draw;
    final VaeReference reference;

    Bench(int depth) throws IOException, DataException {
      vae = new Vae(LATENTS, depth, HIDDEN, images(), Binarisation.FIXED, 1);
      vae.load();
      model = vae.initial(STREAM.child("model"));
      float[] jitter = new float[model.length];
      STREAM.uniform(0, 1, model.length, jitter);
      for (int i = 0; i < model.length; i++) {
        model[i] += jitter[i] - 0.5f;
      }
      batch = new VaeBatch(vae, ROWS, STREAM);
      batch.load(0, ROWS);
      draw = Draw.allocate(vae.distribution(), ROWS, 1, PIXELS);
      batch.encode(model, draw);
      reference = new VaeReference(PIXELS, LATENTS, depth, HIDDEN, VaeReference.doubles(model));
    }

    double[] x(int row) {
      return row(batch.x(), row, PIXELS);
    }

    double[] theta(int row) {
      return row(draw.theta(), row, LATENTS);
    }

    void sample(int step) {
      STREAM.uniform(step, 2, ROWS * LATENTS, draw.u()[0]);
      vae.distribution().sample(draw, 0, 0, ROWS);
    }
  }

  private Path images() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16 + 30 * PIXELS);
    buffer.putInt(0x803).putInt(30).putInt(4).putInt(5);
    float[] grey = new float[30 * PIXELS];
    STREAM.uniform(0, 0, grey.length, grey);
    for (float value : grey) {
      buffer.put((byte) (256 * value));
    }
    return Files.write(folder.resolve("images"), buffer.array());
  }

  private static double[] row(float[] values, int row, int width) {
    return VaeReference.doubles(Arrays.copyOfRange(values, row * width, (row + 1) * width));
  }

  private static double slope(DoubleUnaryOperator function) {
    return (function.applyAsDouble(STEP) - function.applyAsDouble(-STEP)) / (2 * STEP);
  }

  private static void near(double expected, double found, String what) {
    assertEquals(expected, found, 2e-4 * (1 + Math.abs(expected)), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void logitsAndF_areTheReferences(int depth) throws Exception {
    Bench bench = new Bench(depth);
    bench.sample(1);
    float[] f = new float[ROWS];
    bench.batch.objective().value(bench.draw, 0, f);
    for (int row = 0; row < ROWS; row++) {
      double[] theta = bench.reference.logits(row(bench.draw.context(), row, PIXELS));
      for (int d = 0; d < LATENTS; d++) {
        near(theta[d], bench.theta(row)[d], "logit " + d);
      }
      double[] b = row(bench.draw.b()[0], row, LATENTS);
      near(bench.reference.f(bench.x(row), theta, b), f[row], "f of row " + row);
    }
  }

  /// The ELBO's derivative by b along a direction, and the gradient of both by b and direction.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void dual_agreesWithFiniteDifferences(int depth) throws Exception {
    Bench bench = new Bench(depth);
    float[] y = new float[ROWS * LATENTS];
    float[] dy = new float[ROWS * LATENTS];
    STREAM.uniform(3, 0, y.length, y);
    STREAM.uniform(3, 1, y.length, dy);
    float[] f = new float[ROWS];
    float[] df = new float[ROWS];
    float[] gy = new float[y.length];
    float[] gdy = new float[y.length];
    float[] alpha = {0.5f, -1, 0.25f};
    float[] beta = {1, 0.5f, -2};
    Dual dual = bench.batch.objective().dual(ROWS);
    dual.value(ROWS, y, f);
    dual.tangent(ROWS, dy, df);
    dual.reverse(ROWS, alpha, beta, gy, gdy, null);
    for (int row = 0; row < ROWS; row++) {
      double[] at = row(y, row, LATENTS);
      double[] along = row(dy, row, LATENTS);
      double[] x = bench.x(row);
      double[] theta = bench.theta(row);
      near(bench.reference.f(x, theta, at), f[row], "f");
      near(slope(h -> bench.reference.f(x, theta, moved(at, along, h))), df[row], "tangent");
      for (int d = 0; d < LATENTS; d++) {
        double[] unit = new double[LATENTS];
        unit[d] = 1;
        double byValue = slope(h -> bench.reference.f(x, theta, moved(at, unit, h)));
        double mixed =
            (bench.reference.f(x, theta, moved(moved(at, unit, 1e-3), along, 1e-3))
                    - bench.reference.f(x, theta, moved(moved(at, unit, -1e-3), along, 1e-3))
                    - bench.reference.f(x, theta, moved(moved(at, unit, 1e-3), along, -1e-3))
                    + bench.reference.f(x, theta, moved(moved(at, unit, -1e-3), along, -1e-3)))
                / 4e-6;
        near(alpha[row] * byValue + beta[row] * mixed, gy[row * LATENTS + d], "by b " + d);
        near(beta[row] * byValue, gdy[row * LATENTS + d], "by the direction " + d);
      }
    }
    dual.value(ROWS, y, f);
    dual.reverse(ROWS, alpha, null, gy, null, null);
    double[] first = new double[LATENTS];
    first[0] = 1;
    near(
        alpha[1]
            * slope(
                h ->
                    bench.reference.f(
                        bench.x(1), bench.theta(1), moved(row(y, 1, LATENTS), first, h))),
        gy[LATENTS],
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
    Bench bench = new Bench(depth);
    bench.sample(4);
    float[] g = new float[ROWS * LATENTS];
    STREAM.uniform(4, 5, g.length, g);
    bench.batch.objective().value(bench.draw, 0, new float[ROWS]);
    float[] gw = new float[bench.model.length];
    bench.batch.reverse(g, gw);
    assertEquals(bench.vae.decoderAt(), bench.reference.decoderAt());
    for (int p = 0; p < gw.length; p++) {
      int parameter = p;
      double before = bench.reference.model[p];
      double slope =
          slope(
              h -> {
                bench.reference.model[parameter] = before + h;
                return mean(bench, g, parameter < bench.vae.decoderAt());
              });
      bench.reference.model[p] = before;
      near(slope, gw[p], "parameter " + p);
    }
  }

  /// Of the encoder ⟨g, θ⟩, of the rest f, at θ that is held.
  private static double mean(Bench bench, float[] g, boolean encoder) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      if (encoder) {
        double[] theta = bench.reference.logits(row(bench.draw.context(), row, PIXELS));
        for (int d = 0; d < LATENTS; d++) {
          sum += g[row * LATENTS + d] * theta[d];
        }
      } else {
        sum +=
            bench.reference.f(bench.x(row), bench.theta(row), row(bench.draw.b()[0], row, LATENTS));
      }
    }
    return sum / ROWS;
  }

  @Test
  void load_ofAFileThatIsNone_namesIt() {
    Vae vae = new Vae(2, 0, 0, folder.resolve("none"), Binarisation.FRESH, 1);
    DataException e = assertThrows(DataException.class, vae::load);
    assertTrue(String.valueOf(e.getMessage()).contains("none"), e.getMessage());
  }
}
