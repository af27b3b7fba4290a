package voidscope.experiment.record;

import java.util.stream.IntStream;
import voidscope.stat.Covariances;

/// How the variance of ĝ is made up of its terms: their covariances, each term taken with its sign,
/// so that all of them sum to Var ĝ. Of vectors they are traces.
///
/// @param covariances terms by terms, with the variances on the diagonal
/// @param doubtful whether they were drawn where most samples hold no event of a rare side, and are
///   those of something else
public record TermShares(double[][] covariances, boolean doubtful) {
  /// Those of covariances of the terms without their signs.
  public static TermShares of(Covariances of, int[] signs, boolean doubtful) {
    double[][] signed = new double[signs.length][signs.length];
    for (int i = 0; i < signs.length; i++) {
      for (int j = 0; j < signs.length; j++) {
        signed[i][j] = signs[i] * signs[j] * of.of(i, j);
      }
    }
    return new TermShares(signed, doubtful);
  }

  /// How many terms.
  public int count() {
    return covariances.length;
  }

  /// Var ĝ, the sum of all.
  public double variance() {
    return IntStream.range(0, count()).mapToDouble(this::withAll).sum();
  }

  /// Cov(term, ĝ)/Var ĝ, the share of the variance that a term has; they sum to 1, and a term that
  /// takes away has a negative one. NaN where ĝ does not vary.
  public double share(int term) {
    double variance = variance();
    return variance > 0 ? withAll(term) / variance : Double.NaN;
  }

  private double withAll(int term) {
    return IntStream.range(0, count()).mapToDouble(j -> covariances[term][j]).sum();
  }

  /// Correlation of two terms; NaN where one does not vary.
  public double correlation(int i, int j) {
    double scale = Math.sqrt(covariances[i][i] * covariances[j][j]);
    return scale > 0 ? covariances[i][j] / scale : Double.NaN;
  }
}
