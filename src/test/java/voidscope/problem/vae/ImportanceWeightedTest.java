package voidscope.problem.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.stat.Moments;

/// The importance-weighted bound of a tiny VAE against log p(x), which enumeration gives.
final class ImportanceWeightedTest {
  @TempDir private Path folder;

  /// Bounds of 1, 8 and 20,000 samples: they rise, and the last one is log p(x) but for 1/K.
  @Test
  void bound_risesToTheLogLikelihood() throws Exception {
    VaeBench bench = new VaeBench(folder, 1, 1);
    int images = bench.vae.held();
    bench.batch.loadHeld(0, VaeBench.ROWS);
    double exact = 0;
    for (int row = 0; row < VaeBench.ROWS; row++) {
      exact += bench.reference.logLikelihood(bench.x(row)) / VaeBench.ROWS;
    }
    ImportanceWeighted weighted = new ImportanceWeighted(bench.vae);
    double last = weighted.bound(bench.model, 20_000, VaeBench.ROWS).mean();
    assertEquals(exact, last, 0.02);
    double eight = weighted.bound(bench.model, 8, images).mean();
    Moments many = weighted.bound(bench.model, 4000, images);
    double all = many.mean();
    assertTrue(weighted.bound(bench.model, 1, images).mean() < eight, "ELBO below the bound of 8");
    assertTrue(eight < all);
    assertEquals(images, many.count());
    // The images' own log likelihoods, which 4000 samples come near.
    double squares = 0;
    double mean = 0;
    VaeBench held = new VaeBench(folder, 1, 1);
    double[] each = new double[images];
    for (int i = 0; i < images; i++) {
      held.batch.loadHeld(i, 1);
      each[i] = held.reference.logLikelihood(held.x(0));
      mean += each[i] / images;
    }
    for (double value : each) {
      squares += (value - mean) * (value - mean);
    }
    assertEquals(Math.sqrt(squares / (images - 1) / images), many.standardError(), 0.02);
  }
}
