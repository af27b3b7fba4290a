package voidscope.problem.mdp;

import java.util.List;
import java.util.Set;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Pathwise;
import voidscope.estimator.Shape;
import voidscope.objective.Capability;
import voidscope.problem.Batch;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;
import voidscope.problem.Space;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;

/// A kind of problem that is neither a toy nor a VAE: the two-state decision process whose values
/// stand in `math-laboratory`. A row is a step of an episode, its f the return from there on, which
/// is known when the episode is over; the policy is a table of one logit a state. What is minimised
/// is minus the return, J.
///
/// @param discount γ
/// @param weighted whether row t's estimate counts γ^t, as the gradient of J does
/// @param first logit of state 0 at step 0
/// @param second logit of state 1
record Chain(double discount, boolean weighted, double first, double second)
    implements Problem, Known, Model {
  static final int HORIZON = 3;
  static final int STATES = 2;

  /// P(s' = 1 | s, a).
  private static final double[][] UP = {{.2, .8}, {.4, .9}};

  /// r(s, a).
  private static final double[][] REWARD = {{.5, 0}, {0, 1}};

  static double up(int state, int action) {
    return UP[state][action];
  }

  static double reward(int state, int action) {
    return REWARD[state][action];
  }

  @Override
  public Pathwise distribution() {
    return new Bernoulli(1);
  }

  @Override
  public Set<Capability> offers() {
    return Set.of(Capability.DISCRETE, Capability.BERNOULLI);
  }

  @Override
  public List<Quantity> quantities() {
    return Quantity.each(List.of("θ₀", "θ₁"));
  }

  @Override
  public Model model() {
    return this;
  }

  @Override
  public Known known() {
    return this;
  }

  @Override
  public double loss(float[] weights, float[] scratch) {
    return Episodes.of(this, weights).mean(Episodes.Episode::loss);
  }

  @Override
  public void gradient(float[] weights, double[] g) {
    Episodes episodes = Episodes.of(this, weights);
    for (int s = 0; s < STATES; s++) {
      int state = s;
      g[s] = episodes.mean(episode -> episode.estimate(true)[state]);
    }
  }

  @Override
  public double optimum() {
    return Double.NaN;
  }

  @Override
  public float[] initial(RandomStream stream) {
    return new float[] {(float) first, (float) second};
  }

  @Override
  public int from(int site) {
    return site == 0 ? 0 : STATES;
  }

  @Override
  public Shape shape(int site, int batch, int samples) {
    return new Shape(distribution(), HORIZON * batch, samples, STATES);
  }

  @Override
  public Batch batch(int batch, int samples, RandomStream data) {
    return new ChainBatch(this, batch, samples);
  }

  @Override
  public Watch watch() {
    return new Watch() {
      @Override
      public void tell(float[] weights, long step, float[] out) {
        System.arraycopy(weights, 0, out, 0, STATES);
      }

      @Override
      public float loss(float[] told) {
        throw new IllegalStateException("J is known");
      }
    };
  }

  @Override
  public Space space() {
    return Space.BATCH;
  }
}
