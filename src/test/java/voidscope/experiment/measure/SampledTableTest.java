package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// The exact moments of every estimator of one Bernoulli latent against those of a million samples,
/// at θ ∈ {−2, 0, .3}, t ∈ {.45, .499}, λ ∈ {.1, .5, 1}: a table, which is left in
/// `target/exact-sampled.txt`.
///
/// Bound: 5 standard errors, that of a variance with the kurtosis of the samples. If all are right,
/// one of its 2·cells figures is outside by chance with a probability of 5.7e-7 each, some 3e-4 of
/// the whole table; the seed is fixed.
final class SampledTableTest {
  private static final double[] THETAS = {-2, 0, .3};
  private static final double[] LAMBDAS = {.1, .5, 1};
  private static final int SAMPLES = 1 << 20;
  private static final double BOUND = 5;

  /// Rounding of single precision in a mean of as many terms, relative to a term's size.
  private static final double ROUNDING = 1e-6;

  /// Rounding of f itself, which is as much as 1 large, in single precision.
  private static final double ULP = 0x1p-25;

  @Test
  void samples_agreeWithExactMoments_inEveryCell() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    int cells = 0;
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (ExactTable.Variant variant : ExactTable.variants()) {
        boolean relaxes = variant.settings().has("temperature");
        for (double lambda : relaxes ? LAMBDAS : new double[] {Double.NaN}) {
          Settings settings =
              relaxes ? variant.settings().with("temperature", lambda) : variant.settings();
          Estimator estimator = variant.entry().maker().apply(settings);
          for (double target : ExactTable.TARGETS) {
            for (double theta : THETAS) {
              cells++;
              String name =
                  String.format(
                      Locale.ROOT,
                      "%-44s λ=%-4s t=%-5s θ=%-4s",
                      variant.name(),
                      lambda,
                      target,
                      theta);
              String line = name + cell(estimator, target, theta, team, outside, name);
              lines.add(line);
            }
          }
        }
      }
    }
    lines.add(cells + " cells, " + SAMPLES + " samples each, " + outside.size() + " outside");
    Files.write(Path.of("target", "exact-sampled.txt"), lines);
    assertTrue(cells > 200, cells + " cells");
    assertEquals(List.of(), outside);
  }

  private static String cell(
      Estimator estimator,
      double target,
      double theta,
      ThreadTeam team,
      List<String> outside,
      String name) {
    Toy problem = new SquaredDistance(1, (float) target, theta);
    State state = ExactTable.state(estimator, problem);
    float[] at = {(float) theta};
    ExactMoments exact = ExactMoments.of(estimator, problem).orElseThrow();
    exact.at(state, at);
    Moments found =
        Sampling.moments(estimator, problem, state, at, SAMPLES, RandomStream.of(5, name, 0), team)[
            0];
    double size = Math.sqrt(found.variance() + found.mean() * found.mean());
    double mean =
        (found.mean() - exact.mean(0)) / (found.standardError() + (ROUNDING * size + ULP) / BOUND);
    double variance =
        (found.variance() - exact.variance())
            / (found.varianceStandardError() + (ROUNDING * size + ULP) * size / BOUND);
    if (!(Math.abs(mean) <= BOUND) && !Double.isNaN(exact.mean(0))) {
      outside.add(name + " mean by " + mean + " standard errors");
    }
    if (!(Math.abs(variance) <= BOUND) && !Double.isNaN(exact.variance())) {
      outside.add(name + " variance by " + variance + " standard errors");
    }
    return String.format(
        Locale.ROOT,
        " mean %+.6e exact %+.6e z %+5.2f | variance %.6e exact %.6e z %+5.2f",
        found.mean(),
        exact.mean(0),
        mean,
        found.variance(),
        exact.variance(),
        variance);
  }
}
