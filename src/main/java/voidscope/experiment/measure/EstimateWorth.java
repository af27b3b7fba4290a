package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.Sweep;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Digits;
import voidscope.stat.Moments;

/// Bias and variance of one estimate at any θ and φ: exact where [ExactMoments] reach, elsewhere of
/// fresh samples, with standard errors. Uses noise of its own, so looking changes no result.
/// Scratch of one thread.
final class EstimateWorth {
  /// Estimates that a value is measured with.
  static final int SAMPLES = 64 * Probe.ROWS;

  private static final RandomStream NOISE = RandomStream.of(0, "bias and variance", 0);

  private final Estimator estimator;
  private final Probe probe;
  private final Known known;
  private final Optional<ExactMoments> exact;
  private final double[] gradient;
  private final double[] mean;
  private final double[][] means;
  private final double[] traces = new double[SAMPLES / Probe.ROWS];
  private final Moments[] block;
  private final Moments spread = new Moments();

  EstimateWorth(Estimator estimator, Problem problem, Known known) {
    this.estimator = estimator;
    this.known = known;
    probe = new Probe(estimator, problem);
    exact = ExactMoments.of(probe, estimator, problem);
    int parameters = problem.distribution().parameters();
    gradient = new double[parameters];
    mean = new double[parameters];
    means = new double[traces.length][parameters];
    block = new Moments[parameters];
    for (int d = 0; d < parameters; d++) {
      block[d] = new Moments();
    }
  }

  /// Whether its values are exact.
  boolean exact() {
    return exact.isPresent();
  }

  /// What an estimate is worth.
  ///
  /// @param place number of the value, which has noise of its own
  /// @param unwanted asked on the way whether to leave it
  /// @return empty if it was left
  Optional<Sweep.Worth> at(State phi, float[] theta, int place, BooleanSupplier unwanted) {
    if (exact.isPresent()) {
      known.gradient(theta, gradient);
      ExactMoments moments = exact.get();
      moments.at(phi, theta);
      return Optional.of(
          new Sweep.Worth(squaredBias(moments), 0, moments.variance(), 0, norm(gradient)));
    }
    return sample(phi, theta, place, unwanted);
  }

  /// To the digits that hold: what is rounded away of a mean is no bias.
  private double squaredBias(ExactMoments moments) {
    double sum = 0;
    double rounding = 0;
    for (int d = 0; d < gradient.length; d++) {
      sum += square(moments.mean(d) - gradient[d]);
      rounding += square(moments.meanError(d));
    }
    return sum <= rounding ? 0 : square(Digits.of(Math.sqrt(sum), Math.sqrt(rounding)));
  }

  /// The same of fresh samples, also where it is known exactly.
  Optional<Sweep.Worth> sample(State phi, float[] theta, int place, BooleanSupplier unwanted) {
    known.gradient(theta, gradient);
    probe.at(theta);
    Arrays.fill(mean, 0);
    for (int b = 0; b < traces.length; b++) {
      if (unwanted.getAsBoolean()) {
        return Optional.empty();
      }
      for (Moments each : block) {
        each.clear();
      }
      probe.block(phi, NOISE, place, b, Probe.ROWS, block);
      traces[b] = 0;
      for (int d = 0; d < mean.length; d++) {
        traces[b] += block[d].variance();
        means[b][d] = block[d].mean();
        mean[d] += means[b][d] / traces.length;
      }
    }
    return Optional.of(worth());
  }

  /// The standard errors are those between blocks, whatever the coordinates' correlations. That of
  /// the squared bias has two parts: the mean's own along the bias, and what is left where there is
  /// none, √2·tr V̂/n, as if ĝ varied in one direction only, which is the most that it can be.
  private Sweep.Worth worth() {
    double variance = 0;
    for (int d = 0; d < mean.length; d++) {
      spread.clear();
      for (double[] each : means) {
        spread.accept(1, each[d], 0, 0, 0);
      }
      // Between blocks of R rows each the mean varies as V/R.
      variance += spread.variance() * Probe.ROWS * (traces.length - 1);
    }
    spread.clear();
    for (double trace : traces) {
      spread.accept(1, trace, 0, 0, 0);
    }
    double within = spread.mean() * traces.length * (Probe.ROWS - 1);
    variance = (variance + within) / (SAMPLES - 1);
    double varianceError = spread.standardError();
    if (estimator.unbiased()) {
      return new Sweep.Worth(0, 0, variance, varianceError, norm(gradient));
    }
    spread.clear();
    for (double[] each : means) {
      double along = 0;
      for (int d = 0; d < mean.length; d++) {
        along += 2 * (each[d] - gradient[d]) * (mean[d] - gradient[d]);
      }
      spread.accept(1, along, 0, 0, 0);
    }
    double squares = 0;
    for (int d = 0; d < mean.length; d++) {
      squares += square(mean[d] - gradient[d]);
    }
    double rest = Math.sqrt(2) * variance / SAMPLES;
    return new Sweep.Worth(
        squares - variance / SAMPLES,
        Math.hypot(spread.standardError(), rest),
        variance,
        varianceError,
        norm(gradient));
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double each : vector) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  private static double square(double x) {
    return x * x;
  }
}
