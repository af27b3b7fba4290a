package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Covariances of vectors that are drawn together.
final class CovariancesTest {
  private static final int ROWS = 37;

  private static float[][] vectors() {
    Random random = new Random(3);
    float[][] vectors = new float[2][2 * ROWS];
    for (int i = 0; i < 2 * ROWS; i++) {
      vectors[0][i] = (float) random.nextGaussian();
      vectors[1][i] = 5 + vectors[0][i] + (float) random.nextGaussian();
    }
    return vectors;
  }

  private static double direct(float[][] v, int i, int j) {
    double trace = 0;
    for (int d = 0; d < 2; d++) {
      double a = 0;
      double b = 0;
      for (int row = 0; row < ROWS; row++) {
        a += v[i][2 * row + d] / (double) ROWS;
        b += v[j][2 * row + d] / (double) ROWS;
      }
      for (int row = 0; row < ROWS; row++) {
        trace += (v[i][2 * row + d] - a) * (v[j][2 * row + d] - b) / (ROWS - 1);
      }
    }
    return trace;
  }

  @Test
  void covariances_areTraces_howeverTheRowsCome() {
    float[][] vectors = vectors();
    Covariances whole = new Covariances(2, 2);
    whole.accept(0, ROWS, vectors, 1);
    Covariances parts = new Covariances(2, 2);
    parts.accept(0, 5, vectors, 3);
    parts.clear();
    parts.accept(0, 11, vectors, 2);
    parts.accept(11, ROWS, vectors, 2);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(direct(vectors, i, j), whole.of(i, j), 1e-9);
        assertEquals(direct(vectors, i, j), parts.of(i, j), 1e-9);
      }
    }
  }

  @Test
  void oneDraw_hasNoCovariance() {
    Covariances one = new Covariances(2, 2);
    one.accept(0, 1, vectors(), 1);
    assertTrue(Double.isNaN(one.of(0, 1)));
  }
}
