package voidscope.stat;

/// Count, mean and the sums of the second, third and fourth powers about it, mergeable in a fixed
/// order (Pébay 2008, SAND2008-6212, equations 2.1 to 2.9). NaN anywhere makes everything NaN.
public final class Moments {
  private long count;
  private double mean;
  private double m2;
  private double m3;
  private double m4;

  /// Forgets everything.
  public void clear() {
    count = 0;
    mean = 0;
    m2 = 0;
    m3 = 0;
    m4 = 0;
  }

  /// Adds a block's moments.
  ///
  /// @param n its count; nothing happens at 0
  /// @param blockMean its mean
  /// @param b2 Σ(x − mean)², b3 Σ(x − mean)³ and b4 Σ(x − mean)⁴ of the block
  public void accept(long n, double blockMean, double b2, double b3, double b4) {
    if (n == 0) {
      return;
    }
    double na = count;
    double nb = n;
    double all = na + nb;
    double delta = blockMean - mean;
    double ratio = delta / all;
    double cross = delta * ratio * na * nb;
    m4 +=
        b4
            + cross * ratio * ratio * (na * na - na * nb + nb * nb)
            + 6 * ratio * ratio * (na * na * b2 + nb * nb * m2)
            + 4 * ratio * (na * b3 - nb * m3);
    m3 += b3 + cross * ratio * (na - nb) + 3 * ratio * (na * b2 - nb * m2);
    m2 += b2 + cross;
    mean += nb * ratio;
    count += n;
  }

  /// Adds what another has seen.
  public void combine(Moments other) {
    accept(other.count, other.mean, other.m2, other.m3, other.m4);
  }

  /// Number of values.
  public long count() {
    return count;
  }

  /// Arithmetic mean; 0 while empty.
  public double mean() {
    return mean;
  }

  /// Unbiased sample variance; NaN below two values.
  public double variance() {
    return count < 2 ? Double.NaN : m2 / (count - 1);
  }

  /// Standard error of the mean.
  public double standardError() {
    return Math.sqrt(variance() / count);
  }

  /// Standard error of the sample variance, √((μ₄ − σ⁴)/n), to first order in 1/n.
  public double varianceStandardError() {
    double sigma2 = m2 / count;
    return Math.sqrt(Math.max(0, m4 / count - sigma2 * sigma2) / count);
  }
}
