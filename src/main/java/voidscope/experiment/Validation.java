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
  private final Draw draw;
  private final Vae vae;
  private final int images;
  private final float[] f = new float[ROWS];

  Validation(Vae vae) {
    this.vae = vae;
    images = Math.min(IMAGES, vae.held());
    batch = new VaeBatch(vae, ROWS, NOISE);
    draw = Draw.allocate(vae.distribution(), ROWS, 1, 0);
  }

  double loss(float[] model, long step) {
    double sum = 0;
    for (int first = 0; first < images; first += ROWS) {
      int rows = Math.min(ROWS, images - first);
      batch.loadHeld(first, rows);
      Draw part = draw.rows(rows);
      batch.encode(model, part);
      NOISE.uniform(step, first, rows * vae.distribution().noise(), part.u()[0]);
      vae.distribution().sample(part, 0, 0, rows);
      batch.objective().value(part, 0, f);
      for (int i = 0; i < rows; i++) {
        sum += f[i];
      }
    }
    return sum / images;
  }
}
