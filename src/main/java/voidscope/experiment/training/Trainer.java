package voidscope.experiment.training;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.network.Optimizer;
import voidscope.network.SharedOptimizer;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.simd.SharedRange;
import voidscope.thread.Recall;

/// Takes training steps: begin a batch, then for each site draw, estimate, reverse and adapt, and
/// one optimizer step of what is trained. Scratch of one thread, for any replica of one estimator;
/// a step allocates nothing.
public final class Trainer {
  private final Estimation estimation;
  private final Adaptation[] adaptations;
  private final Optimizer optimizer;
  private final boolean told;
  private final Recall recall;
  private final boolean byEpisode;
  private final float[] gradient;
  private final SharedRange clearing;

  /// Cotangent of an estimate, by which φ learns.
  private final float[] r;

  private Tuning tuning;

  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  /// @param told whether the loss of a batch is to be told, where it does not follow from what is
  ///   trained
  /// @param recall asked while a step takes long
  public Trainer(
      Model model,
      Estimator estimator,
      Tuning tuning,
      RandomStream data,
      List<State> like,
      boolean told,
      Recall recall) {
    this.recall = recall;
    this.tuning = tuning;
    this.told = told;
    optimizer = new SharedOptimizer(model.suited(tuning.optimizer()));
    estimation = new Estimation(model, estimator, tuning.batch(), data, like, recall);
    adaptations = new Adaptation[model.sites()];
    for (int site = 0; site < adaptations.length; site++) {
      adaptations[site] =
          new Adaptation(optimizer, like.get(site).values().length, estimator.critic());
    }
    byEpisode = estimator.byEpisode();
    int most = 0;
    for (int site = 0; site < adaptations.length; site++) {
      most = Math.max(most, estimation.gradient(site).length);
    }
    r = new float[most];
    gradient = new float[model.parameters()];
    clearing = new SharedRange((from, to) -> Elementwise.fill(from, to, 0, gradient));
  }

  /// Takes over live values; optimizer and batch stay.
  public void tune(Tuning newTuning) {
    tuning = newTuning;
  }

  /// One step of a replica.
  ///
  /// @param step steps done before it
  /// @return whether what is trained is still finite
  /// @throws Recall.Left if nobody waits for it any more; the replica is as it was before, as those
  ///   with a critic have one site
  public boolean step(Replica replica, long step) {
    estimation.begin(replica.theta, step);
    estimation.estimate(replica.states, replica.training, step, 0);
    Batch batch = estimation.batch();
    for (int site = 0; site < adaptations.length; site++) {
      State state = replica.states.get(site);
      Memory memory = replica.stateMemories[site];
      adaptations[site].fit(estimation.pass(site), state, memory, batch.draw(site), step, recall);
    }
    if (told) {
      replica.loss = batch.loss();
      replica.tally.accept(replica.loss);
    }
    if (replica.batch.length > 0) {
      batch.tell(replica.batch);
      replica.recent.accept(replica.batch[0]);
    }
    if (replica.episodes != null) {
      replica.episodes.accept(batch, estimation.pass(0));
    }
    clearing.over(0, gradient.length, SharedRange.LIGHT);
    for (int site = 0; site < adaptations.length; site++) {
      float[] g = estimation.gradient(site);
      batch.reverse(site, g, gradient);
      Draw draw = batch.draw(site);
      replica.rows += draw.n();
      if (byEpisode) {
        batch.along(site, gradient, r);
      } else {
        Elementwise.scale(g.length, 2f / draw.n(), g, r);
      }
      if (!replica.follows) {
        batch.direct(site, gradient);
      }
      adaptations[site].step(
          estimation.pass(site),
          replica.states.get(site),
          replica.stateMemories[site],
          draw,
          r,
          tuning,
          step);
    }
    if (replica.trail != null) {
      replica.trail.accept(step, estimation, gradient);
    }
    if (!replica.follows && !tuning.frozen()) {
      optimizer.step(
          replica.theta,
          gradient,
          replica.thetaMemory,
          0,
          gradient.length,
          step + 1,
          tuning.thetaRate() * batch.rate(replica.theta));
      batch.learn(replica.theta);
    }
    // Whatever is no longer a number in what is trained soon makes f none.
    return told ? Float.isFinite(replica.loss) : finite(replica.theta);
  }

  private static boolean finite(float[] values) {
    float zero = 0;
    for (float value : values) {
      zero += 0 * value;
    }
    return zero == 0;
  }
}
