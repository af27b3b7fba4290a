package voidscope.problem.rl;

import voidscope.distribution.Draw;
import voidscope.problem.Branches;
import voidscope.problem.Plane;

/// Rows over two observed numbers of a task, a cell each, the others being 0, at the first step of
/// an episode. Scratch of one thread.
final class PolicyPlane implements Branches.Rows {
  private final Task task;
  private final int side;
  private final Sight sight;

  /// What is observed at each cell.
  private final float[] observed;

  private final float[] seen;
  private final Draw draw;
  private final Policy.Passes passes;

  PolicyPlane(Task task, Plane plane, int side) {
    this.task = task;
    this.side = side;
    int observations = task.world().observations();
    sight = new Sight(task);
    observed = new float[side * side * observations];
    seen = new float[observed.length];
    draw = Draw.allocate(task.distribution(), side * side, 1, task.context().width());
    passes = task.policy().passes(side * side);
    for (int cell = 0; cell < side * side; cell++) {
      double[] at = state(plane, side, cell, observations);
      for (int i = 0; i < observations; i++) {
        observed[cell * observations + i] = (float) at[i];
      }
    }
  }

  /// The numbers in the middle of a cell, counted from the lowest row.
  static double[] state(Plane plane, int side, int cell, int observations) {
    double[] at = new double[observations];
    at[plane.across()] = plane.reachAcross() * middle(cell % side, side);
    at[plane.up()] = plane.reachUp() * middle(Math.floorDiv(cell, side), side);
    return at;
  }

  private static double middle(int index, int side) {
    return 2 * (index + .5) / side - 1;
  }

  @Override
  public Draw at(float[] weights) {
    passes.bind(weights);
    sight.bind(weights);
    System.arraycopy(observed, 0, seen, 0, seen.length);
    int observations = seen.length / draw.n();
    for (int at = 0; at < seen.length; at += observations) {
      sight.see(seen, at);
    }
    float[] theta = passes.value(draw.n(), seen);
    System.arraycopy(theta, 0, draw.theta(), 0, draw.n() * task.distribution().parameters());
    RowContext context = task.context();
    for (int row = 0; row < side * side; row++) {
      context.tell(seen, draw.theta(), row, 0, draw.context(), row * context.width());
    }
    return draw;
  }
}
