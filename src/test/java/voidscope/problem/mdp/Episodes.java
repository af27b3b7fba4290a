package voidscope.problem.mdp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import voidscope.stat.Sigmoid;

/// All episodes that a [Chain] can have under a table of logits, with their probabilities.
///
/// @param all them
record Episodes(List<Episode> all) {
  /// One of them.
  ///
  /// @param chain whose
  /// @param table θ
  /// @param probability of it
  /// @param states of its steps
  /// @param actions of its steps
  record Episode(Chain chain, float[] table, double probability, int[] states, int[] actions) {
    /// Minus the return from a step on.
    double cost(int from) {
      double sum = 0;
      for (int t = Chain.HORIZON - 1; t >= from; t--) {
        sum = chain.discount() * sum - Chain.reward(states[t], actions[t]);
      }
      return sum;
    }

    double loss() {
      return cost(0);
    }

    /// What REINFORCE makes of it, summed over the steps.
    ///
    /// @param baseline of each state; none: 0
    double[] estimate(boolean weighted, double... baseline) {
      double[] g = new double[Chain.STATES];
      for (int t = 0; t < Chain.HORIZON; t++) {
        double score = actions[t] - Sigmoid.of(table[states[t]]);
        double weight = weighted ? Math.pow(chain.discount(), t) : 1;
        g[states[t]] +=
            weight * (cost(t) - (baseline.length == 0 ? 0 : baseline[states[t]])) * score;
      }
      return g;
    }
  }

  static Episodes of(Chain chain, float[] table) {
    List<Episode> all = new ArrayList<>();
    walk(chain, table, 1, new int[Chain.HORIZON], new int[Chain.HORIZON], 0, all);
    return new Episodes(List.copyOf(all));
  }

  private static void walk(
      Chain chain,
      float[] table,
      double probability,
      int[] states,
      int[] actions,
      int t,
      List<Episode> all) {
    if (t == Chain.HORIZON) {
      all.add(new Episode(chain, table, probability, states.clone(), actions.clone()));
      return;
    }
    for (int action = 0; action < 2; action++) {
      actions[t] = action;
      double acting = Sigmoid.of(action == 1 ? table[states[t]] : -table[states[t]]);
      double up = Chain.up(states[t], action);
      if (t + 1 == Chain.HORIZON) {
        walk(chain, table, probability * acting, states, actions, t + 1, all);
      } else {
        for (int next = 0; next < Chain.STATES; next++) {
          states[t + 1] = next;
          double moving = next == 1 ? up : 1 - up;
          walk(chain, table, probability * acting * moving, states, actions, t + 1, all);
        }
      }
    }
  }

  double mean(ToDoubleFunction<Episode> of) {
    return all.stream().mapToDouble(e -> e.probability() * of.applyAsDouble(e)).sum();
  }
}
