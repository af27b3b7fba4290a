package voidscope.problem.rl;

import java.util.Arrays;
import voidscope.distribution.Draw;
import voidscope.random.RandomStream;

/// Worlds side by side in which one acts by a policy that stays as it is. The rows are the worlds
/// whose episode is not over, in their order. Scratch of one thread.
final class Troupe {
  private static final int CHANCE = 1;

  private final Task task;
  private final World[] worlds;
  private final Policy.Passes passes;
  private final RandomStream stream;
  private final Draw draw;
  private final Sight sight;
  private final int observations;
  private final float[] seen;
  private final float[] chance;

  /// The world of each row.
  private final int[] who;

  /// Steps of each world's episode.
  private final int[] time;

  private int rows;

  /// How often chance was asked for.
  private long asked;

  /// @param weights of the policy
  /// @param stream of the noise of actions and of the worlds' own chance
  Troupe(Task task, float[] weights, int count, RandomStream stream) {
    this.task = task;
    this.stream = stream;
    worlds = new World[count];
    Arrays.setAll(worlds, i -> task.world());
    World world = worlds[0];
    passes = task.policy().passes(count);
    passes.bind(weights);
    draw = Draw.allocate(task.distribution(), count, 1, 0);
    sight = new Sight(task);
    sight.bind(weights);
    observations = world.observations();
    seen = new float[count * observations];
    chance = new float[count * Math.max(world.startChance(), world.stepChance())];
    who = new int[count];
    time = new int[count];
  }

  /// Begins an episode in every world.
  void start() {
    int each = worlds[0].startChance();
    stream.uniform(asked++, CHANCE, worlds.length * each, chance);
    for (int i = 0; i < worlds.length; i++) {
      worlds[i].start(chance, i * each);
    }
    gather(0);
  }

  /// Puts every world into one state.
  ///
  /// @param step of its episode
  void restore(double[] state, int at, int step) {
    for (World world : worlds) {
      world.restore(state, at);
    }
    gather(step);
  }

  private void gather(int step) {
    rows = worlds.length;
    Arrays.setAll(who, i -> i);
    Arrays.fill(time, step);
  }

  /// Worlds whose episode is not over.
  int rows() {
    return rows;
  }

  /// The number of a row's world.
  int who(int row) {
    return who[row];
  }

  /// Steps that a row's episode has had.
  int time(int row) {
    return time[who[row]];
  }

  void save(int row, double[] to, int at) {
    worlds[who[row]].save(to, at);
  }

  /// Writes θ of all rows.
  ///
  /// @return the draw that has it, whose b decides what [#take] does
  Draw look() {
    for (int row = 0; row < rows; row++) {
      int at = row * observations;
      worlds[who[row]].observe(seen, at);
      sight.see(seen, at);
    }
    float[] theta = passes.value(rows, seen);
    System.arraycopy(theta, 0, draw.theta(), 0, rows * task.distribution().parameters());
    return draw.rows(rows);
  }

  /// What is observed at all rows, as the policy sees it, since [#look].
  float[] seen() {
    return seen;
  }

  /// Draws an action of every row, after [#look].
  void choose() {
    stream.noise(asked++, 0, rows * task.distribution().noise(), draw.u()[0]);
    task.distribution().sample(draw, 0, 0, rows);
  }

  /// Takes the action of every row, and leaves those whose episode is over.
  ///
  /// @param reward of each world that acts, as it counts for the policy, overwritten; 0 of the
  ///   others
  void take(double[] reward) {
    Arrays.fill(reward, 0);
    int each = worlds[0].stepChance();
    stream.uniform(asked++, CHANCE, rows * each, chance);
    int kept = 0;
    for (int row = 0; row < rows; row++) {
      int i = who[row];
      double action = task.policy().action(draw.b()[0], row);
      reward[i] = task.handling().reward() * worlds[i].step(action, chance, row * each);
      if (!worlds[i].over() && ++time[i] < worlds[i].limit()) {
        who[kept++] = i;
      }
    }
    rows = kept;
  }
}
