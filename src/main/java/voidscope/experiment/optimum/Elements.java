package voidscope.experiment.optimum;

import java.util.Arrays;

/// Continuous functions that are a polynomial on each of many intervals, told by their values at
/// nodes. Immutable.
final class Elements {
  private final double[] ends;

  /// The nodes of an interval as shares of it: those of Chebyshev, with both ends.
  private final double[] shares;

  /// @param reach the intervals go from −reach to reach
  /// @param longest length of an interval
  /// @param stops where intervals end in any case, in any order
  /// @param degree of the polynomials
  Elements(double reach, double longest, double[] stops, int degree) {
    double[] inside =
        Arrays.stream(stops).filter(at -> Math.abs(at) < reach).sorted().distinct().toArray();
    double[] made = {-reach};
    for (int i = 0; i <= inside.length; i++) {
      double from = made[made.length - 1];
      double to = i < inside.length ? inside[i] : reach;
      int parts = (int) Math.ceil((to - from) / longest);
      int before = made.length;
      made = Arrays.copyOf(made, before + parts);
      for (int k = 1; k <= parts; k++) {
        made[before + k - 1] = k == parts ? to : from + (to - from) * k / parts;
      }
    }
    ends = made;
    shares = new double[degree + 1];
    Arrays.setAll(shares, k -> (1 - Math.cos(Math.PI * k / degree)) / 2);
  }

  /// How many intervals there are.
  int count() {
    return ends.length - 1;
  }

  /// Degree of the polynomials.
  int degree() {
    return shares.length - 1;
  }

  /// How many nodes there are; an interval's last is the next one's first.
  int nodes() {
    return count() * degree() + 1;
  }

  /// Where an interval begins, and, of their number, where the last ends.
  double end(int interval) {
    return ends[interval];
  }

  private double share(int interval, double at) {
    return (at - ends[interval]) / (ends[interval + 1] - ends[interval]);
  }

  /// Value of the k-th polynomial of an interval, which is 1 at its k-th node and 0 at the others.
  double value(int interval, int k, double at) {
    return product(k, k, share(interval, at));
  }

  /// Slope of the k-th polynomial of an interval.
  double slope(int interval, int k, double at) {
    double share = share(interval, at);
    double sum = 0;
    for (int m = 0; m < shares.length; m++) {
      if (m != k) {
        sum += product(k, m, share) / (shares[k] - shares[m]);
      }
    }
    return sum / (ends[interval + 1] - ends[interval]);
  }

  /// Lagrange's product for node k without the factor of another.
  private double product(int k, int without, double share) {
    double product = 1;
    for (int m = 0; m < shares.length; m++) {
      if (m != k && m != without) {
        product *= (share - shares[m]) / (shares[k] - shares[m]);
      }
    }
    return product;
  }

  /// A function at a place within the reach.
  ///
  /// @param values at the nodes
  double at(double place, double[] values) {
    int found = Arrays.binarySearch(ends, place);
    int interval = Math.min(found >= 0 ? found : -found - 2, count() - 1);
    double sum = 0;
    for (int k = 0; k <= degree(); k++) {
      sum += values[interval * degree() + k] * value(interval, k, place);
    }
    return sum;
  }
}
