package voidscope.experiment.training;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.network.Optimizer;
import voidscope.network.OuterProducts;
import voidscope.network.SharedOptimizer;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

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
  private final OuterProducts products = new OuterProducts();

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
    Optimizer suited = model.suited(tuning.optimizer());
    optimizer = new SharedOptimizer(suited, products);
    estimation = new Estimation(model, estimator, tuning.batch(), data, like, recall);
    byEpisode = estimator.byEpisode();
    estimation.batch().keep(products);
    adaptations = new Adaptation[model.sites()];
    for (int site = 0; site < adaptations.length; site++) {
      adaptations[site] =
          new Adaptation(suited, like.get(site).values().length, estimator.critic());
      adaptations[site].keep(estimation.pass(site));
    }
    int most = 0;
    for (int site = 0; site < adaptations.length; site++) {
      most = Math.max(most, estimation.gradient(site).length);
    }
    r = new float[most];
    gradient = new float[model.parameters()];
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
    products.clear(gradient);
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
    if (replica.trail != null && replica.trail.due(step)) {
      products.settle(gradient);
      replica.trail.accept(step, estimation, gradient);
    }
    if (!replica.follows && !tuning.frozen()) {
      optimizer.step(
          replica.theta,
          gradient,
          0,
          replica.thetaMemory,
          0,
          gradient.length,
          step + 1,
          tuning.thetaRate() * batch.rate(replica.theta));
      batch.learn(replica.theta);
    }
    if (!products.isEmpty()) {
      ThreadTeam.round();
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
