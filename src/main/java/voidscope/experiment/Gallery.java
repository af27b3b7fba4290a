package voidscope.experiment;

/// Pictures of what a VAE does: held-back images with their reconstructions, and samples from the
/// prior. Immutable; a byte a pixel, from 0 (black) to 255.
///
/// @param epoch images of an epoch
/// @param rows rows of an image
/// @param columns columns of an image
/// @param inputs images that no training sees, one behind the other
/// @param reconstructions the pixels' probabilities given a latent sample of each
/// @param samples the pixels' probabilities given samples from the prior
@SuppressWarnings("ArrayRecordComponent") // pixels are handed on, never compared
public record Gallery(
    int epoch, int rows, int columns, byte[] inputs, byte[] reconstructions, byte[] samples) {
  /// Images of each kind.
  public static final int COUNT = 8;
}
