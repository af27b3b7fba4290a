package voidscope.problem;

import java.util.function.BooleanSupplier;
import voidscope.stat.Moments;

/// A bound on the log likelihood of held-back data under what is trained. Callable from any thread.
@FunctionalInterface
public interface LikelihoodBound {
  /// Takes it.
  ///
  /// @param weights what is trained
  /// @param samples samples an image
  /// @param images held-back images at most
  /// @param stop whether it is to end before it has seen them all
  /// @return the moments over the images that it has seen, in nats
  Moments at(float[] weights, int samples, int images, BooleanSupplier stop);
}
