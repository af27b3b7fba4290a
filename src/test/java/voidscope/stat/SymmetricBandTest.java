package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Systems in a band against commons-math3's general ones.
class SymmetricBandTest {
  @ParameterizedTest
  @CsvSource({"1,0", "1,5", "7,0", "7,1", "13,4", "40,39", "65,17"})
  void solution_isThatOfAGeneralSolver(int size, int band) {
    SplittableRandom random = new SplittableRandom(size * 100L + band);
    RealMatrix full = new Array2DRowRealMatrix(size, size);
    SymmetricBand matrix = new SymmetricBand(size, band);
    for (int i = 0; i < size; i++) {
      for (int j = i; j < Math.min(size, i + band + 1); j++) {
        double value = i == j ? 2.5 * (band + 1) : random.nextDouble(-1, 1);
        full.addToEntry(i, j, value);
        if (i != j) {
          full.addToEntry(j, i, value);
        }
        matrix.add(j, i, .25 * value);
        matrix.add(i, j, .75 * value);
      }
    }
    double[] right = random.doubles(size, -1, 1).toArray();
    double[] expected =
        new LUDecomposition(full).getSolver().solve(new Array2DRowRealMatrix(right)).getColumn(0);
    assertTrue(matrix.solve(right, () -> false));
    assertArrayEquals(expected, right, 1e-13);
  }

  @Test
  void whatIsOutsideTheBand_orNotPositive_isRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> new SymmetricBand(5, 1).add(1, 3, 1));
    SymmetricBand matrix = new SymmetricBand(2, 1);
    matrix.add(0, 0, 1);
    matrix.add(0, 1, 2);
    matrix.add(1, 1, 1);
    ArithmeticException why =
        assertThrows(ArithmeticException.class, () -> matrix.solve(new double[2], () -> false));
    assertEquals("row 1: the matrix is not positive definite", why.getMessage());
  }

  @Test
  void unwanted_isLeftInTheMiddle() {
    SymmetricBand matrix = new SymmetricBand(50, 3);
    for (int i = 0; i < 50; i++) {
      matrix.add(i, i, 1);
    }
    AtomicInteger asked = new AtomicInteger();
    assertFalse(matrix.solve(new double[50], () -> asked.incrementAndGet() == 20));
    assertEquals(20, asked.get());
  }
}
