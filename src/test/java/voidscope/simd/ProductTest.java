package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.SteadyState;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// The three products against plain code in double precision, on matrices that lie within larger
/// arrays, at sizes with every kind of remainder.
final class ProductTest {
  private static final int AT = 3;
  private static final float GUARD = -12345;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 9, 1",
    "3, 1, 17",
    "4, 5, 16",
    "5, 16, 15",
    "4, 17, 33",
    "8, 8, 64",
    "7, 31, 65",
    "9, 40, 80",
    "4, 33, 96",
    "6, 12, 130",
    "24, 200, 31",
    "24, 20, 200",
    "12, 30, 145",
    "5, 784, 4",
    "6, 520, 20",
    "41, 600, 24",
    "20, 512, 79",
    "9, 16, 143",
    "13, 47, 250"
  })
  void products_areWhatScalarCodeDoes(int m, int k, int n) {
    float[] a = matrix(m * k, 1);
    float[] b = matrix(k * n, 2);
    float[] sums = new float[Product.SCRATCH];
    check(m, k, n, a, b, 1, k, 1, n, c -> Product.add(m, k, n, a, AT, b, AT, c, AT, sums));
    check(
        m,
        k,
        n,
        a,
        b,
        m,
        1,
        1,
        n,
        c -> Product.addLeftTransposed(m, k, n, a, AT, b, AT, c, AT, sums));
    check(
        m,
        k,
        n,
        a,
        b,
        1,
        k,
        k,
        1,
        c -> Product.addRightTransposed(m, k, n, a, AT, b, AT, c, AT, sums));
  }

  /// The chains of A·B and Aᵀ·B have the bits of plain code, wherever the matrices lie.
  @ParameterizedTest
  @CsvSource({
    "1, 4, 10",
    "2, 5, 3",
    "3, 200, 2",
    "10, 200, 10",
    "10, 200, 1",
    "7, 3, 15",
    "9, 40, 4",
    "5, 7, 16",
    "11, 21, 31"
  })
  void chains_haveTheBitsOfPlainCode(int m, int k, int n) {
    for (int room : new int[] {0, 1, 7, 15, 40}) {
      float[] a = matrix(m * k, 1);
      float[] sums = new float[Product.SCRATCH];
      float[] b = Arrays.copyOf(matrix(k * n, 2), AT + k * n + room);
      float[] start = Arrays.copyOf(matrix(m * n, 3), AT + m * n + room);
      float[] c = start.clone();
      Product.add(m, k, n, a, AT, b, AT, c, AT, sums);
      assertArrayEquals(plain(m, k, n, a, k, 1, b, start), c);
      c = start.clone();
      Product.addLeftTransposed(m, k, n, a, AT, b, AT, c, AT, sums);
      assertArrayEquals(plain(m, k, n, a, 1, m, b, start), c);
    }
  }

  /// Nor does it show in the bits by which tiles a product was worked on.
  @ParameterizedTest
  @CsvSource({"4, 300, 33", "24, 40, 200", "131, 257, 65", "25, 130, 49", "1, 16, 16", "3, 70, 47"})
  void tiles_allHaveTheBitsOfPlainCode(int m, int k, int n) {
    float[] a = matrix(m * k, 1);
    float[] b = matrix(k * n, 2);
    float[] turned = matrix(k * n, 2);
    for (int l = 0; l < k; l++) {
      for (int j = 0; j < n; j++) {
        turned[AT + j * k + l] = b[AT + l * n + j];
      }
    }
    float[] start = matrix(m * n, 3);
    float[] scratch = new float[Product.SCRATCH];
    List<Tiling.Shape> shapes = new ArrayList<>(Tiling.SHAPES);
    shapes.add(new Tiling.Shape(1, 1));
    shapes.add(new Tiling.Shape(5, 3));
    for (Tiling.Shape shape : shapes) {
      Tiling tiling = new Tiling(shape);
      float[] c = start.clone();
      Blocks.add(tiling, m, k, n, a, AT, k, 1, b, AT, n, 1, c, AT, n, scratch);
      assertArrayEquals(plain(m, k, n, a, k, 1, b, start), c, shape.toString());
      c = start.clone();
      Blocks.add(tiling, m, k, n, a, AT, 1, m, b, AT, n, 1, c, AT, n, scratch);
      assertArrayEquals(plain(m, k, n, a, 1, m, b, start), c, shape.toString());
      c = start.clone();
      Blocks.add(tiling, m, k, n, a, AT, k, 1, turned, AT, 1, k, c, AT, n, scratch);
      assertArrayEquals(plain(m, k, n, a, k, 1, b, start), c, shape.toString());
    }
  }

  /// Nor does it show who worked on which columns; no product allocates.
  @ParameterizedTest
  @CsvSource({"24, 257, 203", "37, 512, 65", "24, 784, 200", "131, 129, 47", "784, 24, 201"})
  void products_haveTheSameBits_whoeverShares(int m, int k, int n) {
    float[] a = matrix(m * k, 1);
    float[] b = matrix(k * n, 2);
    float[] start = matrix(m * n, 3);
    float[] sums = new float[Product.SCRATCH];
    float[] turned = start.clone();
    Product.addRightTransposed(m, k, n, a, AT, b, AT, turned, AT, sums);
    float[] c = start.clone();
    float[] g = start.clone();
    float[] t = start.clone();
    ThreadTeam.Task products =
        (chunk, worker) -> {
          System.arraycopy(start, 0, c, 0, c.length);
          System.arraycopy(start, 0, g, 0, g.length);
          System.arraycopy(start, 0, t, 0, t.length);
          Product.add(m, k, n, a, AT, b, AT, c, AT, sums);
          Product.addLeftTransposed(m, k, n, a, AT, b, AT, g, AT, sums);
          Product.addRightTransposed(m, k, n, a, AT, b, AT, t, AT, sums);
        };
    for (int threads = 2; threads <= 4; threads++) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int run = 0; run < 20; run++) {
          team.run(1, products);
          assertArrayEquals(plain(m, k, n, a, k, 1, b, start), c);
          assertArrayEquals(plain(m, k, n, a, 1, m, b, start), g);
          assertArrayEquals(turned, t);
        }
        assertEquals(0, SteadyState.bytes(() -> team.run(1, products)));
      }
    }
  }

  /// The fastest is one of those that were measured, and is told.
  @Test
  void measure_choosesAShape() {
    Tiling.measure();
    assertTrue(Tiling.SHAPES.contains(Tiling.chosen().shape()));
    assertTrue(
        !VectorUse.inUse()
            || VectorUse.sentence().contains("tiles of " + Tiling.chosen().shape() + " vectors"));
  }

  /// Less than a twentieth is chance.
  @Test
  void fastest_isTheFirst_unlessAnotherIsClearlyFaster() {
    assertEquals(0, Tiling.fastest(new long[] {100, 99, 96, 300}));
    assertEquals(2, Tiling.fastest(new long[] {100, 94, 80, 81}));
  }

  private static float[] plain(
      int m, int k, int n, float[] a, int row, int step, float[] b, float[] start) {
    float[] c = start.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int l = 0; l < k; l++) {
          float left = a[AT + i * row + l * step];
          c[AT + i * n + j] = Math.fma(left, b[AT + l * n + j], c[AT + i * n + j]);
        }
      }
    }
    return c;
  }

  private interface Kernel {
    void run(float[] c);
  }

  /// @param aStep what the index of A grows by from a term to the next, and aRow from a row
  /// @param bColumn what the index of B grows by from a column to the next, and bStep from a term
  private static void check(
      int m,
      int k,
      int n,
      float[] a,
      float[] b,
      int aStep,
      int aRow,
      int bColumn,
      int bStep,
      Kernel kernel) {
    float[] c = matrix(m * n, 3);
    float[] before = c.clone();
    kernel.run(c);
    double bound = Math.ulp(1f) * (k + 1);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = before[AT + i * n + j];
        for (int l = 0; l < k; l++) {
          sum += (double) a[AT + i * aRow + l * aStep] * b[AT + j * bColumn + l * bStep];
        }
        assertEquals(sum, c[AT + i * n + j], bound, "row " + i + ", column " + j);
      }
    }
    for (int i = 0; i < AT; i++) {
      assertEquals(GUARD, c[i]);
      assertEquals(GUARD, c[AT + m * n + i]);
    }
  }

  private static float[] matrix(int count, int slot) {
    float[] values = new float[AT + count + AT];
    RandomStream.of(7, "products", slot).uniform(0, 0, values.length, values);
    for (int i = 0; i < values.length; i++) {
      values[i] = i < AT || i >= AT + count ? GUARD : 2 * values[i] - 1;
    }
    return values;
  }
}
