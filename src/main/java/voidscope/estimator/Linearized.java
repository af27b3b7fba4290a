package voidscope.estimator;

import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;

/// f and its derivative at K samples a row, and of each sample what the others tell of f: their
/// mean of f, and the mean of their first-order expansions of f. Scratch of one thread.
final class Linearized {
  private final Objective objective;
  private final Dual dual;
  private final int width;
  private final float[][] f;
  private final float[][] slope;
  private final float[] sum;
  private final float[] slopeSum;
  private final float[] ones;
  private final float[] spare;

  Linearized(Shape shape, Objective objective) {
    this.objective = objective;
    int rows = shape.rows();
    width = shape.distribution().width();
    dual = objective.dual(rows);
    f = new float[shape.samples()][rows];
    slope = new float[shape.samples()][rows * width];
    sum = new float[rows];
    slopeSum = new float[rows * width];
    ones = new float[rows];
    spare = new float[rows];
  }

  /// Evaluates f and f′ at all samples. The dual's own value is left: where more lies behind b, it
  /// is another's.
  void evaluate(Draw draw) {
    int n = draw.n();
    Elementwise.fill(n, 1, ones);
    Elementwise.fill(n, 0, sum);
    Elementwise.fill(n * width, 0, slopeSum);
    // Sample 0 comes last: its f is what objective() tells.
    for (int k = draw.samples() - 1; k >= 0; k--) {
      dual.value(n, draw.b()[k], spare);
      dual.reverse(n, ones, null, slope[k], null, null);
      objective.value(draw, k, f[k]);
      Elementwise.add(n, sum, f[k], sum);
      Elementwise.add(n * width, slopeSum, slope[k], slopeSum);
    }
  }

  /// f at sample k, N.
  float[] f(int k) {
    return f[k];
  }

  /// f′ at sample k, N×D.
  float[] slope(int k) {
    return slope[k];
  }

  /// Σ f′ over all samples, N×D.
  float[] slopeSum() {
    return slopeSum;
  }

  /// What leave-one-out weighs the score of sample k with, (fₖ − mean of the others)/K.
  ///
  /// @param weight N, overwritten
  void leaveOneOut(Draw draw, int k, float[] weight) {
    leaveOneOut(draw.n(), draw.samples(), f[k], sum, weight);
  }

  /// (xₖ − (S − xₖ)/(K − 1))/K = (xₖ − S/K)/(K − 1).
  ///
  /// @param x N, of sample k
  /// @param sum N, of all samples
  /// @param weight N, overwritten
  static void leaveOneOut(int n, int samples, float[] x, float[] sum, float[] weight) {
    float share = 1f / (samples - 1);
    Elementwise.scale(n, share, x, weight);
    Elementwise.axpy(n, -share / samples, sum, weight);
  }

  /// The mean of f′ over the samples other than k.
  ///
  /// @param out N×D, overwritten
  void othersSlope(Draw draw, int k, float[] out) {
    int count = draw.n() * width;
    Elementwise.subtract(count, slopeSum, slope[k], out);
    Elementwise.scale(count, 1f / (draw.samples() - 1), out, out);
  }

  /// The mean of f over the samples other than k.
  ///
  /// @param out N, overwritten
  void othersMean(Draw draw, int k, float[] out) {
    Elementwise.subtract(draw.n(), sum, f[k], out);
    Elementwise.scale(draw.n(), 1f / (draw.samples() - 1), out, out);
  }
}
