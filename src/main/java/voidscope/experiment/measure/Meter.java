package voidscope.experiment.measure;

import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.Replica;
import voidscope.problem.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.ControlEffect;
import voidscope.stat.Correlation;
import voidscope.stat.Digits;
import voidscope.stat.Moments;
import voidscope.stat.NormalLaw;
import voidscope.stat.SignalToNoise;
import voidscope.thread.Recall;

/// Measures a replica's gradient: fresh samples at its θ and φ, of one Bernoulli latent half from
/// each [side][Sides], against the exact gradient, and where they can be had the exact moments.
/// Scratch of one thread.
public final class Meter {
  private final Recall recall;
  private final Toy problem;
  private final Probe probe;
  private final Moments[] moments;
  private final Correlation correlation = new Correlation();
  private final double[] gradient;
  private final @Nullable Sides sides;
  private final @Nullable ExactMoments integral;
  private final @Nullable ControlEffect effect;
  private int count;

  public Meter(Estimator estimator, Toy problem, Recall recall) {
    this.recall = recall;
    this.problem = problem;
    probe = new Probe(estimator, problem);
    int parameters = problem.distribution().parameters();
    sides = Sides.serve(estimator, problem) ? new Sides() : null;
    moments = new Moments[sides == null ? parameters : 2];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = new Moments();
    }
    gradient = new double[parameters];
    integral = ExactMoments.of(probe, estimator, problem).orElse(null);
    effect = probe.terms().isEmpty() ? null : new ControlEffect(parameters);
  }

  /// Whether exact moments are known.
  public boolean integrates() {
    return integral != null;
  }

  /// Takes N samples.
  ///
  /// @return the natural logarithm of their variance; −∞ where they do not vary
  public double measure(Replica replica, long step, int samples) {
    for (Moments m : moments) {
      m.clear();
    }
    correlation.clear();
    if (effect != null) {
      effect.clear();
    }
    count = samples;
    probe.at(replica.theta);
    if (sides != null) {
      sides.at(replica.theta[0]);
    }
    RandomStream stream = replica.measuring.getFirst();
    for (int done = 0, block = 0; done < samples; done += Probe.ROWS, block++) {
      recall.check();
      block(replica, stream, step, block, Math.min(Probe.ROWS, samples - done));
    }
    return Math.log(trace());
  }

  private void block(Replica replica, RandomStream stream, long step, int block, int n) {
    if (sides == null) {
      probe.block(replica.phi, stream, step, block, n, moments);
      look(0, n, 1);
    } else {
      int half = probe.sides(replica.phi, stream, step, block, n, sides, moments);
      look(0, half, 2 * sides.probability(0));
      look(half, n, 2 * sides.probability(1));
    }
  }

  private void look(int from, int to, double weight) {
    if (effect != null) {
      probe.compare(effect, from, to, weight);
    }
    probe.correlate(correlation, from, to, weight);
  }

  /// Trace of the covariance of one estimate.
  private double trace() {
    if (sides == null) {
      double trace = 0;
      for (Moments m : moments) {
        trace += m.variance();
      }
      return trace;
    }
    double p0 = sides.probability(0);
    double p1 = sides.probability(1);
    double away = moments[1].mean() - moments[0].mean();
    // The difference of two means squares to more than that of the truth.
    double noise = square(moments[0].standardError()) + square(moments[1].standardError());
    double between = Math.max(0, away * away - noise);
    return p0 * moments[0].variance() + p1 * moments[1].variance() + p0 * p1 * between;
  }

  private static double square(double x) {
    return x * x;
  }

  private double mean(int d) {
    return sides == null
        ? moments[d].mean()
        : sides.probability(0) * moments[0].mean() + sides.probability(1) * moments[1].mean();
  }

  private double standardError(int d) {
    return sides == null
        ? moments[d].standardError()
        : Math.hypot(
            sides.probability(0) * moments[0].standardError(),
            sides.probability(1) * moments[1].standardError());
  }

  /// Samples that are expected on the rarer side of the coordinate where they are fewest; infinite
  /// where b is continuous.
  private double rare(float[] theta) {
    if (sides != null) {
      return count / 2.0;
    }
    return count * Probe.rarest(problem, theta);
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
    return effect == null ? Double.NaN : effect.ratio();
  }

  /// 1 − ρ², the share that it would leave at its best coefficient; NaN where there is none.
  public double prediction() {
    return effect == null ? Double.NaN : effect.prediction();
  }

  /// What the last [#measure] and, where there are exact moments, [#integrate] found.
  public Track.Measurement result(Replica replica, long step) {
    problem.gradient(replica.theta, gradient);
    ExactMoments known =
        integral != null && !Double.isNaN(integral.variance()) && !Double.isNaN(integral.mean(0))
            ? integral
            : null;
    double rare = rare(replica.theta);
    double variance = trace();
    return new Track.Measurement(
        step,
        count,
        mean(0),
        standardError(0),
        known == null ? variance : known.variance(),
        known == null ? bias() : exactBias(known),
        known == null && rare >= Track.Measurement.RARE ? z() : Double.NaN,
        known == null ? signalToNoise(variance) : exactSignalToNoise(known),
        integral == null ? Double.NaN : integral.mean(0),
        exactVariance(),
        correlation.value(),
        effect == null ? Double.NaN : effect.correlation(),
        ratio(),
        prediction(),
        rare);
  }

  private double bias() {
    double sum = 0;
    for (int d = 0; d < gradient.length; d++) {
      sum += square(mean(d) - gradient[d]);
    }
    return Math.sqrt(sum);
  }

  /// To the digits that hold: what is rounded away of a mean is no bias.
  private double exactBias(ExactMoments known) {
    double sum = 0;
    double rounding = 0;
    for (int d = 0; d < gradient.length; d++) {
      sum += square(known.mean(d) - gradient[d]);
      rounding += square(known.meanError(d));
    }
    return Digits.of(Math.sqrt(sum), Math.sqrt(rounding));
  }

  /// The largest z-score of a coordinate, corrected for their number.
  private double z() {
    double largest = Double.NaN;
    for (int d = 0; d < gradient.length; d++) {
      double error = standardError(d);
      double score = (mean(d) - gradient[d]) / error;
      if (error > 0 && !(Math.abs(score) <= Math.abs(largest))) {
        largest = score;
      }
    }
    return NormalLaw.amongSeveral(largest, gradient.length);
  }

  private double signalToNoise(double variance) {
    double norm = 0;
    double noise = 0;
    for (int d = 0; d < gradient.length; d++) {
      norm += square(mean(d));
      noise += square(standardError(d));
    }
    // Of samples by sides as many plain ones count as would have that standard error.
    return SignalToNoise.of(norm, variance, variance / noise, 1);
  }

  private double exactSignalToNoise(ExactMoments known) {
    double norm = 0;
    for (int d = 0; d < gradient.length; d++) {
      norm += square(known.mean(d));
    }
    return Math.sqrt(norm / known.variance());
  }
}
