package voidscope.problem;

import voidscope.stat.Moments;

/// A bound on the log likelihood of held-back data under what is trained. Callable from any thread.
@FunctionalInterface
public interface LikelihoodBound {
  /// Takes it.
  ///
  /// @param weights what is trained
  /// @param samples samples an image
  /// @param images held-back images at most
  /// @return the moments over the images, in nats
  Moments at(float[] weights, int samples, int images);
}
