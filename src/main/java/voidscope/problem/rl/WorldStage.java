package voidscope.problem.rl;

import voidscope.problem.Episode;
import voidscope.problem.EpisodeNote;
import voidscope.problem.Stage;
import voidscope.random.RandomStream;

/// Shows a world by playing it again: its chance is that of a step, its actions were written down.
record WorldStage(Task task) implements Stage {
  @Override
  public int limit() {
    return task.world().limit();
  }

  @Override
  public double solved() {
    return task.world().solved();
  }

  @Override
  public Episode replay(Episode.Which which, EpisodeNote note, RandomStream stream) {
    World world = task.world();
    float[] u = new float[world.startChance() + note.length * world.stepChance()];
    stream.uniform(note.step, 0, u.length, u);
    float[][] pose = new float[note.length + 1][world.poses()];
    float[][] observed = new float[note.length + 1][world.observations()];
    float[] reward = new float[note.length];
    world.start(u, 0);
    world.pose(pose[0], 0);
    world.observe(observed[0], 0);
    for (int t = 0; t < note.length; t++) {
      int chance = world.startChance() + t * world.stepChance();
      reward[t] = (float) (task.handling().reward() * world.step(note.action[t], u, chance));
      world.pose(pose[t + 1], 0);
      world.observe(observed[t + 1], 0);
    }
    return Episode.of(
        which, world.scenery(), note, world.period(), task.discount(), pose, observed, reward);
  }
}
