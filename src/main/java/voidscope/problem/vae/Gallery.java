package voidscope.problem.vae;

import org.jspecify.annotations.Nullable;
import voidscope.problem.Pictures;

/// Pictures of what a VAE does: held-back images with their reconstructions, and samples from the
/// prior. Immutable; a byte a pixel, from 0 (black) to 255.
///
/// @param epoch images of an epoch
/// @param rows rows of an image
/// @param columns columns of an image
/// @param inputs images that no training sees, one behind the other
/// @param reconstructions the pixels' probabilities given a latent sample of each
/// @param samples the pixels' probabilities given samples from the prior
/// @param latents the latent samples behind the reconstructions, those of the layer next to the
///   images, a byte a latent, 0 or 1
/// @param answer what the decoder makes of latents that were set by hand, or null where none were
@SuppressWarnings("ArrayRecordComponent") // pixels are handed on, never compared
public record Gallery(
    int epoch,
    int rows,
    int columns,
    byte[] inputs,
    byte[] reconstructions,
    byte[] samples,
    byte[] latents,
    @Nullable Answer answer)
    implements Pictures {
  /// Images of each kind at most.
  public static final int COUNT = 8;

  /// Images that are shown.
  public int images() {
    return inputs.length / (rows * columns);
  }

  /// Latents of an image, D.
  public int width() {
    return latents.length / images();
  }

  /// The decoder's answer to an edit.
  ///
  /// @param edit what was set
  /// @param pixels the pixels' probabilities
  public record Answer(LatentEdit edit, byte[] pixels) {}
}
