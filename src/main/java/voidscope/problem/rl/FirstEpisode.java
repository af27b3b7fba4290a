package voidscope.problem.rl;

import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;

/// Plays an episode by the policy of step 0, of which nothing is learned: before the first batch
/// there is no return to tell.
final class FirstEpisode implements Watch {
  private static final RandomStream STREAM = RandomStream.of(0, "first episode", 0);

  private final EpisodeBatch batch;
  private final Pathwise distribution;

  FirstEpisode(Task task) {
    batch = new EpisodeBatch(task, 1, 1);
    distribution = task.distribution();
  }

  /// The return.
  @Override
  public void tell(float[] weights, long step, float[] out) {
    batch.begin(weights, step);
    batch.start(STREAM.child("world"), 0, 0);
    Draw draw = batch.draw(0);
    STREAM.noise(0, 0, draw.n() * distribution.noise(), draw.u()[0]);
    int drawn = 0;
    int ready = batch.ready(0, 0);
    while (ready > drawn) {
      distribution.sample(draw, 0, drawn, ready);
      drawn = ready;
      ready = batch.ready(0, drawn);
    }
    batch.tell(out);
  }

  /// That of the episode told last.
  @Override
  public float loss(float[] told) {
    return batch.loss();
  }
}
