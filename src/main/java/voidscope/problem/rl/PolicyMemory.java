package voidscope.problem.rl;

import java.util.Arrays;

/// What is learned without a gradient, behind the policy's weights: how many rows were observed,
/// the mean and the variance of each observed number, and what the learning rate is multiplied by.
/// Nothing where a task learns nothing so.
///
/// @param at where it begins among the numbers that are trained
/// @param observations numbers of an observation
/// @param divergence KL divergence by which a step is to move the policy, or 0
record PolicyMemory(int at, int observations, double divergence) {
  /// How far the divergence may be off, either way, before the rate is changed, and by how much
  /// (Schulman et al. 2017; the authors' code of Grathwohl et al. 2018).
  private static final double LEEWAY = 2;

  private static final float CHANGE = 1.5f;

  /// The factor stays within this and its reciprocal.
  private static final float FURTHEST = 1e6f;

  /// Of more rows than this a float keeps no count: older ones then count less and less.
  private static final double MOST = 1 << 24;

  /// Numbers that it takes.
  static int size(int observations) {
    return 2 * observations + 2;
  }

  /// Writes it as at step 0.
  void initialize(float[] to) {
    Arrays.fill(to, at, at + size(observations), 0);
    to[rateAt()] = 1;
  }

  private int rateAt() {
    return at + 1 + 2 * observations;
  }

  /// Rows that were observed.
  double count(float[] trained) {
    return trained[at];
  }

  /// The mean of an observed number.
  float mean(float[] trained, int observation) {
    return trained[at + 1 + observation];
  }

  /// Its variance, over all rows.
  float variance(float[] trained, int observation) {
    return trained[at + 1 + observations + observation];
  }

  /// What the learning rate is multiplied by.
  float rate(float[] trained) {
    return trained[rateAt()];
  }

  /// Takes the moments of further rows in (Chan, Golub and LeVeque 1983).
  ///
  /// @param rows how many
  /// @param sums of each number's distance from the mean so far
  /// @param squares of its squares
  void observe(float[] trained, int rows, double[] sums, double[] squares) {
    double before = count(trained);
    double all = before + rows;
    for (int i = 0; i < observations; i++) {
      double shift = sums[i] / all;
      // About the mean so far the old rows have before·variance, the new ones `squares`.
      double about = (before * variance(trained, i) + squares[i]) / all;
      trained[at + 1 + i] += (float) shift;
      trained[at + 1 + observations + i] = (float) Math.max(0, about - shift * shift);
    }
    trained[at] = (float) Math.min(MOST, all);
  }

  /// Takes in how far a step has moved the policy.
  ///
  /// @param moved mean KL divergence of the rows' distributions from those that they were drawn of
  void moved(float[] trained, double moved) {
    float rate = rate(trained);
    if (moved > LEEWAY * divergence) {
      rate /= CHANGE;
    } else if (moved < divergence / LEEWAY) {
      rate *= CHANGE;
    }
    trained[rateAt()] = Math.clamp(rate, 1 / FURTHEST, FURTHEST);
  }
}
