package voidscope.problem.rl;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Finite;
import voidscope.network.Perceptron;
import voidscope.problem.Piecewise;
import voidscope.problem.RowVariance;
import voidscope.random.RandomStream;

/// Takes the variance of a row's gradient apart by branching the world: episodes are played by a
/// policy, rows of them are picked, and from the state of each the world goes on many times after
/// every action.
///
/// A row (s, t) is one of all steps of all episodes, each as likely as another; s tells all that
/// the world knows, t how many steps are left. Its gradient by θ, the policy's output at that row
/// (logits, or mean and log σ), is g = w·S(a)·(G − b) with the score S = ∂ log π(a|s)/∂θ, the
/// return G from there on, a baseline b, and w = γᵗ where the task weights so, else 1. With Q = E
/// [G | s, t, a], V = E [Q | s, t] and h = E [S·Q | s, t], the law of total variance, over the
/// state, then its action, then what comes later, takes the trace of the covariance at b = V apart:
///
///     τ = E w²‖S‖² Var(G | s, t, a)
///     a = E w²(E[‖S‖²(Q − V)² | s, t] − ‖h‖²)
///     s = E w²‖h‖² − ‖E w h‖²
///
/// A control variate c(s, a) with its expectation put back, S·(G − c) + E [S·c | s, t], has the
/// variance τ + s at its best, c = Q, and so takes away a beside V at most; τ it cannot reach.
/// Another baseline b adds E w²‖S‖²((Q − b)² − (Q − V)²), which is below 0 where b is better than
/// V: the best one for the score's norm is E‖S‖²Q/E‖S‖² (Greensmith, Bartlett and Baxter 2004), by
/// which of two actions all of a goes.
///
/// All parts are unbiased for the picked rows: a square of a measured mean is less the variance
/// that it has by measuring. Standard errors are those between groups of episodes, as the rows of an
/// episode depend on each other. Where actions cannot be counted, some are drawn, and what needs several at once is a mean
/// over different ones. What joins the gradient, such as an entropy, is left out.
///
/// Made piece by piece. Scratch of one thread.
final class Branching implements Piecewise<List<RowVariance>> {
  private final Task task;
  private final @Nullable Perceptron critic;
  private final double[] discounts;
  private final Size size;
  private final RandomStream stream;
  private final int actions;
  private final int each;
  private final int parameters;
  private final int stateLength;

  private final Troupe players;
  private final double[] playedReward;

  /// States of the rows that were played, with the step and the episode of each.
  private double[] states = {};

  private int[] times = {};
  private int[] episodes = {};
  private int rows;

  private final Troupe branches;
  private final double[] reward;

  /// Of each branch and discount.
  private final double[] toGo;

  private final double[] power;
  private final double[] probability;
  private final float[] score;
  private final RowContext telling;
  private final float[] context;

  /// What is known of each picked row and discount.
  private final Local[][] known;

  private int[] picked = {};

  /// How many rows each group has.
  private int[] groupRows = {};

  private int branched;
  private double expected;

  /// How much is played.
  ///
  /// @param groups of episodes, by whose differences errors are told
  /// @param episodes of a group
  /// @param rows that are picked of a group
  /// @param actions that are drawn of a real number, at least 4; of others all are taken
  /// @param branches of a row, shared by its actions; of an action two at least
  record Size(int groups, int episodes, int rows, int actions, int branches) {
    /// For the screen.
    static final Size USUAL = new Size(16, 4, 16, 8, 48);

    /// Rows that are picked of all groups.
    int picked() {
      return groups * rows;
    }
  }

  /// What is known of one row.
  ///
  /// @param square ‖wh‖²
  /// @param h w·h
  private record Local(
      double later, double own, double square, double bare, double learned, double[] h) {}

  /// @param weights of the policy
  /// @param critic which expects minus the return from a row's context on, bound; or null
  /// @param discounts γ, one or more
  /// @param stream of all noise
  Branching(
      Task task,
      float[] weights,
      @Nullable Perceptron critic,
      double[] discounts,
      Size size,
      RandomStream stream) {
    this.task = task;
    this.critic = critic;
    this.discounts = discounts.clone();
    this.size = size;
    this.stream = stream;
    actions =
        task.distribution() instanceof Finite finite ? (int) finite.outcomes() : size.actions();
    each = Math.max(2, Math.floorDiv(size.branches(), actions));
    parameters = task.distribution().parameters();
    stateLength = task.world().state();
    players = new Troupe(task, weights, size.groups() * size.episodes(), stream.child("episodes"));
    playedReward = new double[size.groups() * size.episodes()];
    players.start();
    int count = actions * each;
    branches = new Troupe(task, weights, count, stream.child("branches"));
    reward = new double[count];
    toGo = new double[count * discounts.length];
    power = new double[discounts.length];
    probability = new double[actions];
    score = new float[count * parameters];
    telling = task.context();
    context = new float[telling.width()];
    known = new Local[size.picked()][discounts.length];
  }

  /// Goes on by a step of all episodes or branches.
  @Override
  public boolean advance() {
    if (players.rows() > 0) {
      play();
      if (players.rows() == 0) {
        pick();
      }
    } else if (branches.rows() > 0) {
      branches.look();
      branches.choose();
      collect();
    } else {
      branch();
    }
    return players.rows() > 0 || branches.rows() > 0 || branched < picked.length;
  }

  private void play() {
    int count = players.rows();
    int most = Math.max(times.length, 16);
    while (most < rows + count) {
      most *= 2;
    }
    if (most > times.length) {
      states = Arrays.copyOf(states, most * stateLength);
      times = Arrays.copyOf(times, most);
      episodes = Arrays.copyOf(episodes, most);
    }
    for (int row = 0; row < count; row++) {
      players.save(row, states, rows * stateLength);
      times[rows] = players.time(row);
      episodes[rows++] = players.who(row);
    }
    players.look();
    players.choose();
    players.take(playedReward);
  }

  /// Picks rows of each group at equal distances along the time of its episodes, from a random one
  /// on.
  private void pick() {
    float[] u = new float[size.groups()];
    stream.uniform(0, 0, u.length, u);
    picked = new int[size.picked()];
    groupRows = new int[size.groups()];
    for (int group = 0; group < groupRows.length; group++) {
      int[] own = new int[rows];
      int count = 0;
      for (int row = 0; row < rows; row++) {
        if (episodes[row] % groupRows.length == group) {
          own[count++] = row;
        }
      }
      groupRows[group] = count;
      for (int i = 0; i < size.rows(); i++) {
        picked[group * size.rows() + i] =
            own[(int) ((i + (double) u[group]) * count / size.rows())];
      }
    }
  }

  /// Puts the branches into the state of the next picked row, and takes its actions.
  private void branch() {
    int row = picked[branched];
    branches.restore(states, row * stateLength, times[row]);
    Draw draw = branches.look();
    if (task.distribution() instanceof Finite finite) {
      for (int i = 0; i < actions * each; i++) {
        int action = Math.floorDiv(i, each);
        probability[action] = finite.outcome(action, draw, 0, i);
      }
    } else {
      Arrays.fill(probability, 1.0 / actions);
      int noise = task.distribution().noise();
      float[] u = new float[actions * noise];
      stream.noise(branched, 1, u.length, u);
      for (int i = 0; i < actions * each; i++) {
        System.arraycopy(u, Math.floorDiv(i, each) * noise, draw.u()[0], i * noise, noise);
      }
    }
    task.distribution().sample(draw, 0, 0, draw.n());
    task.distribution().score(draw, 0, score);
    if (critic != null) {
      telling.tell(branches.seen(), draw.theta(), 0, times[row], context, 0);
      expected = -critic.value(1, context)[0];
    }
    Arrays.fill(toGo, 0);
    Arrays.fill(power, 1);
    collect();
  }

  /// Takes the branches' actions, and ends the row where all are over.
  private void collect() {
    branches.take(reward);
    for (int i = 0; i < reward.length; i++) {
      if (reward[i] != 0) {
        for (int j = 0; j < power.length; j++) {
          toGo[i * power.length + j] += power[j] * reward[i];
        }
      }
    }
    for (int j = 0; j < power.length; j++) {
      power[j] *= discounts[j];
    }
    if (branches.rows() == 0) {
      for (int j = 0; j < discounts.length; j++) {
        known[branched][j] = local(j, times[picked[branched]]);
      }
      branched++;
    }
  }

  /// What the branches of a row tell of a discount.
  private Local local(int j, int time) {
    double[] q = new double[actions];
    double[] variance = new double[actions];
    double[] norm = new double[actions];
    for (int a = 0; a < actions; a++) {
      for (int i = a * each; i < (a + 1) * each; i++) {
        q[a] += toGo[i * discounts.length + j] / each;
      }
      for (int i = a * each; i < (a + 1) * each; i++) {
        double off = toGo[i * discounts.length + j] - q[a];
        variance[a] += off * off / (each - 1);
      }
      norm[a] = product(a, a);
    }
    double weight = task.weighted() ? Math.pow(discounts[j], time) : 1;
    Local local =
        task.distribution() instanceof Finite
            ? counted(q, variance, norm)
            : drawn(q, variance, norm);
    double squared = weight * weight;
    return new Local(
        squared * local.later,
        squared * local.own,
        squared * local.square,
        squared * local.bare,
        squared * local.learned,
        Arrays.stream(local.h).map(h -> weight * h).toArray());
  }

  /// The product of two actions' scores.
  private double product(int a, int b) {
    double sum = 0;
    for (int d = 0; d < parameters; d++) {
      sum += (double) score[a * each * parameters + d] * score[b * each * parameters + d];
    }
    return sum;
  }

  /// From all actions, with the probability p of each: quadratic forms in Q, less the diagonal's
  /// share of the variance of the measured Q.
  private Local counted(double[] q, double[] variance, double[] norm) {
    double value = 0;
    double norms = 0;
    double scored = 0;
    for (int a = 0; a < actions; a++) {
      value += probability[a] * q[a];
      norms += probability[a] * norm[a];
      scored += probability[a] * norm[a] * q[a];
    }
    double later = 0;
    double around = 0;
    double square = 0;
    double bare = value * (2 * scored - norms * value);
    double[] h = new double[parameters];
    for (int a = 0; a < actions; a++) {
      double p = probability[a];
      double error = variance[a] / each;
      later += p * norm[a] * variance[a];
      around += p * norm[a] * (q[a] - value) * (q[a] - value);
      around -= error * (p * norm[a] * (1 - 2 * p) + p * p * norms);
      square -= error * p * p * norm[a];
      bare -= error * p * p * (2 * norm[a] - norms);
      for (int d = 0; d < parameters; d++) {
        h[d] += p * score[a * each * parameters + d] * (q[a] - value);
      }
    }
    square += Arrays.stream(h).map(x -> x * x).sum();
    double learned = bare + expected * (norms * expected - 2 * scored);
    return new Local(later, around - square, square, bare, learned, h);
  }

  /// From actions that were drawn: V and V² are means over others than that which they meet.
  private Local drawn(double[] q, double[] variance, double[] norm) {
    int n = actions;
    double sum = Arrays.stream(q).sum();
    double squares = Arrays.stream(q).map(x -> x * x).sum();
    double later = 0;
    double around = 0;
    double square = 0;
    double bare = 0;
    double learned = 0;
    double[] h = new double[parameters];
    for (int a = 0; a < n; a++) {
      double rest = sum - q[a];
      double value = rest / (n - 1);
      double squaredValue = (rest * rest - squares + q[a] * q[a]) / ((n - 1.0) * (n - 2.0));
      double share = norm[a] / n;
      double added = 2 * q[a] * value - squaredValue;
      later += share * variance[a];
      around += share * (q[a] * q[a] - variance[a] / each - added);
      bare += share * added;
      learned += share * (added + expected * (expected - 2 * q[a]));
      for (int d = 0; d < parameters; d++) {
        h[d] += score[a * each * parameters + d] * (q[a] - value) / n;
      }
      for (int b = 0; b < a; b++) {
        double others = (rest - q[b]) / (n - 2);
        square += 2 * product(a, b) * (q[a] - others) * (q[b] - others) / (n * (n - 1.0));
      }
    }
    return new Local(later, around - square, square, bare, learned, h);
  }

  @Override
  public List<RowVariance> found() {
    return IntStream.range(0, discounts.length).mapToObj(this::parts).toList();
  }

  /// What has come of it, of one of the discounts; once there is no more to do.
  RowVariance parts(int j) {
    double[] mean = new double[parameters];
    double noise = 0;
    for (int d = 0; d < parameters; d++) {
      int at = d;
      RowVariance.Part along = part(j, local -> local.h[at]);
      mean[d] = along.value();
      noise += along.error() * along.error();
    }
    double norm = Arrays.stream(mean).map(x -> x * x).sum();
    RowVariance.Part states =
        part(
            j,
            local -> {
              double along = 0;
              for (int d = 0; d < parameters; d++) {
                along += mean[d] * local.h[d];
              }
              // Linear in what the row adds to ‖E wh‖².
              return local.square - 2 * along + norm;
            });
    RowVariance.Part later = part(j, Local::later);
    RowVariance.Part own = part(j, Local::own);
    double whole = later.value() + own.value();
    double ratio = own.value() / whole;
    RowVariance.Part off = part(j, local -> local.own - ratio * (local.own + local.later));
    boolean valued = critic != null && discounts[j] == task.discount();
    return new RowVariance(
        discounts[j],
        later,
        own,
        new RowVariance.Part(states.value() + noise, states.error()),
        part(j, Local::bare),
        valued ? part(j, Local::learned) : null,
        new RowVariance.Part(ratio, off.error() / Math.abs(whole)));
  }

  /// The mean of something over all rows of the groups, by those that were picked, and its standard
  /// error by how the groups differ.
  private RowVariance.Part part(int j, ToDoubleFunction<Local> of) {
    int groups = size.groups();
    double[] sum = new double[groups];
    double all = 0;
    for (int i = 0; i < known.length; i++) {
      int group = Math.floorDiv(i, size.rows());
      sum[group] += of.applyAsDouble(known[i][j]) * groupRows[group] / size.rows();
    }
    for (double one : sum) {
      all += one;
    }
    double mean = all / rows;
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      double off = sum[group] - groupRows[group] * mean;
      squares += off * off;
    }
    return new RowVariance.Part(mean, Math.sqrt(groups / (groups - 1.0) * squares) / rows);
  }
}
