package voidscope.problem.rl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import voidscope.stat.Sigmoid;

/// All paths of CartPole from a state where few lead far, eight steps long, under a linear policy
/// with the logits (0, w·s + bias), with their probabilities.
///
/// @param all them
record CartPolePaths(List<Path> all) {
  static final int HORIZON = 8;
  static final double[] START = {0, 0, .15, .3};

  /// w, then the bias.
  static final double[] WEIGHTS = {.1, .2, 3, 1, .25};

  /// One of them.
  ///
  /// @param scores ∂log π(aₜ)/∂(w, bias) of each of its steps
  record Path(double probability, double[][] scores) {
    int length() {
      return scores.length;
    }

    /// Σₜ ∂log π(aₜ)·Gₜ, of the reward to go.
    double[] estimate(double discount) {
      double[] g = new double[WEIGHTS.length];
      double toGo = 0;
      for (int t = length() - 1; t >= 0; t--) {
        toGo = 1 + discount * toGo;
        for (int i = 0; i < g.length; i++) {
          g[i] += toGo * scores[t][i];
        }
      }
      return g;
    }
  }

  static CartPolePaths enumerated() {
    List<Path> all = new ArrayList<>();
    walk(START, 1, new double[0][], all);
    return new CartPolePaths(List.copyOf(all));
  }

  private static void walk(double[] state, double probability, double[][] scores, List<Path> all) {
    double logit = WEIGHTS[4];
    float[] none = {};
    for (int i = 0; i < 4; i++) {
      logit += WEIGHTS[i] * state[i];
    }
    for (int action = 0; action < 2; action++) {
      CartPole world = new CartPole(HORIZON, HORIZON);
      world.restore(state, 0);
      double acting = Sigmoid.of(action == 1 ? logit : -logit);
      double[] score = new double[5];
      for (int i = 0; i < 5; i++) {
        double by = i < 4 ? state[i] : 1;
        score[i] = (action - Sigmoid.of(logit)) * by;
      }
      double[][] longer = Arrays.copyOf(scores, scores.length + 1);
      longer[scores.length] = score;
      world.step(action, none, 0);
      double[] next = new double[4];
      world.save(next, 0);
      if (world.over() || longer.length == HORIZON) {
        all.add(new Path(probability * acting, longer));
      } else {
        walk(next, probability * acting, longer, all);
      }
    }
  }

  double mean(ToDoubleFunction<Path> of) {
    return all.stream().mapToDouble(path -> path.probability() * of.applyAsDouble(path)).sum();
  }

  double[] mean(double discount) {
    double[] mean = new double[WEIGHTS.length];
    Arrays.setAll(mean, i -> mean(path -> path.estimate(discount)[i]));
    return mean;
  }

  /// Trace of the covariance.
  double variance(double discount) {
    double[] mean = mean(discount);
    return mean(
        path -> {
          double[] g = path.estimate(discount);
          double sum = 0;
          for (int i = 0; i < g.length; i++) {
            sum += (g[i] - mean[i]) * (g[i] - mean[i]);
          }
          return sum;
        });
  }
}
