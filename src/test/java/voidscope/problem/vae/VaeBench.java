package voidscope.problem.vae;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataException;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.random.RandomStream;

/// A tiny VAE of one or two layers whose model is not at its start, on images that are none, with
/// its reference.
final class VaeBench {
  static final int PIXELS = 20;
  static final int LATENTS = 6;
  static final int ROWS = 3;
  static final Set<Capability> OFFERS =
      Set.of(Capability.DERIVATIVE, Capability.DISCRETE, Capability.BERNOULLI);

  private static final int HIDDEN = 5;
  private static final RandomStream STREAM = RandomStream.of(5, "vae", 0);

  final Vae vae;
  final float[] model;
  final VaeBatch batch;
  final Draw[] draws;
  final Draw draw;
  final float[] f = new float[ROWS];
  final VaeReference reference;

  /// @param folder where the images are written
  VaeBench(Path folder, int layers, int depth) throws IOException, DataException {
    vae =
        new Vae(
            layers,
            LATENTS,
            depth,
            HIDDEN,
            images(folder),
            Brightness.STORED,
            Binarisation.FIXED,
            1);
    vae.load();
    model = vae.initial(STREAM.child("model"));
    float[] jitter = new float[model.length];
    STREAM.uniform(0, 1, model.length, jitter);
    for (int i = 0; i < model.length; i++) {
      model[i] += jitter[i] - 0.5f;
    }
    batch = new VaeBatch(vae, ROWS, STREAM);
    batch.load(0, ROWS);
    draws = new Draw[layers];
    Arrays.setAll(draws, l -> Draw.allocate(vae.distribution(), ROWS, 1, vae.context(l)));
    draw = draws[0];
    for (int l = 1; l < layers; l++) {
      STREAM.noise(0, 3 + l, ROWS * LATENTS, draws[l].u()[0]);
    }
    batch.encode(model, draws);
    reference =
        new VaeReference(layers, PIXELS, LATENTS, depth, HIDDEN, VaeReference.doubles(model));
  }

  private static Path images(Path folder) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16 + 30 * PIXELS);
    buffer.putInt(0x803).putInt(30).putInt(4).putInt(5);
    float[] grey = new float[30 * PIXELS];
    STREAM.uniform(0, 0, grey.length, grey);
    for (float value : grey) {
      buffer.put((byte) (256 * value));
    }
    return Files.write(folder.resolve("images"), buffer.array());
  }

  static double[] row(float[] values, int row, int width) {
    return VaeReference.doubles(Arrays.copyOfRange(values, row * width, (row + 1) * width));
  }

  double[] x(int row) {
    return row(batch.x(), row, PIXELS);
  }

  double[] theta(Draw of, int row) {
    return row(of.theta(), row, LATENTS);
  }

  void sample(int step) {
    STREAM.noise(step, 2, ROWS * LATENTS, draw.u()[0]);
    vae.distribution().sample(draw, 0, 0, ROWS);
  }
}
