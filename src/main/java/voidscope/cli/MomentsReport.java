package voidscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.ExactMoments;
import voidscope.experiment.Sampling;
import voidscope.problem.Toy;
import voidscope.random.RandomStream;
import voidscope.simd.ThreadTeam;
import voidscope.stat.Moments;

/// Moments of a single-sample gradient at θ₀ and an estimator's initial φ.
///
/// @param moments one per coordinate
/// @param theta θ
/// @param gradient the exact gradient
/// @param exact exact mean of the first coordinate and trace of the covariance, where they can be
///   had
/// @param seed of the random streams
/// @param seconds it took
record MomentsReport(
    Moments[] moments,
    float[] theta,
    double[] gradient,
    @Nullable Exact exact,
    long seed,
    double seconds) {
  /// Samples between two reports of progress; part of the result, for each slice has a stream.
  private static final long SLICE = 1L << 24;

  /// Exact moments.
  record Exact(double mean, double variance) {}

  /// @throws IllegalArgumentException naming what the estimator needs and the problem lacks
  static MomentsReport compute(
      Toy problem, Estimator estimator, long samples, long seed, int threads, Progress progress) {
    RandomStream stream = RandomStream.of(seed, "moments", 0);
    Shape shape = new Shape(problem.distribution(), 1, estimator.samples(), 0);
    State phi = estimator.init(shape, stream.child("weights"));
    float[] theta = problem.initial();
    Moments[] moments = new Moments[theta.length];
    Arrays.setAll(moments, d -> new Moments());
    try (ThreadTeam team = new ThreadTeam(threads)) {
      for (long done = 0; done < samples; done += SLICE) {
        long count = Math.min(SLICE, samples - done);
        Moments[] slice =
            Sampling.moments(
                estimator, problem, phi, theta, count, stream.child("slice " + done), team);
        for (int d = 0; d < moments.length; d++) {
          moments[d].combine(slice[d]);
        }
        if (samples > SLICE) {
          progress.at(done + count);
        }
      }
    }
    progress.end();
    double[] gradient = new double[theta.length];
    problem.gradient(theta, gradient);
    return new MomentsReport(
        moments, theta, gradient, exact(problem, estimator, phi, theta), seed, progress.seconds());
  }

  private static @Nullable Exact exact(Toy problem, Estimator estimator, State phi, float[] theta) {
    return ExactMoments.of(estimator, problem)
        .map(
            moments -> {
              moments.at(phi, theta);
              return new Exact(moments.mean(0), moments.variance());
            })
        .orElse(null);
  }

  /// One JSON object: the moments of the first coordinate and, of several, all.
  void write(
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
            json.object(
                "problem",
                () -> {
                  json.text("name", problem);
                  json.settings(problemSettings);
                });
            json.object(
                "estimator",
                () -> {
                  json.text("name", estimator);
                  json.settings(estimatorSettings);
                });
            json.array(
                "theta",
                () -> {
                  for (float value : theta) {
                    json.number(null, value);
                  }
                });
            json.whole("seed", seed);
            json.whole("samples", moments[0].count());
            coordinate(json, 0);
            json.number("exactMean", exact == null ? Double.NaN : exact.mean());
            json.number("exactVariance", exact == null ? Double.NaN : exact.variance());
            json.number(
                "varianceTrace", Arrays.stream(moments).mapToDouble(Moments::variance).sum());
            if (moments.length > 1) {
              json.array(
                  "coordinates",
                  () -> {
                    for (int d = 0; d < moments.length; d++) {
                      int coordinate = d;
                      json.object(null, () -> coordinate(json, coordinate));
                    }
                  });
            }
            json.number("seconds", seconds);
          });
    }
  }

  private void coordinate(Json json, int d) throws IOException {
    json.number("mean", moments[d].mean());
    json.number("standardError", moments[d].standardError());
    json.number("variance", moments[d].variance());
    json.number("varianceStandardError", moments[d].varianceStandardError());
    json.number("exactGradient", gradient[d]);
    json.number("z", (moments[d].mean() - gradient[d]) / moments[d].standardError());
  }
}
