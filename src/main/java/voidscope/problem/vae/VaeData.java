package voidscope.problem.vae;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.data.Binarisation;
import voidscope.data.BinaryImages;
import voidscope.data.Brightness;
import voidscope.data.DataException;
import voidscope.data.ImageFile;
import voidscope.data.Images;
import voidscope.data.Lighting;
import voidscope.data.Split;
import voidscope.random.RandomStream;

/// What a [Vae] is trained on. Immutable.
///
/// @param split grey images
/// @param remark what is to be told of the file, or null
/// @param digest of all images of the file
/// @param training as zeros and ones, or null if they are drawn anew in every step
/// @param validation as zeros and ones
/// @param mean each pixel's mean over the training images
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record VaeData(
    Split split,
    Lighting.@Nullable Remark remark,
    String digest,
    @Nullable BinaryImages training,
    BinaryImages validation,
    float[] mean) {
  int pixels() {
    return mean.length;
  }

  /// Reads a file.
  ///
  /// @param expected the digest of the images that are meant, or empty
  /// @param brightness what is white in it
  /// @param seed of the images' binarisation
  /// @throws DataException if it cannot be used
  static VaeData read(
      Path file, String expected, Brightness brightness, Binarisation binarisation, long seed)
      throws DataException {
    Images all = ImageFile.read(file);
    Lighting lighting = new Lighting(all.greatest(), brightness);
    String name = String.valueOf(file.getFileName());
    String digest = all.digest();
    Lighting.Remark dark = lighting.remark(name);
    boolean changed = !expected.isEmpty() && !expected.equals(digest);
    Lighting.Remark remark = changed ? Lighting.Remark.changed(name).and(dark) : dark;
    Split split = Split.of(all.lit(lighting));
    Images training = split.training();
    Images held = split.validation();
    RandomStream stream = RandomStream.of(seed, "pixels", 0);
    boolean threshold = binarisation == Binarisation.THRESHOLD;
    return new VaeData(
        split,
        remark,
        digest,
        switch (binarisation) {
          case FIXED -> training.drawn(stream);
          case THRESHOLD -> training.thresholded();
          case FRESH -> null;
        },
        threshold ? held.thresholded() : held.drawn(stream.child("validation")),
        training.mean());
  }
}
