package voidscope.experiment;

/// First and second moments of gradients with weights that sum to 1, in double precision.
final class WeightedSums {
  private final double[] sum;
  private final double[] squares;

  /// @param parameters P
  WeightedSums(int parameters) {
    sum = new double[parameters];
    squares = new double[parameters];
  }

  void clear() {
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(squares, 0);
  }

  /// Adds n rows of P values.
  void accept(int n, float[] g, double[] weights) {
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += weights[i] * g[at];
        squares[d] += weights[i] * g[at] * g[at];
        at++;
      }
    }
  }

  double mean(int d) {
    return sum[d];
  }

  /// Trace of the covariance.
  double variance() {
    double trace = 0;
    for (int d = 0; d < sum.length; d++) {
      trace += Math.max(0, squares[d] - sum[d] * sum[d]);
    }
    return trace;
  }
}
