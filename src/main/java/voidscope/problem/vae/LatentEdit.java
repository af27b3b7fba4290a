package voidscope.problem.vae;

import java.util.Arrays;
import voidscope.problem.Exhibit;

/// Latents of a held-back image that the user has set by hand, to see what the decoder makes of
/// them; the others stay as the image is encoded. Immutable.
///
/// @param estimator whose model
/// @param image which of the gallery's held-back images
/// @param values for each latent 0, 1 or [#ENCODED]
@SuppressWarnings("ArrayRecordComponent") // never written to; equals is the array's own below
public record LatentEdit(String estimator, int image, byte[] values) implements Exhibit.Detail {
  /// A latent that is left as it is encoded.
  public static final byte ENCODED = -1;

  /// An edit that sets nothing.
  ///
  /// @param latents D
  public static LatentEdit none(String estimator, int image, int latents) {
    byte[] values = new byte[latents];
    Arrays.fill(values, ENCODED);
    return new LatentEdit(estimator, image, values);
  }

  /// The same with a latent set to 0 or 1.
  public LatentEdit with(int latent, int value) {
    byte[] changed = values.clone();
    changed[latent] = (byte) value;
    return new LatentEdit(estimator, image, changed);
  }

  /// How many latents are set.
  public int count() {
    int count = 0;
    for (byte value : values) {
      count += value == ENCODED ? 0 : 1;
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatentEdit edit
        && estimator.equals(edit.estimator)
        && image == edit.image
        && Arrays.equals(values, edit.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * estimator.hashCode() + image) + Arrays.hashCode(values);
  }
}
