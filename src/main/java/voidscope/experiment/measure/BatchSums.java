package voidscope.experiment.measure;

import java.util.Arrays;
import voidscope.simd.Reduce;
import voidscope.stat.Moments;

/// Moments that samples of whole batches add up to, chunk by chunk.
final class BatchSums {
  private final Moments[] gradient;
  private final Moments returns = new Moments();
  private final Moments lengths = new Moments();
  private final double[] central = new double[4];

  /// @param weights numbers that are trained
  BatchSums(int weights) {
    gradient = new Moments[weights];
    Arrays.setAll(gradient, i -> new Moments());
  }

  void clear() {
    for (Moments each : gradient) {
      each.clear();
    }
    returns.clear();
    lengths.clear();
  }

  /// Adds n samples.
  ///
  /// @param columns W×n, of their gradients
  /// @param earned n returns
  /// @param steps n lengths
  void accept(int n, float[] columns, double[] earned, double[] steps) {
    for (int w = 0; w < gradient.length; w++) {
      Reduce.centralMoments(n, columns, w * n, central);
      gradient[w].accept(n, central[0], central[1], central[2], central[3]);
    }
    for (int i = 0; i < n; i++) {
      returns.accept(1, earned[i], 0, 0, 0);
      lengths.accept(1, steps[i], 0, 0, 0);
    }
  }

  void combine(BatchSums other) {
    for (int w = 0; w < gradient.length; w++) {
      gradient[w].combine(other.gradient[w]);
    }
    returns.combine(other.returns);
    lengths.combine(other.lengths);
  }

  /// Of each weight's gradient.
  Moments[] gradient() {
    return gradient;
  }

  Moments returns() {
    return returns;
  }

  Moments lengths() {
    return lengths;
  }

  /// The mean gradient, W numbers.
  double[] mean() {
    return Arrays.stream(gradient).mapToDouble(Moments::mean).toArray();
  }
}
