package voidscope.problem.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.SteadyState;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;

/// Every estimator of the catalogue on a tiny VAE, against the gradient that enumeration of its six
/// latents gives.
final class VaeEstimatorsTest {
  private static final RandomStream STREAM = RandomStream.of(9, "vae estimators", 0);
  private static final int REPEATS = 30_000;

  /// How far what an estimator learns is moved from where it begins.
  private static final float SPREAD = 0.2f;

  /// The temperature where nothing is said.
  private static final double LAMBDA = 0.5;

  @TempDir private Path folder;

  static List<EstimatorEntry> entries() {
    return Estimators.catalogue().entries().stream()
        .filter(
            entry -> VaeBench.OFFERS.containsAll(entry.maker().apply(settings(entry)).requires()))
        .toList();
  }

  /// RELAX with the surrogate of the papers, f of the soft sample and a network of latents and
  /// image.
  private static Settings settings(EstimatorEntry entry) {
    Settings defaults = Settings.defaults(entry.parameters());
    return defaults.has("surrogate") && defaults.has("input")
        ? defaults
            .with("surrogate", new Value.Choice("structured"))
            .with("input", new Value.Choice("z"))
            .with("depth", 2)
            .with("width", 40)
        : defaults;
  }

  /// An estimator at work on the bench, with a state for each layer.
  private final class Work {
    final VaeBench bench;
    final int layers;
    final Draw[] draws;
    final State[] states;
    final Pass[] passes;
    final float[][] g;
    final float[] f = new float[VaeBench.ROWS];

    Work(EstimatorEntry entry, int layers, float spread) throws Exception {
      this.layers = layers;
      bench = new VaeBench(folder, layers, 0);
      Estimator estimator = entry.maker().apply(settings(entry));
      draws = new Draw[layers];
      states = new State[layers];
      passes = new Pass[layers];
      g = new float[layers][VaeBench.ROWS * VaeBench.LATENTS];
      for (int l = 0; l < layers; l++) {
        Shape shape =
            new Shape(
                bench.vae.distribution(), VaeBench.ROWS, estimator.samples(), bench.vae.context(l));
        draws[l] = shape.allocate();
        states[l] = estimator.init(shape, STREAM.child("weights " + l));
        float[] jitter = new float[states[l].values().length];
        STREAM.uniform(l, 1, jitter.length, jitter);
        for (int i = 0; i < jitter.length; i++) {
          states[l].values()[i] += spread * (jitter[i] - 0.5f);
        }
        passes[l] = estimator.pass(shape, bench.batch.objective(l));
      }
      bench.batch.encode(bench.model, draws);
    }

    void estimate(long step) {
      bench.batch.forget();
      for (int l = 0; l < layers; l++) {
        Draw draw = draws[l];
        for (int k = 0; k < draw.samples(); k++) {
          int slot = 100 * l + 10 + 2 * k;
          STREAM.noise(step, slot, draw.u()[k].length, draw.u()[k]);
          STREAM.noise(step, slot + 1, draw.v()[k].length, draw.v()[k]);
        }
      }
      for (int l = 0; l < layers; l++) {
        passes[l].draw(states[l], draws[l], 0, VaeBench.ROWS);
        passes[l].estimate(states[l], draws[l], g[l]);
        if (!bench.batch.asked(l)) {
          bench.batch.objective(l).value(draws[l], 0, f);
        }
      }
    }
  }

  /// Eighteen z-scores an estimator at |z| < 5 give a false alarm in 1e-5 of seeds an estimator, of
  /// all together in one of 5,000.
  @ParameterizedTest
  @MethodSource("entries")
  void estimate_meetsTheEnumeratedGradient_asDeclared(EstimatorEntry entry) throws Exception {
    judge(
        entry,
        worst(
            new Work(entry, 1, SPREAD),
            (reference, x, theta) -> one(reference.gradient(x, theta))));
  }

  /// Thirty-six z-scores an estimator at |z| < 5: for all together a false alarm in one of 2,500.
  @ParameterizedTest
  @MethodSource("entries")
  void estimate_ofTwoLayers_meetsTheEnumeratedGradients(EstimatorEntry entry) throws Exception {
    judge(entry, worst(new Work(entry, 2, SPREAD), VaeReference::gradients));
  }

  private static void judge(EstimatorEntry entry, double worst) {
    if (entry.unbiased()) {
      assertTrue(worst < 5, "worst z-score " + worst);
    } else {
      assertTrue(worst > 5, "declared biased, but its bias does not show: " + worst);
    }
  }

  /// Eighteen z-scores at |z| < 5 each: a false alarm in one of 33,000 seeds for the three
  /// together.
  @Test
  void biasedEstimators_areOffByWhatIntegrationPredicts() throws Exception {
    predicted("straight-through", BiasedExpectation::straightThrough);
    predicted("straight-through-gumbel", BiasedExpectation::straightThroughGumbel);
    predicted("concrete", BiasedExpectation::concrete);
  }

  private interface Prediction {
    double[] of(BiasedExpectation expectation, double[] x, double[] theta);
  }

  private void predicted(String key, Prediction prediction) throws Exception {
    Work work = new Work(Estimators.catalogue().get(key), 1, 0);
    double worst =
        worst(
            work,
            (reference, x, theta) ->
                one(prediction.of(new BiasedExpectation(reference, LAMBDA), x, theta)));
    assertTrue(worst < 5, key + ": worst z-score " + worst);
  }

  private static double[][] one(double[] layer) {
    return new double[][] {layer};
  }

  private interface Expectation {
    double[][] of(VaeReference reference, double[] x, double[] theta);
  }

  /// The greatest z-score of the mean of many estimates against what is expected.
  private static double worst(Work work, Expectation expectation) {
    int width = work.g[0].length;
    Moments[] moments = new Moments[work.layers * width];
    Arrays.setAll(moments, i -> new Moments());
    for (int step = 0; step < REPEATS; step++) {
      work.estimate(step);
      for (int i = 0; i < moments.length; i++) {
        moments[i].accept(1, work.g[i / width][i % width], 0, 0, 0);
      }
    }
    double worst = 0;
    for (int row = 0; row < VaeBench.ROWS; row++) {
      double[][] exact =
          expectation.of(
              work.bench.reference, work.bench.x(row), work.bench.theta(work.draws[0], row));
      for (int i = 0; i < work.layers * VaeBench.LATENTS; i++) {
        int layer = i / VaeBench.LATENTS;
        int d = i % VaeBench.LATENTS;
        Moments m = moments[layer * width + row * VaeBench.LATENTS + d];
        worst = Math.max(worst, Math.abs(m.mean() - exact[layer][d]) / m.standardError());
      }
    }
    return worst;
  }

  @ParameterizedTest
  @MethodSource("entries")
  void tenThousandSteps_allocateNothing(EstimatorEntry entry) throws Exception {
    Work work = new Work(entry, 2, SPREAD);
    float[] r = new float[work.g[0].length];
    float[][] gphi = new float[2][];
    Arrays.setAll(gphi, l -> new float[work.states[l].values().length]);
    float[] gw = new float[work.bench.model.length];
    long bytes =
        SteadyState.bytes(
            () -> {
              for (int step = 0; step < 10_000; step++) {
                cycle(work, step, r, gphi, gw);
              }
            });
    assertEquals(0, bytes);
  }

  private static void cycle(Work work, int step, float[] r, float[][] gphi, float[] gw) {
    work.bench.batch.load(step % 20, VaeBench.ROWS);
    work.bench.batch.encode(work.bench.model, work.draws);
    work.estimate(step);
    for (int l = 0; l < work.layers; l++) {
      work.bench.batch.reverseEncoder(l, work.g[l], gw);
      work.bench.batch.reverseDecoder(l, gw);
      work.passes[l].adapt(work.states[l], work.draws[l], r, gphi[l]);
    }
  }
}
