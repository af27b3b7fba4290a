package voidscope.experiment;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.problem.Vae;
import voidscope.problem.VaeBatch;
import voidscope.random.RandomStream;

/// Makes the pictures of a VAE. Uses noise of its own, the same every time, so looking changes no
/// result and pictures change with the model alone. Scratch of one thread.
final class VaeArtist {
  private static final int COUNT = Gallery.COUNT;
  private static final RandomStream NOISE = RandomStream.of(0, "gallery", 0);

  /// Often enough for the eye; a gallery takes as long as a few steps.
  private static final long PAUSE_NANOS = 100_000_000L;

  private final Vae vae;
  private final VaeBatch batch;
  private final Draw[] draws;
  private final float[] pixels;
  private final int shown;
  private @Nullable Gallery last;
  private long made;

  VaeArtist(Vae vae) {
    this.vae = vae;
    shown = Math.min(COUNT, vae.held());
    batch = new VaeBatch(vae, COUNT, NOISE);
    draws = VaePass.draws(vae, COUNT);
    pixels = new float[COUNT * vae.pixels()];
    for (int l = 0; l < draws.length; l++) {
      draws[l] = draws[l].rows(shown);
      NOISE.uniform(0, l, COUNT * vae.distribution().noise(), draws[l].u()[0]);
    }
  }

  Gallery gallery(Replica replica) {
    Gallery before = last;
    long now = System.nanoTime();
    if (before != null && now - made < PAUSE_NANOS) {
      return before;
    }
    batch.loadHeld(0, shown);
    batch.encode(replica.theta, draws);
    vae.distribution().sample(draws[0], 0, 0, shown);
    batch.inputs(pixels);
    byte[] inputs = bytes();
    batch.reconstruct(shown, draws[0].b()[0], pixels);
    byte[] reconstructions = bytes();
    batch.generate(shown, draws);
    batch.reconstruct(shown, draws[0].b()[0], pixels);
    Gallery gallery =
        new Gallery(
            vae.epoch(), vae.rows(), vae.pixels() / vae.rows(), inputs, reconstructions, bytes());
    last = gallery;
    made = now;
    return gallery;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[shown * vae.pixels()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * pixels[i]);
    }
    return bytes;
  }
}
