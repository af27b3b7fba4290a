package voidscope.experiment.measure;

import org.jspecify.annotations.Nullable;
import voidscope.experiment.training.Replica;
import voidscope.stat.ControlEffect;

/// The fresh estimates of one measurement, gathered block by block. Scratch of one thread.
abstract class Samples {
  /// Estimates of a block at most.
  abstract int most();

  /// Begins a measurement.
  abstract void begin(Replica replica, long step);

  /// Takes a block.
  ///
  /// @param block its number, from 0
  /// @param n estimates
  abstract void block(Replica replica, long step, int block, int n);

  /// Trace of the covariance of one estimate.
  abstract double variance();

  /// Mean of a coordinate.
  abstract double mean(int d);

  /// Standard error of that mean.
  abstract double standardError(int d);

  /// ‖E ĝ‖/√variance; NaN where it is not measurable.
  abstract double signalToNoise();

  /// Estimates that are expected on the rarer side of the coordinate where they are fewest, of
  /// `count`; infinite where b is continuous, NaN where nobody asked.
  double rare(int count, float[] theta) {
    return Double.NaN;
  }

  /// Correlation between f(b) and c(z̃); NaN where there is no c.
  double correlation() {
    return Double.NaN;
  }

  /// What the control variate does; null where there is none.
  @Nullable ControlEffect effect() {
    return null;
  }

  /// Variance of a term of the estimate; NaN where there are none.
  double term(int index) {
    return Double.NaN;
  }

  /// Variance of a part of the estimate, by its place among the parts; NaN where there are none.
  double part(int index) {
    return Double.NaN;
  }

  /// Variance of the gradient of what puts out θ of a site; NaN where that is not what is drawn.
  double weights(int site) {
    return Double.NaN;
  }

  /// Variance of a row's gradient by θ of a site, the mean over the rows; NaN as there.
  double logits(int site) {
    return Double.NaN;
  }
}
