package voidscope.problem.vae;

import voidscope.distribution.Draw;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;

/// −ELBO over images that no training sees, a sample each, with noise of its own: the same for
/// every estimator at a step. Scratch of one thread.
final class Validation implements Watch {
  /// What is not known; no chart draws it.
  private static final float UNKNOWN = Float.NEGATIVE_INFINITY;

  /// Images at most: more would cost more than they tell while training goes on.
  static final int IMAGES = 1000;

  private static final int ROWS = 100;
  private static final RandomStream NOISE = RandomStream.of(0, "validation", 0);

  private final VaeBatch batch;
  private final Draw[] draws;
  private final Draw[] parts;
  private final Vae vae;
  private final int images;
  private final Moments moments = new Moments();
  private final float[] f = new float[ROWS];

  Validation(Vae vae) {
    this.vae = vae;
    images = images(vae);
    batch = new VaeBatch(vae, ROWS, NOISE);
    draws = vae.draws(ROWS);
    parts = new Draw[draws.length];
  }

  /// How many images it is taken over.
  static int images(Vae vae) {
    return Math.min(IMAGES, vae.held());
  }

  @Override
  public void tell(float[] weights, long step, float[] out) {
    Moments held = loss(weights, step);
    out[0] = (float) -held.mean();
    out[1] = held.count() > 1 ? (float) held.standardError() : UNKNOWN;
  }

  @Override
  public float loss(float[] told) {
    return -told[0];
  }

  /// The moments of an image's −ELBO in nats; the standard error of their mean covers which images
  /// they are as well as the sample of each.
  ///
  /// @return the same object every time
  Moments loss(float[] model, long step) {
    moments.clear();
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
        moments.accept(1, f[i], 0, 0, 0);
      }
    }
    return moments;
  }
}
