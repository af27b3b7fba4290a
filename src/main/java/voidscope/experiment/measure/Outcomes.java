package voidscope.experiment.measure;

import voidscope.distribution.Draw;
import voidscope.distribution.Finite;

/// All outcomes of K exchangeable samples of a finite distribution, as codes in ascending order:
/// what differs in order alone is one outcome, as often as there are orders. Walked from the first
/// on.
final class Outcomes {
  private final Finite distribution;
  private final long[] codes;
  private boolean over;

  private Outcomes(Finite distribution, int samples) {
    this.distribution = distribution;
    codes = new long[samples];
  }

  /// At the first outcome.
  ///
  /// @param samples K
  static Outcomes of(Finite distribution, int samples) {
    return new Outcomes(distribution, samples);
  }

  /// How many there are, (M + K − 1 over K) for M of one sample; [Double#POSITIVE_INFINITY] where
  /// that is too great for a number.
  double count() {
    double count = 1;
    for (int k = 1; k <= codes.length; k++) {
      count *= ((double) distribution.outcomes() + k - 1) / k;
    }
    return count;
  }

  /// Whether all have been walked.
  boolean over() {
    return over;
  }

  /// Injects the noise of the present outcome into a row.
  ///
  /// @return its probability
  double inject(Draw draw, int row) {
    double probability = 1;
    int run = 0;
    for (int k = 0; k < codes.length; k++) {
      run = k > 0 && codes[k] == codes[k - 1] ? run + 1 : 1;
      probability *= distribution.outcome(codes[k], draw, k, row) * (k + 1) / run;
    }
    return probability;
  }

  /// Goes on to the next.
  void next() {
    int k = codes.length - 1;
    while (k >= 0 && codes[k] == distribution.outcomes() - 1) {
      k--;
    }
    if (k < 0) {
      over = true;
      return;
    }
    long code = codes[k] + 1;
    for (; k < codes.length; k++) {
      codes[k] = code;
    }
  }

  /// Back to the first.
  void restart() {
    java.util.Arrays.fill(codes, 0);
    over = false;
  }
}
