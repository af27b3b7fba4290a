package voidscope.problem.rl;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.problem.EpisodeNote;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// Episodes side by side. The rows are their steps, first all first ones, then the second ones of
/// those that are not over, and so on: as many as the episodes are long together. Each is acted on
/// when the next ones are asked for.
final class EpisodeBatch implements Batch, Objective {
  private static final int CUT = -2;

  private final Task task;
  private final World[] worlds;
  private final Policy.Passes stepping;
  private final Policy.Passes whole;
  private final int parameters;
  private final int observations;
  private final RowContext context;
  private final int startChance;
  private final int stepChance;
  private final int limit;

  /// Uniform numbers of one episode.
  private final int chanceEach;

  private final float[] chance;
  private final Sight sight;
  private final PolicyMemory memory;

  /// Distances of what is observed from its mean so far, summed, and their squares.
  private final double[] sums;

  private final double[] squares;

  /// γᵗ, or ones, over the number of episodes.
  private final float[] weights;

  /// Draws of the same arrays by their rows, as no step may make one.
  private final Draw[] draws;

  /// What is observed at the rows that are to be acted on, and at all rows.
  private final float[] observed;

  private final float[] seen;
  private final double[] reward;
  private final int[] episode;
  private final int[] time;

  /// The row of the same episode's next step; −1 where there is none, or [#CUT] less the number of
  /// the state from which it would have gone on but for the limit.
  private final int[] next;

  private final double[] toGo;
  private final float[] cost;
  private final float[] rowWeight;
  private final float[] cotangent;

  /// What is observed where episodes were cut off, as the policy sees it, and as contexts; how
  /// many.
  private final float[] cutSeen;

  private final float[] cutContext;
  private int cuts;

  /// What is expected of f from there on.
  private final float[] beyond;

  private double earned;

  /// That of the first episode alone.
  private double firstEarned;

  private long begun;
  private int rows;
  private int active;

  EpisodeBatch(Task task, int episodes, int samples) {
    this.task = task;
    worlds = new World[episodes];
    Arrays.setAll(worlds, e -> task.world());
    World world = worlds[0];
    limit = world.limit();
    observations = world.observations();
    startChance = world.startChance();
    stepChance = world.stepChance();
    chanceEach = startChance + limit * stepChance;
    chance = new float[episodes * chanceEach];
    sight = new Sight(task);
    memory = task.memory();
    sums = new double[observations];
    squares = new double[observations];
    weights = new float[limit];
    for (int t = 0; t < limit; t++) {
      double weight = task.weighted() ? Math.pow(task.discount(), t) : 1;
      weights[t] = (float) (weight / episodes);
    }
    int most = limit * episodes;
    Draw draw = task.shape(0, episodes, samples).allocate();
    draws = new Draw[most + 1];
    Arrays.setAll(draws, n -> n == most ? draw : draw.rows(n));
    rows = most;
    parameters = task.distribution().parameters();
    stepping = task.policy().passes(episodes);
    whole = task.policy().passes(most);
    context = task.context();
    observed = new float[episodes * observations];
    seen = new float[most * observations];
    reward = new double[most];
    episode = new int[most];
    time = new int[most];
    next = new int[most];
    toGo = new double[most];
    cost = new float[most];
    rowWeight = new float[most];
    cotangent = new float[most * parameters];
    cutSeen = new float[episodes * observations];
    cutContext = new float[episodes * context.width()];
    beyond = new float[episodes];
  }

  @Override
  public void begin(float[] trained, long step) {
    stepping.bind(trained);
    whole.bind(trained);
    sight.bind(trained);
    begun = step;
  }

  @Override
  public void start(RandomStream world, long step, int sample) {
    world.uniform(step, sample, chance.length, chance);
    rows = draws.length - 1;
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    cuts = 0;
    earned = 0;
    firstEarned = 0;
  }

  @Override
  public int ready(int site, int drawn) {
    int laid = drawn;
    if (drawn == 0) {
      for (int e = 0; e < worlds.length; e++) {
        worlds[e].start(chance, e * chanceEach);
        lay(laid++, e, 0);
      }
    } else {
      for (int row = drawn - active; row < drawn; row++) {
        next[row] = act(row);
        if (next[row] == 0) {
          next[row] = laid;
          lay(laid++, episode[row], time[row] + 1);
        }
      }
    }
    active = laid - drawn;
    if (active == 0) {
      close(drawn);
    } else {
      System.arraycopy(seen, drawn * observations, observed, 0, active * observations);
      float[] theta = stepping.value(active, observed);
      System.arraycopy(theta, 0, draws[rows].theta(), drawn * parameters, active * parameters);
      tell(drawn, laid);
    }
    return laid;
  }

  /// Writes the context of rows.
  private void tell(int from, int to) {
    Draw draw = draws[rows];
    for (int row = from; row < to; row++) {
      context.tell(seen, draw.theta(), row, time[row], draw.context(), row * context.width());
    }
  }

  /// Takes a row's action.
  ///
  /// @return 0 if its episode goes on, or how [#next] tells that it does not
  private int act(int row) {
    int e = episode[row];
    World world = worlds[e];
    double action = task.policy().action(draws[rows].b()[0], row);
    double paid = world.step(action, chance, e * chanceEach + startChance + time[row] * stepChance);
    reward[row] = task.handling().reward() * paid;
    earned += paid;
    firstEarned += e == 0 ? paid : 0;
    if (world.over()) {
      return -1;
    }
    if (time[row] + 1 < limit) {
      return 0;
    }
    world.observe(cutSeen, cuts * observations);
    sight.see(cutSeen, cuts * observations);
    return CUT - cuts++;
  }

  /// Makes a row of what an episode has come to.
  private void lay(int row, int e, int t) {
    episode[row] = e;
    time[row] = t;
    rowWeight[row] = weights[t];
    int at = row * observations;
    worlds[e].observe(seen, at);
    sight.gather(seen, at, sums, squares);
    sight.see(seen, at);
  }

  /// Ends the batch, in which nothing is expected of what has not been played.
  private void close(int count) {
    rows = count;
    if (cuts > 0) {
      float[] theta = stepping.value(cuts, cutSeen);
      for (int cut = 0; cut < cuts; cut++) {
        context.tell(cutSeen, theta, cut, limit, cutContext, cut * context.width());
      }
    }
    Arrays.fill(beyond, 0, cuts, 0);
    count();
  }

  /// Works out what each row has cost from there on.
  private void count() {
    for (int row = rows - 1; row >= 0; row--) {
      toGo[row] = reward[row] + task.discount() * (next[row] >= 0 ? toGo[next[row]] : -after(row));
      cost[row] = (float) -toGo[row];
    }
  }

  /// What is expected of f behind an episode's last row.
  private double after(int row) {
    return next[row] <= CUT ? beyond[CUT - next[row]] : 0;
  }

  @Override
  public int cuts() {
    return cuts;
  }

  @Override
  public float[] cutContext() {
    return cutContext;
  }

  @Override
  public void goOn(float[] expected) {
    System.arraycopy(expected, 0, beyond, 0, cuts);
    count();
  }

  @Override
  public Draw draw(int site) {
    return draws[rows];
  }

  @Override
  public Objective objective(int site) {
    return this;
  }

  @Override
  public Set<Capability> offers() {
    return task.offers();
  }

  @Override
  public void value(Draw of, int k, float[] f) {
    System.arraycopy(cost, 0, f, 0, of.n());
  }

  /// Minus the generalised advantage, Aₜ = rₜ + γVₜ₊₁ − Vₜ + γℓAₜ₊₁ with V = −expected (Schulman et
  /// al. 2016).
  @Override
  public void excess(Draw of, int k, float[] expected, double trace, float[] excess) {
    if (trace == 1) {
      Objective.super.excess(of, k, expected, trace, excess);
      return;
    }
    for (int row = of.n() - 1; row >= 0; row--) {
      double then = next[row] >= 0 ? trace * excess[next[row]] + expected[next[row]] : after(row);
      excess[row] = (float) (-reward[row] - expected[row] + task.discount() * then);
    }
  }

  @Override
  public void reverse(int site, float[] g, float[] gradient) {
    whole.value(rows, seen);
    Elementwise.rowMultiply(rows, parameters, rowWeight, g, cotangent);
    whole.reverse(rows, cotangent, gradient);
  }

  @Override
  public void along(int site, float[] gradient, float[] r) {
    whole.value(rows, seen);
    Elementwise.rowMultiply(rows, parameters, rowWeight, whole.along(rows, gradient), r);
    Elementwise.scale(rows * parameters, 2, r, r);
  }

  /// The entropy's share.
  @Override
  public void direct(int site, float[] gradient) {
    if (task.entropy() > 0) {
      task.policy().entropy(draws[rows], (float) task.entropy(), cotangent);
      Elementwise.rowMultiply(rows, parameters, rowWeight, cotangent, cotangent);
      whole.reverse(rows, cotangent, gradient);
    }
  }

  @Override
  public float rate(float[] trained) {
    return task.handling().divergence() > 0 ? memory.rate(trained) : 1;
  }

  @Override
  public void learn(float[] trained) {
    if (task.handling().divergence() > 0) {
      float[] theta = whole.value(rows, seen);
      memory.moved(trained, task.policy().divergence(rows, draws[rows].theta(), theta));
    }
    if (task.handling().filtered()) {
      memory.observe(trained, rows, sums, squares);
    }
  }

  /// The return.
  @Override
  public void tell(float[] out) {
    out[0] = (float) earned();
  }

  @Override
  public double earned() {
    return earned / worlds.length;
  }

  @Override
  public void note(float @Nullable [] control, float @Nullable [] baseline, EpisodeNote to) {
    Draw draw = draws[rows];
    int t = 0;
    for (int row = 0; row >= 0; row = next[row]) {
      to.action[t] = (float) task.policy().action(draw.b()[0], row);
      to.density[t] = (float) task.policy().density(draw, row);
      to.control[t] = control == null ? Float.NaN : control[row];
      to.baseline[t] = baseline == null ? Float.NaN : baseline[row];
      t++;
    }
    to.step = begun;
    to.length = t;
    to.earned = firstEarned;
  }

  /// NaN where a θ was no number: what one earns by it may be one all the same.
  @Override
  public float loss() {
    float sum = 0;
    for (int e = 0; e < worlds.length; e++) {
      sum += cost[e];
    }
    float[] theta = draws[rows].theta();
    for (int i = 0; i < rows * parameters; i++) {
      sum += 0 * theta[i];
    }
    return sum / worlds.length;
  }
}
