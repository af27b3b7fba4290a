package voidscope.experiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataSets;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.problem.Batch;
import voidscope.problem.vae.Vae;
import voidscope.problem.vae.VaeBatch;
import voidscope.random.RandomStream;

/// The training loss of a VAE's step is −ELBO of hard samples of all layers, whoever estimates.
final class EstimationTest {
  private static final int ROWS = 6;
  private static final int LATENTS = 9;
  private static final long STEP = 3;
  private static final RandomStream IMAGES = RandomStream.of(2, "images", 0);

  private static Vae vae(int layers) throws Exception {
    Vae vae =
        new Vae(
            layers,
            LATENTS,
            0,
            0,
            DataSets.file("omniglot-small"),
            Brightness.STORED,
            Binarisation.THRESHOLD,
            1);
    vae.load();
    return vae;
  }

  /// A model away from its start, where a layer's part of f is not small.
  private static float[] model(Vae vae) {
    float[] model = vae.initial(RandomStream.of(2, "model", 0));
    float[] jitter = new float[model.length];
    IMAGES.uniform(0, 1, jitter.length, jitter);
    for (int i = 0; i < jitter.length; i++) {
      model[i] += jitter[i] - 0.5f;
    }
    return model;
  }

  private static List<EstimatorEntry> entries(Vae vae) {
    return Estimators.catalogue().entries().stream()
        .filter(entry -> vae.offers().containsAll(entry.requires()))
        .toList();
  }

  @Test
  void entries_areEighteen() throws Exception {
    assertEquals(18, entries(vae(2)).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void loss_isFOfHardSamplesOfAllLayers_ofEveryEstimator(int layers) throws Exception {
    Vae vae = vae(layers);
    float[] model = model(vae);
    List<String> wrong = new ArrayList<>();
    for (EstimatorEntry entry : entries(vae)) {
      Estimator estimator = entry.standard();
      List<State> states = new ArrayList<>();
      List<RandomStream> streams = new ArrayList<>();
      for (int l = 0; l < layers; l++) {
        RandomStream stream = RandomStream.of(4, "noise", l);
        streams.add(stream);
        states.add(
            estimator.init(
                vae.model().shape(l, ROWS, estimator.samples()), stream.child("weights")));
      }
      Estimation estimation = new Estimation(vae.model(), estimator, ROWS, IMAGES, states);
      estimation.begin(model, STEP);
      estimation.estimate(states, new Chance(streams, IMAGES), STEP, 0);
      double expected = hard(vae, model, estimation.batch());
      double found = estimation.batch().loss();
      if (Math.abs(found - expected) > 1e-6 * expected) {
        wrong.add(entry.key() + ": " + found + " for " + expected);
      }
    }
    assertTrue(wrong.isEmpty(), String.join(", ", wrong));
  }

  /// The mean of f at the first layer's b, the further layers drawn from the same noise.
  private static double hard(Vae vae, float[] model, Batch trained) {
    VaeBatch batch = new VaeBatch(vae, ROWS, IMAGES);
    Draw[] draws = vae.draws(ROWS);
    for (int l = 0; l < draws.length; l++) {
      float[] noise = trained.draw(l).u()[0];
      System.arraycopy(noise, 0, draws[l].u()[0], 0, noise.length);
    }
    batch.load(STEP, ROWS);
    batch.encode(model, draws);
    vae.distribution().sample(draws[0], 0, 0, ROWS);
    float[] f = new float[ROWS];
    batch.objective(0).value(draws[0], 0, f);
    double sum = 0;
    for (float value : f) {
      sum += value;
    }
    assertTrue(Arrays.equals(draws[0].b()[0], trained.draw(0).b()[0]));
    return sum / ROWS;
  }
}
