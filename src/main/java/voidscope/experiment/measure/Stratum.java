package voidscope.experiment.measure;

import java.util.Arrays;

/// Mean and spread of gradients over one part of all noise, from values with weights that sum to 1,
/// in double precision and centred, so that what does not vary has a spread of 0. Beside each
/// stands what a coarser rule gives.
final class Stratum {
  private final double[] mean;
  private final double[] coarseMean;
  private final double[] size;
  private double spread;
  private double coarseSpread;
  private double squaredObjective;

  /// @param parameters P
  Stratum(int parameters) {
    mean = new double[parameters];
    coarseMean = new double[parameters];
    size = new double[parameters];
  }

  void clear() {
    Arrays.fill(mean, 0);
    Arrays.fill(coarseMean, 0);
    Arrays.fill(size, 0);
    spread = 0;
    coarseSpread = 0;
    squaredObjective = 0;
  }

  /// Adds a part that varies independently of those before: means and spreads add up.
  ///
  /// @param g n rows of P values
  /// @param coarse weights of the coarser rule
  /// @param alike of how many independent parts alike it is the sum, with all of them equal: their
  ///   spread is that of their sum by their number
  void add(int n, float[] g, double[] weights, double[] coarse, int alike) {
    int parameters = mean.length;
    for (int d = 0; d < parameters; d++) {
      double m = 0;
      double c = 0;
      double s = 0;
      for (int i = 0; i < n; i++) {
        double value = g[i * parameters + d];
        m += weights[i] * value;
        c += coarse[i] * value;
        s += weights[i] * Math.abs(value);
      }
      double squares = 0;
      double coarseSquares = 0;
      for (int i = 0; i < n; i++) {
        double away = g[i * parameters + d] - m;
        squares += weights[i] * away * away;
        away = g[i * parameters + d] - c;
        coarseSquares += coarse[i] * away * away;
      }
      mean[d] += m;
      coarseMean[d] += c;
      size[d] += s;
      spread += squares / alike;
      coarseSpread += coarseSquares / alike;
    }
  }

  /// Takes a row off the mean, that which two parts have in common.
  void subtract(float[] g, int row) {
    for (int d = 0; d < mean.length; d++) {
      double value = g[row * mean.length + d];
      mean[d] -= value;
      coarseMean[d] -= value;
      size[d] += Math.abs(value);
    }
  }

  /// Adds to E f² the rows from `from` on.
  void objective(int n, float[] f, double[] weights, int from) {
    for (int i = 0; i < n; i++) {
      squaredObjective += weights[from + i] * f[i] * f[i];
    }
  }

  double mean(int d) {
    return mean[d];
  }

  double coarseMean(int d) {
    return coarseMean[d];
  }

  /// E |ĝ| of a coordinate, part by part.
  double size(int d) {
    return size[d];
  }

  /// Trace of the covariance.
  double spread() {
    return spread;
  }

  double coarseSpread() {
    return coarseSpread;
  }

  double squaredObjective() {
    return squaredObjective;
  }
}
