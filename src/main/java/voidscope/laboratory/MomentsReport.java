package voidscope.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.measure.ExactMoments;
import voidscope.experiment.measure.Probe;
import voidscope.experiment.measure.Sampling;
import voidscope.experiment.optimum.Optimum;
import voidscope.experiment.optimum.OptimumSearch;
import voidscope.experiment.record.Measurement;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// Moments of one gradient estimate at θ₀ and an estimator's initial φ.
///
/// @param moments one per coordinate
/// @param theta θ
/// @param gradient the exact gradient
/// @param exact exact means and trace of the covariance, where they can be had
/// @param least trace of the covariance that the optimal surrogate would leave; NaN where none is
///   known
/// @param rare samples that are expected on the rarer side of the coordinate where they are fewest;
///   infinite where b is continuous
/// @param seed of the random streams
/// @param seconds it took
public record MomentsReport(
    Moments[] moments,
    float[] theta,
    double[] gradient,
    @Nullable Exact exact,
    double least,
    double rare,
    long seed,
    double seconds) {
  /// Samples between two reports of progress; part of the result, for each slice has a stream.
  private static final long SLICE = 1L << 24;

  /// Exact moments; NaN where they are withheld.
  ///
  /// @param mean by coordinate
  /// @param variance trace of the covariance
  /// @param withheld why that is, or empty
  record Exact(double[] mean, double variance, String withheld) {}

  /// Draws and measures, and tells how far it is. Where it is stopped, what it has drawn until then
  /// counts: as many samples as [#samples] tells, from which the same comes again.
  ///
  /// @param problem whose θ is what is trained, and whose gradient is known
  /// @throws IllegalArgumentException naming what the estimator needs and the problem lacks
  public static MomentsReport compute(
      Problem problem,
      Estimator estimator,
      long samples,
      long seed,
      int threads,
      Progress progress) {
    RandomStream stream = RandomStream.of(seed, "moments", 0);
    Shape shape = new Shape(problem.distribution(), 1, estimator.samples(), 0);
    State phi = estimator.init(shape, stream.child("weights"));
    float[] theta = problem.model().initial(stream.child("model"));
    Moments[] moments = new Moments[theta.length];
    Arrays.setAll(moments, d -> new Moments());
    try (ThreadTeam team = new ThreadTeam(threads)) {
      for (long done = 0; done < samples && !progress.stop(); done += SLICE) {
        long count = Math.min(SLICE, samples - done);
        Moments[] slice =
            Sampling.moments(
                estimator,
                problem,
                phi,
                theta,
                count,
                stream.child("slice " + done),
                team,
                progress::stop);
        for (int d = 0; d < moments.length; d++) {
          moments[d].combine(slice[d]);
        }
        if (samples > SLICE) {
          progress.at(done + slice[0].count());
        }
      }
    }
    progress.end();
    double[] gradient = new double[theta.length];
    Objects.requireNonNull(problem.known()).gradient(theta, gradient);
    return new MomentsReport(
        moments,
        theta,
        gradient,
        exact(problem, estimator, phi, theta),
        least(problem, estimator, theta),
        moments[0].count() * Probe.rarest(problem, theta),
        seed,
        progress.seconds());
  }

  private static double least(Problem problem, Estimator estimator, float[] theta) {
    return OptimumSearch.of(problem, estimator)
        .flatMap(search -> search.at(theta, true, () -> false))
        .map(Optimum::variance)
        .orElse(Double.NaN);
  }

  /// How many were drawn.
  public long samples() {
    return moments[0].count();
  }

  private static @Nullable Exact exact(
      Problem problem, Estimator estimator, State phi, float[] theta) {
    return ExactMoments.of(estimator, problem)
        .map(
            moments -> {
              moments.at(phi, theta);
              double[] mean = new double[theta.length];
              Arrays.setAll(mean, moments::mean);
              return new Exact(mean, moments.variance(), moments.withheld());
            })
        .orElse(null);
  }

  /// One JSON object: the moments of the one coordinate, or of several the trace of their
  /// covariance and each.
  public void write(
      PrintStream out,
      String problem,
      Settings problemSettings,
      String estimator,
      Settings estimatorSettings)
      throws IOException {
    try (Json json = new Json(out)) {
      json.object(
          null,
          () -> {
            MomentsJson.choice(json, "problem", problem, problemSettings);
            MomentsJson.choice(json, "estimator", estimator, estimatorSettings);
            json.array(
                "theta",
                () -> {
                  for (float value : theta) {
                    json.number(null, value);
                  }
                });
            json.whole("seed", seed);
            json.whole("samples", samples());
            if (moments.length == 1) {
              coordinate(json, 0);
              json.number("exactVariance", exact == null ? Double.NaN : exact.variance());
              json.number("leastVariance", least);
            } else {
              json.number(
                  "varianceTrace", Arrays.stream(moments).mapToDouble(Moments::variance).sum());
              json.number("exactVarianceTrace", exact == null ? Double.NaN : exact.variance());
              json.number("leastVarianceTrace", least);
              json.array(
                  "coordinates",
                  () -> {
                    for (int d = 0; d < moments.length; d++) {
                      int coordinate = d;
                      json.object(null, () -> coordinate(json, coordinate));
                    }
                  });
            }
            if (exact != null && !exact.withheld().isEmpty()) {
              json.text("withheld", exact.withheld());
            }
            json.number("rare", rare);
            json.number("seconds", seconds);
          });
    }
  }

  private void coordinate(Json json, int d) throws IOException {
    boolean tells = !(rare < Measurement.RARE);
    double exactMean = exact == null ? Double.NaN : exact.mean()[d];
    MomentsJson.coordinate(json, moments[d], tells, gradient[d], exactMean, true);
  }
}
