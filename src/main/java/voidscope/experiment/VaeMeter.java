package voidscope.experiment;

import java.util.Arrays;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.problem.Vae;
import voidscope.problem.VaeBatch;
import voidscope.random.RandomStream;

/// Measures the variance of the gradient that an estimator gives for a batch of images, over fresh
/// noise with images and model held: that of a row's logits, and that of the encoder's weights for
/// the batch. Scratch of one thread.
final class VaeMeter {
  private final Estimator estimator;
  private final VaeBatch batch;
  private final Draw draw;
  private final Pass pass;
  private final int noise;
  private final float[] g;
  private final float[] gw;
  private final float[] mean;
  private final float[] squares;
  private final float[] weightMean;
  private final float[] weightSquares;
  private double logits;
  private double weights;

  VaeMeter(Vae vae, Estimator estimator, Shape shape, RandomStream images) {
    this.estimator = estimator;
    batch = new VaeBatch(vae, shape.rows(), images);
    draw = shape.allocate();
    pass = estimator.pass(shape, batch.objective());
    noise = shape.distribution().noise();
    g = new float[shape.rows() * shape.distribution().parameters()];
    mean = new float[g.length];
    squares = new float[g.length];
    gw = new float[vae.decoderAt()];
    weightMean = new float[gw.length];
    weightSquares = new float[gw.length];
  }

  /// Takes fresh estimates for the images of a step.
  void measure(Replica replica, long step, int samples) {
    int rows = draw.n();
    batch.load(step, rows);
    batch.encode(replica.theta, draw);
    Arrays.fill(mean, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(weightMean, 0);
    Arrays.fill(weightSquares, 0);
    for (int s = 0; s < samples; s++) {
      VaeWorker.noise(estimator, draw, noise, replica.measuring, step, s);
      pass.draw(replica.phi, draw, 0, rows);
      pass.estimate(replica.phi, draw, g);
      accept(s + 1, g, mean, squares);
      Arrays.fill(gw, 0);
      batch.reverseEncoder(g, gw);
      accept(s + 1, gw, weightMean, weightSquares);
    }
    logits = sum(squares) / (samples - 1) / rows;
    weights = sum(weightSquares) / (samples - 1);
  }

  /// Welford's update of means and sums of squared deviations.
  private static void accept(int count, float[] values, float[] mean, float[] squares) {
    float share = 1f / count;
    for (int i = 0; i < values.length; i++) {
      float before = values[i] - mean[i];
      mean[i] += before * share;
      squares[i] += before * (values[i] - mean[i]);
    }
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /// Variance of a row's gradient by its logits (trace of the covariance), the mean over the rows.
  double logits() {
    return logits;
  }

  /// Variance of the batch's gradient by the encoder's weights (trace of the covariance).
  double weights() {
    return weights;
  }

  /// What the last [#measure] found; what only toys know is NaN.
  Track.Measurement result(long step, int samples) {
    double norm = 0;
    for (float value : mean) {
      norm += (double) value * value;
    }
    norm /= draw.n();
    return new Track.Measurement(
        step,
        samples,
        mean[0],
        Math.sqrt(squares[0] / (samples - 1) / samples),
        logits,
        Double.NaN,
        Double.NaN,
        Math.sqrt(norm / logits),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }
}
