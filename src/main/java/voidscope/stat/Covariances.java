package voidscope.stat;

import java.util.Arrays;

/// Covariances of several vectors that are drawn together, such as the terms of an estimate; of
/// vectors they are traces, summed over the coordinates.
public final class Covariances {
  private final int count;
  private final int parameters;
  private final double[] sums;
  private final double[] products;
  private double total;
  private long rows;

  /// @param count how many vectors
  /// @param parameters length of each
  public Covariances(int count, int parameters) {
    this.count = count;
    this.parameters = parameters;
    sums = new double[count * parameters];
    products = new double[count * count];
  }

  /// Forgets everything.
  public void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(products, 0);
    total = 0;
    rows = 0;
  }

  /// Adds draws, a row each.
  ///
  /// @param from first row, `to` the row past the last
  /// @param vectors by vector, N×P
  /// @param weight how much each draw counts, greater than 0
  public void accept(int from, int to, float[][] vectors, double weight) {
    for (int i = 0; i < count; i++) {
      float[] one = vectors[i];
      for (int row = from; row < to; row++) {
        for (int d = 0; d < parameters; d++) {
          sums[i * parameters + d] += weight * one[row * parameters + d];
        }
      }
      for (int j = 0; j <= i; j++) {
        products[i * count + j] +=
            weight * product(one, vectors[j], from * parameters, to * parameters);
      }
    }
    total += weight * (to - from);
    rows += to - from;
  }

  /// In four sums, which do not wait for one another.
  private static double product(float[] a, float[] b, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int at = from;
    for (; at + 3 < to; at += 4) {
      first += (double) a[at] * b[at];
      second += (double) a[at + 1] * b[at + 1];
      third += (double) a[at + 2] * b[at + 2];
      fourth += (double) a[at + 3] * b[at + 3];
    }
    for (; at < to; at++) {
      first += (double) a[at] * b[at];
    }
    return first + second + (third + fourth);
  }

  /// The covariance of two of them, of i = j the variance; NaN of fewer than two draws.
  public double of(int i, int j) {
    double means = 0;
    for (int d = 0; d < parameters; d++) {
      means += sums[i * parameters + d] * sums[j * parameters + d];
    }
    double product = products[Math.max(i, j) * count + Math.min(i, j)];
    double population = (product - means / total) / total;
    double sample = rows < 2 ? Double.NaN : population * rows / (rows - 1);
    return i == j ? Math.max(0, sample) : sample;
  }
}
