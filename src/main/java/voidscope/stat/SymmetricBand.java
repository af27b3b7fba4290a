package voidscope.stat;

import java.util.function.BooleanSupplier;

/// A symmetric positive definite matrix whose entries farther from the diagonal than its band are
/// zero, and the system of equations that it makes, solved in place by Cholesky's factors. Of each
/// row the diagonal and what stands to its right is kept.
public final class SymmetricBand {
  private final int size;
  private final int width;
  private final double[] rows;

  /// @param size of the matrix
  /// @param band how far from the diagonal entries may be other than zero; at most `size − 1`
  public SymmetricBand(int size, int band) {
    this.size = size;
    this.width = Math.min(band, size - 1) + 1;
    rows = new double[Math.multiplyExact(size, width)];
  }

  /// Adds to the entries at (i, j) and (j, i).
  ///
  /// @throws IndexOutOfBoundsException if they are outside the band
  public void add(int i, int j, double value) {
    int row = Math.min(i, j);
    int across = Math.max(i, j) - row;
    if (across >= width) {
      throw new IndexOutOfBoundsException("(" + i + ", " + j + ") is outside the band");
    }
    rows[row * width + across] += value;
  }

  /// Solves the system; the matrix becomes its factor, so that this can be done once.
  ///
  /// @param right the right-hand side; becomes the solution
  /// @param unwanted asked once a row whether to give up
  /// @return whether it was solved; the right-hand side is of no use if not
  /// @throws ArithmeticException if the matrix is not positive definite
  public boolean solve(double[] right, BooleanSupplier unwanted) {
    for (int k = 0; k < size; k++) {
      if (unwanted.getAsBoolean()) {
        return false;
      }
      eliminate(k, right);
    }
    for (int k = size - 1; k >= 0; k--) {
      int at = k * width;
      double sum = right[k];
      for (int j = 1; j < reach(k); j++) {
        sum -= rows[at + j] * right[k + j];
      }
      right[k] = sum / rows[at];
    }
    return true;
  }

  private int reach(int row) {
    return Math.min(width, size - row);
  }

  private void eliminate(int k, double[] right) {
    int at = k * width;
    int reach = reach(k);
    if (!(rows[at] > 0)) {
      throw new ArithmeticException("row " + k + ": the matrix is not positive definite");
    }
    double root = Math.sqrt(rows[at]);
    for (int j = 0; j < reach; j++) {
      rows[at + j] /= root;
    }
    right[k] /= root;
    for (int i = 1; i < reach; i++) {
      double factor = rows[at + i];
      if (factor != 0) {
        subtract(factor, at + i, (k + i) * width, reach - i);
        right[k + i] -= factor * right[k];
      }
    }
  }

  private void subtract(double factor, int from, int to, int count) {
    for (int j = 0; j < count; j++) {
      rows[to + j] -= factor * rows[from + j];
    }
  }
}
