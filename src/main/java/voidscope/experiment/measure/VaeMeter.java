package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.List;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.VaePass;
import voidscope.problem.vae.Vae;
import voidscope.random.RandomStream;
import voidscope.stat.SignalToNoise;
import voidscope.thread.Recall;

/// Measures the variance of the gradient that an estimator gives for a batch of images, over fresh
/// noise with images and model held: that of a row's logits, and that of the encoders' weights for
/// the batch. Scratch of one thread.
public final class VaeMeter {
  private final Recall recall;
  private final VaePass pass;
  private final int[] encoderAt;
  private final Spread[] logits;
  private final Spread weights;
  private final float[] gw;
  private int samples;

  /// @param like states of the estimator, one a layer, for their layout
  public VaeMeter(
      Vae vae,
      Estimator estimator,
      int rows,
      RandomStream images,
      List<State> like,
      Recall recall) {
    this.recall = recall;
    pass = new VaePass(vae, estimator, rows, images, like);
    int layers = vae.layers();
    encoderAt = new int[layers + 1];
    Arrays.setAll(encoderAt, vae::encoderAt);
    logits = new Spread[layers];
    Arrays.setAll(logits, l -> new Spread(pass.gradient(l).length));
    gw = new float[encoderAt[layers]];
    weights = new Spread(gw.length);
  }

  /// Means and sums of squared deviations of several numbers.
  private record Spread(float[] mean, float[] squares) {
    Spread(int length) {
      this(new float[length], new float[length]);
    }

    void clear() {
      Arrays.fill(mean, 0);
      Arrays.fill(squares, 0);
    }

    /// Welford's update.
    void accept(int count, float[] values) {
      float share = 1f / count;
      for (int i = 0; i < values.length; i++) {
        float before = values[i] - mean[i];
        mean[i] += before * share;
        squares[i] += before * (values[i] - mean[i]);
      }
    }

    double sum(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += squares[i];
      }
      return sum;
    }
  }

  /// Takes fresh estimates for the images of a step.
  public void measure(Replica replica, long step, int count) {
    samples = count;
    pass.load(replica.theta, step);
    for (Spread spread : logits) {
      spread.clear();
    }
    weights.clear();
    for (int s = 0; s < count; s++) {
      recall.check();
      pass.estimate(replica.states, replica.measuring, step, s);
      Arrays.fill(gw, 0);
      for (int l = 0; l < logits.length; l++) {
        logits[l].accept(s + 1, pass.gradient(l));
        pass.batch().reverseEncoder(l, pass.gradient(l), gw);
      }
      weights.accept(s + 1, gw);
    }
  }

  /// Variance of a row's gradient by the logits of a layer (trace of the covariance), the mean over
  /// the rows.
  public double logits(int layer) {
    return logits[layer].sum(0, pass.gradient(layer).length) / (samples - 1) / pass.rows();
  }

  /// The same of all layers.
  public double logits() {
    double sum = 0;
    for (int l = 0; l < logits.length; l++) {
      sum += logits(l);
    }
    return sum;
  }

  /// Variance of the batch's gradient by the weights of a layer's encoder (trace of the
  /// covariance).
  public double weights(int layer) {
    return weights.sum(encoderAt[layer], encoderAt[layer + 1]) / (samples - 1);
  }

  /// The same of all layers.
  public double weights() {
    return weights.sum(0, gw.length) / (samples - 1);
  }

  /// What the last [#measure] found; what only toys know is NaN.
  public Track.Measurement result(long step, int count) {
    double norm = 0;
    for (Spread spread : logits) {
      for (float value : spread.mean()) {
        norm += (double) value * value;
      }
    }
    norm /= pass.rows();
    return new Track.Measurement(
        step,
        count,
        logits[0].mean()[0],
        Math.sqrt(logits[0].squares()[0] / (count - 1) / count),
        logits(),
        Double.NaN,
        Double.NaN,
        SignalToNoise.of(norm, logits(), count, pass.rows()),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }
}
