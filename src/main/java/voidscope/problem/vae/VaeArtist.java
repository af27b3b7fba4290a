package voidscope.problem.vae;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.problem.Artist;
import voidscope.problem.Exhibit;
import voidscope.random.RandomStream;

/// Makes the pictures of a VAE. Uses noise of its own, the same every time, so looking changes no
/// result and pictures change with the model alone. Scratch of one thread.
final class VaeArtist implements Artist {
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
  private @Nullable LatentEdit answered;
  private long made;

  VaeArtist(Vae vae) {
    this.vae = vae;
    shown = Math.min(COUNT, vae.held());
    batch = new VaeBatch(vae, COUNT, NOISE);
    draws = vae.draws(COUNT);
    pixels = new float[COUNT * vae.pixels()];
    for (int l = 0; l < draws.length; l++) {
      draws[l] = draws[l].rows(shown);
      NOISE.noise(0, l, COUNT * vae.distribution().noise(), draws[l].u()[0]);
    }
  }

  /// Pictures of a model, anew if the last are old enough.
  ///
  /// @param detail latents that are set by hand, or null
  @Override
  public Gallery draw(float[] model, Exhibit.@Nullable Detail detail) {
    LatentEdit edit = detail instanceof LatentEdit set ? set : null;
    Gallery before = last;
    long now = System.nanoTime();
    if (before != null && now - made < PAUSE_NANOS && Objects.equals(edit, answered)) {
      return before;
    }
    batch.loadHeld(0, shown);
    batch.encode(model, draws);
    vae.distribution().sample(draws[0], 0, 0, shown);
    batch.inputs(pixels);
    byte[] inputs = bytes();
    batch.reconstruct(shown, draws[0].b()[0], pixels);
    byte[] reconstructions = bytes();
    float[] b = draws[0].b()[0];
    byte[] latents = new byte[shown * vae.distribution().width()];
    for (int i = 0; i < latents.length; i++) {
      latents[i] = (byte) b[i];
    }
    Gallery.Answer answer = edit == null ? null : answer(edit, b);
    batch.generate(shown, draws);
    batch.reconstruct(shown, draws[0].b()[0], pixels);
    Gallery gallery =
        new Gallery(
            vae.epoch(),
            vae.rows(),
            vae.pixels() / vae.rows(),
            inputs,
            reconstructions,
            bytes(),
            latents,
            answer);
    last = gallery;
    answered = edit;
    made = now;
    return gallery;
  }

  /// @param b the encoded latents, of all images
  private Gallery.@Nullable Answer answer(LatentEdit edit, float[] b) {
    int width = vae.distribution().width();
    if (edit.values().length != width || edit.image() >= shown) {
      return null;
    }
    float[] set = Arrays.copyOfRange(b, edit.image() * width, (edit.image() + 1) * width);
    for (int d = 0; d < width; d++) {
      byte value = edit.values()[d];
      set[d] = value == LatentEdit.ENCODED ? set[d] : value;
    }
    batch.reconstruct(1, set, pixels);
    return new Gallery.Answer(edit, bytes(vae.pixels()));
  }

  private byte[] bytes() {
    return bytes(shown * vae.pixels());
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * pixels[i]);
    }
    return bytes;
  }
}
