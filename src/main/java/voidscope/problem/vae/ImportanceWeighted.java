package voidscope.problem.vae;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import voidscope.distribution.Draw;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;

/// The importance-weighted bound on the log likelihood of images that no training sees (Burda et
/// al. 2016),
///
///     log p(x) ≥ E log 1/K Σₖ p(x, bₖ)/q(bₖ|x),   bₖ ~ q(b|x)
///
/// which is the ELBO at K = 1 and rises to log p(x) with K. Noise of its own, the same for every
/// model. Scratch of one thread.
final class ImportanceWeighted {
  private static final int ROWS = 100;
  private static final RandomStream NOISE = RandomStream.of(0, "importance weights", 0);

  private final Vae vae;
  private final VaeBatch batch;
  private final Draw[] draws;
  private final float[] f = new float[ROWS];
  private final double[] greatest = new double[ROWS];
  private final double[] sum = new double[ROWS];

  /// @param vae whose images are loaded
  public ImportanceWeighted(Vae vae) {
    this.vae = vae;
    batch = new VaeBatch(vae, ROWS, NOISE);
    draws = vae.draws(ROWS);
  }

  /// The moments of an image's bound over the first held-back images, in nats.
  ///
  /// @param samples K
  /// @param images how many; no more than there are
  public Moments bound(float[] model, int samples, int images) {
    return bound(model, samples, images, () -> false);
  }

  /// The same, of the images before it was told to end: that is asked for at every sample of as
  /// many as are looked at together.
  ///
  /// @param samples K
  /// @param images how many; no more than there are
  /// @param stop whether it is to end
  public Moments bound(float[] model, int samples, int images, BooleanSupplier stop) {
    Moments moments = new Moments();
    int count = Math.min(images, vae.held());
    for (int first = 0; first < count; first += ROWS) {
      int rows = Math.min(ROWS, count - first);
      batch.loadHeld(first, rows);
      Draw[] parts = new Draw[draws.length];
      Arrays.setAll(parts, l -> draws[l].rows(rows));
      batch.encode(model, parts);
      Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
      Arrays.fill(sum, 0);
      for (int k = 0; k < samples; k++) {
        if (stop.getAsBoolean()) {
          return moments;
        }
        for (int l = 0; l < parts.length; l++) {
          int slot = k * parts.length + l;
          NOISE.noise(first, slot, rows * vae.distribution().noise(), parts[l].u()[0]);
        }
        vae.distribution().sample(parts[0], 0, 0, rows);
        batch.objective(0).value(parts[0], 0, f);
        accept(rows);
      }
      for (int i = 0; i < rows; i++) {
        moments.accept(1, greatest[i] + Math.log(sum[i] / samples), 0, 0, 0);
      }
    }
    return moments;
  }

  /// Adds exp(−f) to sums that are kept relative to their greatest term.
  private void accept(int rows) {
    for (int i = 0; i < rows; i++) {
      double weight = -f[i];
      if (weight > greatest[i]) {
        sum[i] = sum[i] * Math.exp(greatest[i] - weight) + 1;
        greatest[i] = weight;
      } else {
        sum[i] += Math.exp(weight - greatest[i]);
      }
    }
  }
}
