package voidscope.experiment.measure;

import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.Term;
import voidscope.experiment.training.Replica;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.ControlEffect;
import voidscope.stat.Correlation;
import voidscope.stat.Covariances;
import voidscope.stat.Moments;
import voidscope.stat.SignalToNoise;

/// Estimates that are rows at one θ, of one Bernoulli latent half from each [side][Sides].
final class RowSamples extends Samples {
  private final Problem problem;
  private final Probe probe;
  private final Moments[] moments;
  private final Correlation correlation = new Correlation();
  private final @Nullable Sides sides;
  private final @Nullable ControlEffect effect;
  private final @Nullable Covariances terms;
  private final int[] signs;
  private final int[] places;
  private final int parameters;

  RowSamples(Probe probe, Estimator estimator, Problem problem) {
    this.probe = probe;
    this.problem = problem;
    parameters = problem.distribution().parameters();
    sides = Sides.serve(estimator, problem) ? new Sides() : null;
    moments = new Moments[sides == null ? parameters : 2];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = new Moments();
    }
    signs = probe.terms().stream().mapToInt(Term::sign).toArray();
    places = probe.terms().stream().mapToInt(term -> Term.Part.ALL.indexOf(term.part())).toArray();
    effect = probe.terms().isEmpty() ? null : new ControlEffect(parameters);
    terms = probe.terms().isEmpty() ? null : new Covariances(probe.terms().size(), parameters);
  }

  @Override
  int most() {
    return Probe.ROWS;
  }

  @Override
  void begin(Replica replica, long step) {
    for (Moments m : moments) {
      m.clear();
    }
    correlation.clear();
    if (effect != null) {
      effect.clear();
    }
    if (terms != null) {
      terms.clear();
    }
    probe.at(replica.theta);
    if (sides != null) {
      sides.at(replica.theta[0]);
    }
  }

  @Override
  void block(Replica replica, long step, int block, int n) {
    RandomStream stream = replica.measuring.sites().getFirst();
    if (sides == null) {
      probe.block(replica.phi, stream, step, block, n, moments);
      probe.separate();
      look(0, n, 1);
    } else {
      int half = probe.sides(replica.phi, stream, step, block, n, sides, moments);
      probe.separate();
      look(0, half, 2 * sides.probability(0));
      look(half, n, 2 * sides.probability(1));
    }
  }

  private void look(int from, int to, double weight) {
    if (effect != null) {
      probe.compare(effect, from, to, weight);
    }
    if (terms != null) {
      terms.accept(from, to, probe.parts(), weight);
    }
    probe.correlate(correlation, from, to, weight);
  }

  @Override
  double variance() {
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

  @Override
  double mean(int d) {
    return sides == null
        ? moments[d].mean()
        : sides.probability(0) * moments[0].mean() + sides.probability(1) * moments[1].mean();
  }

  @Override
  double standardError(int d) {
    return sides == null
        ? moments[d].standardError()
        : Math.hypot(
            sides.probability(0) * moments[0].standardError(),
            sides.probability(1) * moments[1].standardError());
  }

  @Override
  double signalToNoise() {
    double norm = 0;
    double noise = 0;
    for (int d = 0; d < parameters; d++) {
      norm += square(mean(d));
      noise += square(standardError(d));
    }
    double variance = variance();
    // Of samples by sides as many plain ones count as would have that standard error.
    return SignalToNoise.of(norm, variance, variance / noise, 1);
  }

  @Override
  double rare(int count, float[] theta) {
    return sides != null ? count / 2.0 : count * Probe.rarest(problem, theta);
  }

  @Override
  double term(int index) {
    return terms == null ? Double.NaN : terms.of(index, index);
  }

  /// The sum of the covariances of the terms that make it up, with their signs.
  @Override
  double part(int index) {
    if (terms == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < signs.length; i++) {
      for (int j = 0; j < signs.length; j++) {
        if (places[i] == index && places[j] == index) {
          sum += signs[i] * signs[j] * terms.of(i, j);
        }
      }
    }
    return Math.max(0, sum);
  }

  @Override
  double correlation() {
    return correlation.value();
  }

  @Override
  @Nullable ControlEffect effect() {
    return effect;
  }
}
