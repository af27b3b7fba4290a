package voidscope.problem.toy;

import java.util.Arrays;

/// A function of D bits as Σ_S c_S ∏_{i∈S} sᵢ with signs s = 2b − 1. Under independent Bernoulli
/// latents E sᵢ = tanh(θᵢ/2) = mᵢ, so the expectation is the same sum of the means' products, and
/// the derivative by mᵢ comes with it. The transform is orthogonal, so no digits are lost; terms
/// that are rounding errors are left out, so that an f of few interactions costs little for any D.
/// Immutable.
final class WalshSeries {
  /// What a coefficient must exceed, as a share of the greatest |f|.
  private static final double ROUNDING = 2e-15;

  private final int bits;
  private final int[] sets;
  private final double[] coefficients;
  private final double least;

  /// @param bits D
  /// @param table f of all 2^D codes, bit i of a code being coordinate i; overwritten
  WalshSeries(int bits, double[] table) {
    this.bits = bits;
    double greatest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double f : table) {
      greatest = Math.max(greatest, Math.abs(f));
      smallest = Math.min(smallest, f);
    }
    least = smallest;
    transform(table);
    double bound = Double.isFinite(greatest) ? ROUNDING * greatest : -1;
    sets = new int[(int) Arrays.stream(table).filter(c -> !(Math.abs(c) <= bound)).count()];
    coefficients = new double[sets.length];
    int count = 0;
    for (int set = 0; set < table.length; set++) {
      if (!(Math.abs(table[set]) <= bound)) {
        sets[count] = set;
        coefficients[count++] = table[set];
      }
    }
  }

  private void transform(double[] table) {
    for (int bit = 1; bit < table.length; bit <<= 1) {
      for (int i = 0; i < table.length; i++) {
        if ((i & bit) == 0) {
          double zero = table[i];
          double one = table[i | bit];
          table[i] = (zero + one) / 2;
          table[i | bit] = (one - zero) / 2;
        }
      }
    }
  }

  /// The least f.
  double least() {
    return least;
  }

  /// The expectation.
  ///
  /// @param means m, D values
  double expectation(float[] means) {
    return below(0, sets.length, bits - 1, means);
  }

  /// Horner's rule over the highest bit first: the terms without it, and m times those with it.
  private double below(int from, int to, int bit, float[] means) {
    if (to - from <= 1) {
      return from == to ? 0 : single(from, bit, means);
    }
    int middle = split(from, to, bit);
    double without = below(from, middle, bit - 1, means);
    return middle == to ? without : without + means[bit] * below(middle, to, bit - 1, means);
  }

  private double single(int term, int highest, float[] means) {
    double product = coefficients[term];
    for (int bit = highest; bit >= 0; bit--) {
      product *= ((sets[term] >> bit) & 1) == 1 ? means[bit] : 1;
    }
    return product;
  }

  /// Adds the derivatives by the means.
  ///
  /// @param means m, D values
  /// @param g D values, added to
  void gradient(double[] means, double[] g) {
    slope(0, sets.length, bits - 1, 1, means, g);
  }

  /// @param prefix product of the means of the higher bits that all these terms have
  /// @return their sum without that product
  private double slope(int from, int to, int bit, double prefix, double[] means, double[] g) {
    if (from == to) {
      return 0;
    }
    if (bit < 0) {
      return coefficients[from];
    }
    int middle = split(from, to, bit);
    double without = slope(from, middle, bit - 1, prefix, means, g);
    if (middle == to) {
      return without;
    }
    double with = slope(middle, to, bit - 1, prefix * means[bit], means, g);
    g[bit] += prefix * with;
    return without + means[bit] * with;
  }

  /// The first of some terms, alike above a bit, that has it.
  private int split(int from, int to, int bit) {
    if (((sets[from] >> bit) & 1) == 1) {
      return from;
    }
    int low = from;
    int high = to;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (((sets[middle] >> bit) & 1) == 1) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
