package voidscope.problem.rl;

import java.util.List;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.random.RandomStream;
import voidscope.stat.Sigmoid;

/// One logit a state, of two actions: π(1|s) = σ(θ_s). Observed is whether it is in each of the
/// states.
///
/// @param first the logits at step 0, one a state
record TablePolicy(List<Double> first) implements Policy {
  @Override
  public Pathwise distribution() {
    return new Bernoulli(1);
  }

  @Override
  public int parameters() {
    return first.size();
  }

  @Override
  public void initialize(float[] to, RandomStream stream) {
    for (int s = 0; s < first.size(); s++) {
      to[s] = first.get(s).floatValue();
    }
  }

  @Override
  public double action(float[] b, int row) {
    return b[row];
  }

  @Override
  public double density(Draw draw, int row) {
    double logit = draw.theta()[row];
    return Sigmoid.of(draw.b()[0][row] == 1 ? logit : -logit);
  }

  /// ∂H/∂θ = −θσ(θ)σ(−θ).
  @Override
  public void entropy(Draw draw, float weight, float[] g) {
    for (int row = 0; row < draw.n(); row++) {
      double logit = draw.theta()[row];
      g[row] = (float) (weight * logit * Sigmoid.of(logit) * Sigmoid.of(-logit));
    }
  }

  @Override
  public double divergence(int n, float[] of, float[] from) {
    double sum = 0;
    for (int row = 0; row < n; row++) {
      double p = Sigmoid.of((double) of[row]);
      sum += p * (surprise(from[row]) - surprise(of[row]));
      sum += (1 - p) * (surprise(-from[row]) - surprise(-of[row]));
    }
    return sum / n;
  }

  /// −log σ(x).
  private static double surprise(double x) {
    return Math.max(0, -x) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  public Passes passes(int rows) {
    return new Look(first.size(), rows);
  }

  private static final class Look implements Passes {
    private final int states;
    private final float[] logits;
    private final float[] tangent;
    private float[] table = {};
    private float[] seen = {};

    Look(int states, int rows) {
      this.states = states;
      logits = new float[rows];
      tangent = new float[rows];
    }

    @Override
    public void bind(float[] weights) {
      table = weights;
    }

    @Override
    public float[] value(int n, float[] observed) {
      seen = observed;
      return look(n, table, logits);
    }

    @Override
    public float[] along(int n, float[] direction) {
      return look(n, direction, tangent);
    }

    private float[] look(int n, float[] in, float[] to) {
      for (int row = 0; row < n; row++) {
        float found = 0;
        for (int s = 0; s < states; s++) {
          found += seen[row * states + s] * in[s];
        }
        to[row] = found;
      }
      return to;
    }

    @Override
    public void reverse(int n, float[] g, float[] gradient) {
      for (int row = 0; row < n; row++) {
        for (int s = 0; s < states; s++) {
          gradient[s] += seen[row * states + s] * g[row];
        }
      }
    }
  }
}
