package voidscope.problem.mdp;

import java.util.Arrays;
import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.random.RandomStream;

/// Episodes of a [Chain] side by side: rows t·B to (t + 1)·B − 1 are their t-th steps, which have
/// their θ when the steps before have been drawn and acted on.
final class ChainBatch implements Batch, Objective {
  private final Chain chain;
  private final int episodes;
  private final Draw draw;
  private final int[] states;
  private final float[] cost;
  private final float[] chance;
  private float[] table = {};

  ChainBatch(Chain chain, int episodes, int samples) {
    this.chain = chain;
    this.episodes = episodes;
    draw = chain.shape(0, episodes, samples).allocate();
    states = new int[draw.n()];
    cost = new float[draw.n()];
    chance = new float[draw.n()];
  }

  @Override
  public void begin(float[] weights, long step) {
    table = weights;
  }

  @Override
  public void start(RandomStream world, long step, int sample) {
    world.uniform(step, sample, chance.length, chance);
    Arrays.fill(cost, Float.NaN);
  }

  @Override
  public int ready(int site, int drawn) {
    if (drawn == 0) {
      Arrays.fill(states, 0, episodes, 0);
      lay(0);
      return episodes;
    }
    int acted = drawn - episodes;
    for (int row = acted; row < drawn; row++) {
      int action = (int) draw.b()[0][row];
      cost[row] = (float) -Chain.reward(states[row], action);
      if (drawn < draw.n()) {
        states[row + episodes] = chance[row] < Chain.up(states[row], action) ? 1 : 0;
      }
    }
    if (drawn < draw.n()) {
      lay(drawn);
      return drawn + episodes;
    }
    for (int row = acted - 1; row >= 0; row--) {
      cost[row] += (float) chain.discount() * cost[row + episodes];
    }
    return drawn;
  }

  private void lay(int from) {
    for (int row = from; row < from + episodes; row++) {
      draw.theta()[row] = table[states[row]];
      for (int s = 0; s < Chain.STATES; s++) {
        draw.context()[row * Chain.STATES + s] = s == states[row] ? 1 : 0;
      }
    }
  }

  @Override
  public Draw draw(int site) {
    return draw;
  }

  @Override
  public Objective objective(int site) {
    return this;
  }

  @Override
  public Set<Capability> offers() {
    return chain.offers();
  }

  @Override
  public void value(Draw of, int k, float[] f) {
    System.arraycopy(cost, 0, f, 0, of.n());
  }

  @Override
  public void reverse(int site, float[] g, float[] gradient) {
    for (int row = 0; row < draw.n(); row++) {
      int t = row / episodes;
      double weight = chain.weighted() ? Math.pow(chain.discount(), t) : 1;
      gradient[states[row]] += (float) (weight / episodes) * g[row];
    }
  }

  @Override
  public float loss() {
    float sum = 0;
    for (int e = 0; e < episodes; e++) {
      sum += cost[e];
    }
    return sum / episodes;
  }
}
