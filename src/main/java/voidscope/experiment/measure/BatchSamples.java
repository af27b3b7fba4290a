package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.List;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Replica;
import voidscope.problem.Model;
import voidscope.problem.Space;
import voidscope.random.RandomStream;
import voidscope.stat.SignalToNoise;
import voidscope.thread.Recall;

/// Estimates for a whole batch, over fresh noise with its data and what is trained held: the
/// gradient of a row's θ, and that of what puts θ out.
final class BatchSamples extends Samples {
  private final Estimation estimation;
  private final boolean byRow;
  private final int[] from;
  private final Spread[] logits;
  private final Spread weights;
  private final float[] gradient;
  private int count;

  /// @param rows the run's batch
  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  /// @param recall asked while a sample takes long
  BatchSamples(
      Model model,
      Estimator estimator,
      int rows,
      RandomStream data,
      List<State> like,
      Recall recall) {
    estimation = new Estimation(model, estimator, rows, data, like, recall);
    byRow = model.space() == Space.LOGITS;
    int sites = model.sites();
    from = new int[sites + 1];
    Arrays.setAll(from, model::from);
    logits = new Spread[byRow ? sites : 0];
    Arrays.setAll(logits, site -> new Spread(estimation.gradient(site).length));
    gradient = new float[from[sites]];
    weights = new Spread(gradient.length);
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
      for (int i = 0; i < mean.length; i++) {
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

  @Override
  int most() {
    return 1;
  }

  @Override
  void begin(Replica replica, long step) {
    count = 0;
    for (Spread spread : logits) {
      spread.clear();
    }
    weights.clear();
    estimation.begin(replica.theta, step);
  }

  @Override
  void block(Replica replica, long step, int block, int n) {
    estimation.estimate(replica.states, replica.measuring, step, block);
    count++;
    Arrays.fill(gradient, 0);
    for (int site = 0; site < estimation.sites(); site++) {
      if (byRow) {
        logits[site].accept(count, estimation.gradient(site));
      }
      estimation.batch().reverse(site, estimation.gradient(site), gradient);
    }
    weights.accept(count, gradient);
  }

  private int rows() {
    return estimation.batch().draw(0).n();
  }

  @Override
  double logits(int site) {
    return byRow
        ? logits[site].sum(0, estimation.gradient(site).length) / (count - 1) / rows()
        : Double.NaN;
  }

  @Override
  double weights(int site) {
    return weights.sum(from[site], from[site + 1]) / (count - 1);
  }

  /// Of all sites.
  @Override
  double variance() {
    double sum = 0;
    for (int site = 0; site < estimation.sites(); site++) {
      sum += byRow ? logits(site) : weights(site);
    }
    return sum;
  }

  private Spread first() {
    return byRow ? logits[0] : weights;
  }

  @Override
  double mean(int d) {
    return first().mean()[d];
  }

  @Override
  double standardError(int d) {
    return Math.sqrt(first().squares()[d] / (count - 1) / count);
  }

  @Override
  double signalToNoise() {
    double norm = 0;
    for (Spread spread : byRow ? logits : new Spread[] {weights}) {
      for (float value : spread.mean()) {
        norm += (double) value * value;
      }
    }
    int rows = byRow ? rows() : 1;
    norm /= rows;
    return SignalToNoise.of(norm, variance(), count, rows);
  }
}
