package voidscope.problem.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataSets;
import voidscope.data.ImageSet;
import voidscope.distribution.Draw;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Quantity;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// The validation ELBO says over how many images it is taken, and how well it is known for it.
final class ValidationTest {
  private static final int ROUNDS = 60;

  private static Vae vae() throws Exception {
    Vae vae =
        new Vae(
            1,
            20,
            0,
            0,
            DataSets.file("omniglot-small"),
            Brightness.STORED,
            Binarisation.THRESHOLD,
            1);
    vae.load();
    return vae;
  }

  /// The images' own −ELBO, one at a time with other noise: the same mean within five standard
  /// errors of the difference that the noise alone makes, and the same standard error within 5 %.
  @Test
  void standardError_isThatOfTheImagesOwnElbos() throws Exception {
    Vae vae = vae();
    float[] model = vae.initial(RandomStream.of(2, "model", 0));
    Moments found = new Validation(vae).loss(model, 7);
    assertEquals(Validation.images(vae), found.count());
    VaeBatch batch = new VaeBatch(vae, 1, RandomStream.of(3, "one at a time", 0));
    Draw[] draws = vae.draws(1);
    RandomStream noise = RandomStream.of(4, "own noise", 0);
    float[] f = new float[1];
    double sum = 0;
    double squares = 0;
    int images = Validation.images(vae);
    for (int i = 0; i < images; i++) {
      batch.loadHeld(i, 1);
      noise.noise(i, 0, vae.distribution().noise(), draws[0].u()[0]);
      batch.encode(model, draws);
      vae.distribution().sample(draws[0], 0, 0, 1);
      batch.objective(0).value(draws[0], 0, f);
      sum += f[0];
      squares += (double) f[0] * f[0];
    }
    double mean = sum / images;
    double error = Math.sqrt((squares / images - mean * mean) / (images - 1));
    assertEquals(error, found.standardError(), 0.05 * error);
    assertEquals(mean, found.mean(), 5 * Math.sqrt(2) * error);
  }

  /// Over steps only the noise changes: its spread is a part of the standard error, never more.
  @Test
  void standardError_coversTheNoise() throws Exception {
    Vae vae = vae();
    float[] model = vae.initial(RandomStream.of(2, "model", 0));
    Validation validation = new Validation(vae);
    Moments means = new Moments();
    double error = 0;
    for (int step = 0; step < ROUNDS; step++) {
      Moments one = validation.loss(model, step);
      means.accept(1, one.mean(), 0, 0, 0);
      error = one.standardError();
    }
    assertTrue(Math.sqrt(means.variance()) < error);
  }

  @Test
  void snapshot_tellsImagesAndStandardError() {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("vae-linear"),
                List.of(Scenarios.estimator("rebar")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
            .with(Scenario.PROBLEM, "latents", 5)
            .with(Scenario.RUN, "batch", 4)
            .with(Scenario.RUN, "measure-samples", 1);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(50);
      Snapshot snapshot = experiment.snapshot();
      ImageSet images = snapshot.images();
      assertNotNull(images);
      assertEquals(6, 1 + images.training() / images.validation(), "a sixth is held back");
      int at = Quantity.error(snapshot.quantities());
      double error = snapshot.tracks().getFirst().quantities().get(at).middle().newest();
      assertEquals(1.5, error, 1.4);
    }
  }
}
