package voidscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.experiment.ImportanceWeighted;

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
    double last = weighted.bound(bench.model, 20_000, VaeBench.ROWS);
    assertEquals(exact, last, 0.02);
    double eight = weighted.bound(bench.model, 8, images);
    double all = weighted.bound(bench.model, 4000, images);
    assertTrue(weighted.bound(bench.model, 1, images) < eight, "ELBO below the bound of 8");
    assertTrue(eight < all);
  }
}
