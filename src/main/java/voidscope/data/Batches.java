package voidscope.data;

import org.jspecify.annotations.Nullable;
import voidscope.random.Permutation;
import voidscope.random.RandomStream;

/// The batches of a run. Images come in an order that is drawn anew for each epoch, every image
/// once an epoch; a batch at an epoch's end goes on with the next. Batches depend on the stream and
/// the step alone.
///
/// Immutable but for scratch: each thread has its own.
public final class Batches {
  private final Images images;
  private final @Nullable BinaryImages binary;
  private final RandomStream stream;
  private final Permutation order;
  private final float[] u;

  /// @param images grey images
  /// @param binary the same as zeros and ones; null if their pixels are to be drawn in every step
  /// @param stream of the order and of the pixels
  public Batches(Images images, @Nullable BinaryImages binary, RandomStream stream) {
    this.images = images;
    this.binary = binary;
    this.stream = stream;
    order = new Permutation(stream.child("order").key(), images.count());
    u = new float[images.size()];
  }

  /// Which image stands in a batch.
  ///
  /// @param step the training step
  /// @param row the row of the batch
  /// @param rows rows of the batch
  public int image(long step, int row, int rows) {
    long place = step * rows + row;
    return order.at(place / images.count(), (int) (place % images.count()));
  }

  /// Fills a batch.
  ///
  /// @param x rows×pixels, overwritten
  public void fill(long step, int rows, float[] x) {
    int size = images.size();
    for (int row = 0; row < rows; row++) {
      int image = image(step, row, rows);
      if (binary != null) {
        binary.read(image, x, row * size);
      } else {
        stream.uniform(step, row, size, u);
        images.draw(image, u, x, row * size);
      }
    }
  }
}
