package voidscope.experiment;

import voidscope.distribution.Draw;
import voidscope.problem.Vae;
import voidscope.problem.VaeBatch;
import voidscope.random.RandomStream;

/// The mean of −ELBO over images that no training sees, a sample each, with noise of its own: the
/// same for every estimator at a step. Scratch of one thread.
final class Validation {
  /// Images at most: more would cost more than they tell while training goes on.
  static final int IMAGES = 1000;

  private static final int ROWS = 100;
  private static final RandomStream NOISE = RandomStream.of(0, "validation", 0);

  private final VaeBatch batch;
  private final Draw[] draws;
  private final Draw[] parts;
  private final Vae vae;
  private final int images;
  private final float[] f = new float[ROWS];

  Validation(Vae vae) {
    this.vae = vae;
    images = Math.min(IMAGES, vae.held());
    batch = new VaeBatch(vae, ROWS, NOISE);
    draws = VaePass.draws(vae, ROWS);
    parts = new Draw[draws.length];
  }

  double loss(float[] model, long step) {
    double sum = 0;
    for (int first = 0; first < images; first += ROWS) {
      int rows = Math.min(ROWS, images - first);
      batch.loadHeld(first, rows);
      for (int l = 0; l < parts.length; l++) {
        parts[l] = draws[l].rows(rows);
        NOISE.noise(step, l * IMAGES + first, rows * vae.distribution().noise(), parts[l].u()[0]);
      }
      batch.encode(model, parts);
      vae.distribution().sample(parts[0], 0, 0, rows);
      batch.objective(0).value(parts[0], 0, f);
      for (int i = 0; i < rows; i++) {
        sum += f[i];
      }
    }
    return sum / images;
  }
}
