package voidscope.problem.rl;

import java.util.List;
import voidscope.problem.Known;
import voidscope.stat.Sigmoid;

/// [TwoStates] under a table of one logit a state: the value and the policy gradient by dynamic
/// programming, ∂J/∂θ_s = Σₜ γᵗ P(sₜ = s) σ′(θ_s) (Qₜ(s, 1) − Qₜ(s, 0)) (Sutton et al. 2000).
record TwoStatesExact() implements Exact {
  @Override
  public Policy policy() {
    return new TablePolicy(List.of(-0.3, 0.7));
  }

  @Override
  public List<String> symbols() {
    return List.of("θ₀", "θ₁");
  }

  @Override
  public Known known(double discount) {
    return new Programming(discount);
  }

  private record Programming(double discount) implements Known {
    @Override
    public double loss(float[] weights, float[] scratch) {
      return -values(weights)[0][0];
    }

    @Override
    public void gradient(float[] weights, double[] g) {
      double[][] values = values(weights);
      double reached = 0; // P(sₜ = 1)
      double weight = 1;
      g[0] = 0;
      g[1] = 0;
      for (int t = 0; t < TwoStates.HORIZON; t++) {
        double after = 0;
        for (int s = 0; s < TwoStates.STATES; s++) {
          double here = s == 1 ? reached : 1 - reached;
          double acting = Sigmoid.of(weights[s]);
          double gain = action(values[t + 1], s, 1) - action(values[t + 1], s, 0);
          g[s] -= weight * here * acting * (1 - acting) * gain;
          after += here * (acting * TwoStates.up(s, 1) + (1 - acting) * TwoStates.up(s, 0));
        }
        reached = after;
        weight *= discount;
      }
    }

    /// Vₜ(s) of each step t, that behind the last being 0.
    private double[][] values(float[] weights) {
      double[][] values = new double[TwoStates.HORIZON + 1][TwoStates.STATES];
      for (int t = TwoStates.HORIZON - 1; t >= 0; t--) {
        for (int s = 0; s < TwoStates.STATES; s++) {
          double acting = Sigmoid.of(weights[s]);
          values[t][s] =
              acting * action(values[t + 1], s, 1) + (1 - acting) * action(values[t + 1], s, 0);
        }
      }
      return values;
    }

    /// Q(s, a) with the values of the next step.
    private double action(double[] next, int state, int action) {
      double up = TwoStates.up(state, action);
      return TwoStates.reward(state, action) + discount * (up * next[1] + (1 - up) * next[0]);
    }

    @Override
    public double optimum() {
      return Double.NaN;
    }
  }
}
