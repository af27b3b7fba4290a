package voidscope.problem;

import voidscope.estimator.Shape;
import voidscope.network.Optimizer;
import voidscope.random.RandomStream;

/// What a problem trains: W numbers, and how θ of the latents comes of them at one or several
/// sites, such as the layers of a VAE. Immutable; callable from any thread.
public interface Model {
  /// How many numbers are trained, W.
  default int parameters() {
    return from(sites());
  }

  /// At step 0, W numbers.
  ///
  /// @param stream of what is drawn; it is the same for every estimator
  float[] initial(RandomStream stream);

  /// Sites at which latents are drawn, one after the other.
  default int sites() {
    return 1;
  }

  /// Where the numbers begin that put out θ of a site; at [#sites], their end, behind which stands
  /// what is trained beside them.
  int from(int site);

  /// What an estimator works with at a site.
  ///
  /// @param batch of the run's parameter: estimates ĝ that one training step averages
  /// @param samples samples a row, K
  Shape shape(int site, int batch, int samples);

  /// A batch with scratch of one thread.
  ///
  /// @param batch of the run's parameter
  /// @param samples samples a row, K
  /// @param data of the order in which data are learned, the same for all estimators
  Batch batch(int batch, int samples, RandomStream data);

  /// Someone who tells the problem's own quantities, with scratch of one thread.
  Watch watch();

  /// What one estimate is, whose variance is told.
  Space space();

  /// Whether the first quantity is the mean of what is trained, so that its quartiles belong beside
  /// it.
  default boolean spreads() {
    return false;
  }

  /// The optimizer that stands for a chosen one where that would not do.
  default Optimizer suited(Optimizer chosen) {
    return chosen;
  }
}
