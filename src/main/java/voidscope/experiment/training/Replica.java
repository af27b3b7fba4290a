package voidscope.experiment.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.State;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.Recent;
import voidscope.experiment.record.Tally;
import voidscope.problem.Quantity;
import voidscope.random.RandomStream;

/// What one independent run of one estimator consists of: parameters, what the estimator learns,
/// the optimizers' memories, and the random streams.
public final class Replica {
  /// Who tells what the problem tells itself.
  private static final Set<Quantity.Source> OWN =
      Set.of(Quantity.Source.STEP, Quantity.Source.PROBLEM);

  public final float[] theta;
  public final float[] thetaMemory;

  /// What the estimator learns, for each site of latents.
  public final List<State> states;

  /// That of the first site.
  public final State phi;

  /// What the optimizer remembers of each of them.
  public final Memory[] stateMemories;

  /// The chance of training steps, and that of measurements.
  public final Chance training;

  public final Chance measuring;
  public final Tally tally = new Tally();

  /// Running moments of the gradients, or null where there are none.
  public final @Nullable GradientTrail trail;

  public long failedAt = -1;

  /// Rows that it has learned since it was made.
  public long rows;

  /// Loss of the last step's batch, where it is told.
  public float loss;

  /// What the problem told of θ last; of one that follows, what it told of the other's.
  public final float[] told;

  /// What the last step's batch told.
  public final float[] batch;

  /// The mean of the first of what the batches told, over the last steps.
  public final Recent recent = new Recent();

  /// Where its episodes are kept, or null where none are.
  public @Nullable EpisodeLog episodes;

  /// Whether θ is another's, and only what the estimator learns is moved.
  public boolean follows;

  /// Carries everything but the streams, which follow from the scenario, out or in.
  public void exchange(Archive archive) throws IOException {
    failedAt = archive.number(failedAt);
    archive.floats(theta);
    archive.floats(thetaMemory);
    for (int l = 0; l < stateMemories.length; l++) {
      archive.floats(states.get(l).values());
      stateMemories[l].exchange(archive);
    }
    tally.exchange(archive);
    if (batch.length > 0) {
      recent.exchange(archive);
    }
    if (trail != null) {
      trail.exchange(archive);
    }
  }

  /// @param slots numbers that an optimizer remembers of each that it moves
  /// @param stream of all its noise
  /// @param world of the worlds that it acts in, where there are any
  /// @param trail where running moments are kept, or null
  /// @param followed what the charts follow
  public Replica(
      float[] theta,
      List<State> states,
      int slots,
      RandomStream stream,
      RandomStream world,
      @Nullable GradientTrail trail,
      List<Quantity> followed) {
    this.trail = trail;
    told = new float[Quantity.count(followed, OWN)];
    batch = new float[Quantity.count(followed, Set.of(Quantity.Source.BATCH))];
    this.theta = theta;
    this.states = states;
    phi = states.getFirst();
    thetaMemory = new float[slots * theta.length];
    stateMemories = new Memory[states.size()];
    Arrays.setAll(stateMemories, site -> new Memory(states.get(site), slots));
    training = Chance.of(stream, world, "training", states.size());
    measuring = Chance.of(stream, world, "measuring", states.size());
  }
}
