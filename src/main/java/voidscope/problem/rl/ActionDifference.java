package voidscope.problem.rl;

import java.util.Arrays;
import voidscope.distribution.Draw;
import voidscope.distribution.Gaussian;
import voidscope.problem.Difference;
import voidscope.problem.Piecewise;
import voidscope.problem.Plane;
import voidscope.random.RandomStream;

/// The true Q(s, 1) − Q(s, 0) under a policy over two observed numbers, the others being 0, at the
/// first step of an episode; of a real action Q(s, μ + σ) − Q(s, μ − σ). From every cell the world
/// goes on many times after both actions. Made piece by piece. Scratch of one thread.
final class ActionDifference implements Piecewise<Difference> {
  private static final int ACTIONS = 2;

  private final Task task;
  private final Plane plane;
  private final int side;
  private final int each;
  private final Troupe branches;
  private final double[] reward;
  private final double[] toGo;
  private final double[] values;
  private double power;
  private double squaredErrors;
  private int done;

  /// @param weights of the policy
  /// @param side cells across, and upwards
  /// @param each branches of each action in a cell, at least 2
  ActionDifference(
      Task task, float[] weights, Plane plane, int side, int each, RandomStream stream) {
    this.task = task;
    this.plane = plane;
    this.side = side;
    this.each = each;
    branches = new Troupe(task, weights, ACTIONS * each, stream);
    reward = new double[ACTIONS * each];
    toGo = new double[reward.length];
    values = new double[side * side];
  }

  /// Goes on by a step of a cell's branches.
  @Override
  public boolean advance() {
    if (branches.rows() > 0) {
      branches.look();
      branches.choose();
    } else {
      begin();
    }
    branches.take(reward);
    for (int i = 0; i < reward.length; i++) {
      toGo[i] += power * reward[i];
    }
    power *= task.discount();
    if (branches.rows() == 0) {
      end();
    }
    return done < values.length;
  }

  private void begin() {
    double[] state = PolicyPlane.state(plane, side, done, task.world().observations());
    branches.restore(state, 0, 0);
    Draw draw = branches.look();
    float[] b = draw.b()[0];
    Arrays.fill(b, 0);
    for (int i = 0; i < reward.length; i++) {
      int action = Math.floorDiv(i, each);
      if (task.distribution() instanceof Gaussian) {
        double deviation = Math.exp(draw.theta()[2 * i + 1]);
        b[i] = (float) (draw.theta()[2 * i] + (2 * action - 1) * deviation);
      } else {
        b[ACTIONS * i + action] = 1;
      }
    }
    Arrays.fill(toGo, 0);
    power = 1;
  }

  private void end() {
    double[] mean = new double[ACTIONS];
    double squaredError = 0;
    for (int action = 0; action < ACTIONS; action++) {
      int from = action * each;
      for (int i = from; i < from + each; i++) {
        mean[action] += toGo[i] / each;
      }
      for (int i = from; i < from + each; i++) {
        squaredError += Math.pow(toGo[i] - mean[action], 2) / (each * (each - 1.0));
      }
    }
    squaredErrors += squaredError;
    values[done++] = mean[1] - mean[0];
  }

  @Override
  public Difference found() {
    return new Difference(values.clone(), each, Math.sqrt(squaredErrors / values.length));
  }
}
