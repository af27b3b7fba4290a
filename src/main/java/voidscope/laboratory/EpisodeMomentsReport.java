package voidscope.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.measure.BatchSampling;
import voidscope.experiment.run.Standing;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.stat.SignalToNoise;
import voidscope.thread.ThreadTeam;

/// Moments of an episode's gradient by the policy's weights, at fixed weights and φ.
///
/// @param found of all samples
/// @param gradient the exact gradient, or null where it is not known
/// @param origin where the weights come from
/// @param batch episodes of an estimate
/// @param seed of the noise
/// @param seconds it took
public record EpisodeMomentsReport(
    BatchSampling.Found found,
    double @Nullable [] gradient,
    Origin origin,
    int batch,
    long seed,
    double seconds) {
  /// Where weights and φ come from.
  ///
  /// @param file the checkpoint, or null where the seed gives them
  /// @param standing the contender
  /// @param replicate from 1
  public record Origin(@Nullable Path file, Standing standing, int replicate) {
    Standing.Learned learned() {
      return standing.replicates().get(replicate - 1);
    }
  }

  /// Draws and measures, and tells how far it is, in draws. Where it is stopped, the samples until
  /// then count: as many as [#samples] tells.
  ///
  /// @param origin of episodes
  /// @param batch episodes of an estimate
  /// @param seed of the noise
  public static EpisodeMomentsReport compute(
      Origin origin, int batch, long samples, long seed, ThreadTeam team, Progress progress) {
    Standing standing = origin.standing();
    Problem problem = standing.problem();
    float[] weights = origin.learned().weights();
    BatchSampling sampling =
        new BatchSampling(
            problem,
            standing.estimator(),
            batch,
            weights,
            origin.learned().states(),
            RandomStream.of(seed, "moments", 0),
            team,
            progress::stop);
    BatchSampling.Found found = sampling.measure(samples, progress::at);
    progress.end();
    Known known = problem.known();
    double[] gradient = null;
    if (known != null) {
      gradient = new double[weights.length];
      known.gradient(weights, gradient);
    }
    return new EpisodeMomentsReport(found, gradient, origin, batch, seed, progress.seconds());
  }

  /// How many draws that takes, some of which may be a second one of the same sample.
  public static long draws(Origin origin, long samples) {
    return BatchSampling.draws(samples, origin.learned().weights().length);
  }

  /// How many samples were drawn.
  public long samples() {
    return found.count();
  }

  /// Whether the standard error of the trace has been found.
  public boolean complete() {
    return found.deviations() != null;
  }

  /// ‖mean‖² of the samples, which is greater than ‖E ĝ‖² by the trace over their number.
  private double squaredMean() {
    return Arrays.stream(found.gradient()).mapToDouble(m -> m.mean() * m.mean()).sum();
  }

  /// One JSON object: the trace of the covariance over all weights, and where the exact gradient is
  /// known each of them.
  public void write(PrintStream out) throws IOException {
    Standing standing = origin.standing();
    double trace = found.trace();
    try (Json json = new Json(out)) {
      json.object(
          null,
          () -> {
            MomentsJson.choice(
                json, "problem", standing.choice().key(), standing.choice().settings());
            MomentsJson.choice(
                json, "estimator", standing.entrant().kind(), standing.entrant().settings());
            json.object("weights", () -> weights(json));
            json.whole("step", standing.step());
            json.whole("seed", seed);
            json.whole("batch", batch);
            json.whole("samples", samples());
            json.number("varianceTrace", trace);
            json.number("varianceTraceStandardError", found.traceStandardError());
            json.number("lnVarianceTrace", Math.log(trace));
            json.number("squaredMean", squaredMean() - trace / samples());
            json.number("signalToNoise", SignalToNoise.of(squaredMean(), trace, samples(), 1));
            json.number("meanReturn", found.returns().mean());
            json.number("meanReturnStandardError", found.returns().standardError());
            json.number("meanLength", found.lengths().mean());
            coordinates(json);
            json.number("seconds", seconds);
          });
    }
  }

  private void weights(Json json) throws IOException {
    json.whole("count", origin.learned().weights().length);
    Path file = origin.file();
    json.text("source", file == null ? "seed" : "checkpoint");
    if (file != null) {
      json.text("file", file.toString());
      json.text("contender", origin.standing().label());
      json.whole("replicate", origin.replicate());
    }
  }

  private void coordinates(Json json) throws IOException {
    double[] exact = gradient;
    if (exact == null) {
      return;
    }
    String mismatch = origin.standing().problem().mismatch();
    json.array(
        "coordinates",
        () -> {
          for (int d = 0; d < exact.length; d++) {
            Moments moments = found.gradient()[d];
            double gradient = exact[d];
            json.object(
                null,
                () ->
                    MomentsJson.coordinate(
                        json, moments, true, gradient, Double.NaN, mismatch.isEmpty()));
          }
        });
    if (!mismatch.isEmpty()) {
      json.text("withheld", "z: " + mismatch);
    }
  }
}
