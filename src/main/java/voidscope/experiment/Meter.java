package voidscope.experiment;

import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.problem.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.ControlEffect;
import voidscope.stat.Correlation;
import voidscope.stat.Moments;

/// Measures a replica's gradient: fresh samples at its θ and φ, against the exact gradient, and
/// where they can be had the exact moments. Scratch of one thread.
final class Meter {
  private final Toy problem;
  private final Probe probe;
  private final Moments[] moments;
  private final Correlation correlation = new Correlation();
  private final double[] exact;
  private final @Nullable ExactMoments integral;
  private final @Nullable ControlEffect effect;

  Meter(Estimator estimator, Toy problem) {
    this.problem = problem;
    probe = new Probe(estimator, problem);
    int parameters = problem.distribution().parameters();
    moments = new Moments[parameters];
    for (int d = 0; d < parameters; d++) {
      moments[d] = new Moments();
    }
    exact = new double[parameters];
    integral = ExactMoments.of(probe, estimator, problem).orElse(null);
    effect = probe.terms().isEmpty() ? null : new ControlEffect(parameters);
  }

  /// Whether exact moments are known.
  boolean integrates() {
    return integral != null;
  }

  /// Takes N samples.
  ///
  /// @return the natural logarithm of their variance; −∞ where they do not vary
  double measure(Replica replica, long step, int samples) {
    for (Moments m : moments) {
      m.clear();
    }
    correlation.clear();
    if (effect != null) {
      effect.clear();
    }
    probe.at(replica.theta);
    RandomStream stream = replica.measuring.getFirst();
    for (int done = 0, block = 0; done < samples; done += Probe.ROWS, block++) {
      int n = Math.min(Probe.ROWS, samples - done);
      probe.block(replica.phi, stream, step, block, n, moments);
      if (effect != null) {
        probe.compare(effect);
      }
      if (block == 0) {
        probe.correlate(correlation);
      }
    }
    return Math.log(trace());
  }

  private double trace() {
    double trace = 0;
    for (Moments m : moments) {
      trace += m.variance();
    }
    return trace;
  }

  /// Exact moments of the replica's gradient; see [#exactVariance].
  void integrate(Replica replica) {
    if (integral != null) {
      integral.at(replica.phi, replica.theta);
    }
  }

  double exactVariance() {
    return integral == null ? Double.NaN : integral.variance();
  }

  /// Share of the variance that the control variate leaves; NaN where there is none.
  double ratio() {
    return effect == null ? Double.NaN : effect.ratio();
  }

  /// 1 − ρ², the share that it would leave at its best coefficient; NaN where there is none.
  double prediction() {
    return effect == null ? Double.NaN : effect.prediction();
  }

  /// What the last [#measure] found.
  ///
  /// @param integrated whether [#integrate] went before
  Track.Measurement result(Replica replica, long step, boolean integrated) {
    problem.gradient(replica.theta, exact);
    double bias = 0;
    double norm = 0;
    double z = Double.NaN;
    for (int d = 0; d < exact.length; d++) {
      double difference = moments[d].mean() - exact[d];
      double error = moments[d].standardError();
      bias += difference * difference;
      norm += moments[d].mean() * moments[d].mean();
      double score = difference / error;
      if (error > 0 && !(Math.abs(score) <= Math.abs(z))) {
        z = score;
      }
    }
    double variance = trace();
    return new Track.Measurement(
        step,
        (int) moments[0].count(),
        moments[0].mean(),
        moments[0].standardError(),
        variance,
        Math.sqrt(bias),
        z,
        Math.sqrt(norm / variance),
        integrated && integral != null ? integral.mean(0) : Double.NaN,
        integrated ? exactVariance() : Double.NaN,
        correlation.value(),
        effect == null ? Double.NaN : effect.correlation(),
        ratio(),
        prediction());
  }
}
