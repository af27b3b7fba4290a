package voidscope.experiment.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.training.Replica;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Space;
import voidscope.random.RandomStream;
import voidscope.stat.ControlEffect;
import voidscope.stat.Digits;
import voidscope.stat.NormalLaw;
import voidscope.thread.Recall;

/// Measures a replica's gradient: fresh samples at its θ and φ, of rows or of whole batches as the
/// problem's [Space] says, against the exact gradient where it is known, and where they can be had
/// the exact moments. Scratch of one thread.
public final class Meter {
  private final Recall recall;
  private final @Nullable Known known;
  private final Samples samples;
  private final double[] gradient;
  private final @Nullable ExactMoments integral;
  private int count;

  /// @param batch the run's batch
  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  /// @param recall asked while measuring takes long
  public Meter(
      Estimator estimator,
      Problem problem,
      int batch,
      RandomStream data,
      List<State> like,
      Recall recall) {
    this.recall = recall;
    known = problem.known();
    Model model = problem.model();
    if (model.space() == Space.ROW) {
      Probe probe = new Probe(estimator, problem);
      samples = new RowSamples(probe, estimator, problem);
      integral = ExactMoments.of(probe, estimator, problem).orElse(null);
    } else {
      samples = new BatchSamples(model, estimator, batch, data, like, recall);
      integral = null;
    }
    gradient = new double[known == null ? 0 : model.parameters()];
  }

  /// Whether exact moments are known.
  public boolean integrates() {
    return integral != null;
  }

  /// Takes N samples.
  public void measure(Replica replica, long step, int number) {
    count = number;
    samples.begin(replica, step);
    int most = samples.most();
    for (int done = 0, block = 0; done < number; done += most, block++) {
      recall.check();
      samples.block(replica, step, block, Math.min(most, number - done));
    }
  }

  /// The natural logarithm of the variance of the samples; −∞ where they do not vary.
  public double logVariance() {
    return Math.log(samples.variance());
  }

  /// Exact moments of the replica's gradient; see [#exactVariance].
  public void integrate(Replica replica) {
    if (integral != null) {
      integral.at(replica.phi, replica.theta);
    }
  }

  /// NaN where it is not known to a thousandth.
  public double exactVariance() {
    return integral == null ? Double.NaN : integral.variance();
  }

  /// Share of the variance that the control variate leaves; NaN where there is none.
  public double ratio() {
    ControlEffect effect = samples.effect();
    return effect == null ? Double.NaN : effect.ratio();
  }

  /// 1 − ρ², the share that it would leave at its best coefficient; NaN where there is none.
  public double prediction() {
    ControlEffect effect = samples.effect();
    return effect == null ? Double.NaN : effect.prediction();
  }

  /// Variance of a term of the estimate (trace of the covariance); NaN where there are none.
  public double term(int index) {
    return samples.term(index);
  }

  /// Variance of a part of the estimate (trace of the covariance), by its place among the parts;
  /// NaN where there are none.
  public double part(int index) {
    return samples.part(index);
  }

  /// Variance of the gradient of what puts out θ of a site (trace of the covariance).
  public double weights(int site) {
    return samples.weights(site);
  }

  /// Variance of a row's gradient by θ of a site (trace of the covariance), the mean over the rows.
  public double logits(int site) {
    return samples.logits(site);
  }

  /// What the last [#measure] and, where there are exact moments, [#integrate] found.
  public Measurement result(Replica replica, long step) {
    if (known != null) {
      known.gradient(replica.theta, gradient);
    }
    ExactMoments exact =
        integral != null && !Double.isNaN(integral.variance()) && !Double.isNaN(integral.mean(0))
            ? integral
            : null;
    double rare = samples.rare(count, replica.theta);
    ControlEffect effect = samples.effect();
    Map<Measurement.Figure, Double> found = new EnumMap<>(Measurement.Figure.class);
    found.put(Measurement.Figure.MEAN, samples.mean(0));
    found.put(Measurement.Figure.STANDARD_ERROR, samples.standardError(0));
    found.put(Measurement.Figure.VARIANCE, exact == null ? samples.variance() : exact.variance());
    if (known != null) {
      found.put(Measurement.Figure.BIAS, exact == null ? bias() : exactBias(exact));
    }
    if (exact == null && !(rare < Measurement.RARE)) {
      found.put(Measurement.Figure.Z, z());
    }
    found.put(
        Measurement.Figure.SIGNAL_TO_NOISE,
        exact == null ? samples.signalToNoise() : exactSignalToNoise(exact));
    if (integral != null) {
      found.put(Measurement.Figure.EXACT_MEAN, integral.mean(0));
      found.put(Measurement.Figure.EXACT_VARIANCE, integral.variance());
    }
    found.put(Measurement.Figure.CORRELATION, samples.correlation());
    if (effect != null) {
      found.put(Measurement.Figure.CONTROL_CORRELATION, effect.correlation());
      found.put(Measurement.Figure.CONTROL_RATIO, effect.ratio());
      found.put(Measurement.Figure.CONTROL_PREDICTION, effect.prediction());
    }
    found.put(Measurement.Figure.RARE, rare);
    return new Measurement(step, count, found);
  }

  private static double square(double x) {
    return x * x;
  }

  private double bias() {
    double sum = 0;
    for (int d = 0; d < gradient.length; d++) {
      sum += square(samples.mean(d) - gradient[d]);
    }
    return Math.sqrt(sum);
  }

  /// To the digits that hold: what is rounded away of a mean is no bias.
  private double exactBias(ExactMoments exact) {
    double sum = 0;
    double rounding = 0;
    for (int d = 0; d < gradient.length; d++) {
      sum += square(exact.mean(d) - gradient[d]);
      rounding += square(exact.meanError(d));
    }
    return Digits.of(Math.sqrt(sum), Math.sqrt(rounding));
  }

  /// The largest z-score of a coordinate, corrected for their number; NaN where the gradient is not
  /// known.
  private double z() {
    double largest = Double.NaN;
    for (int d = 0; d < gradient.length; d++) {
      double error = samples.standardError(d);
      double score = (samples.mean(d) - gradient[d]) / error;
      if (error > 0 && !(Math.abs(score) <= Math.abs(largest))) {
        largest = score;
      }
    }
    return NormalLaw.amongSeveral(largest, gradient.length);
  }

  private double exactSignalToNoise(ExactMoments exact) {
    double norm = 0;
    for (int d = 0; d < gradient.length; d++) {
      norm += square(exact.mean(d));
    }
    return Math.sqrt(norm / exact.variance());
  }
}
