package voidscope.experiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.State;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.Tally;
import voidscope.random.RandomStream;

/// What one independent run of one estimator consists of: parameters, what the estimator learns,
/// the optimizers' memories, and the random streams.
public final class Replica {
  public final float[] theta;
  public final float[] thetaMemory;

  /// What the estimator learns, for each layer of latents; a toy has one.
  public final List<State> states;

  /// That of the first layer.
  public final State phi;

  /// What the optimizer remembers of each of them.
  public final Memory[] stateMemories;

  public final List<RandomStream> training;
  public final List<RandomStream> measuring;
  public final Tally tally = new Tally();

  /// Running moments of the gradients, or null where there are none.
  public final @Nullable GradientTrail trail;

  public long failedAt = -1;

  /// −ELBO of the batch of a VAE's last step.
  public float loss;

  /// ELBO of held-back images at the last measurement; of one that follows, that of the other.
  public float elbo;

  /// Its standard error over the images, or −∞ where it is not known.
  public float elboError;

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
    if (trail != null) {
      trail.exchange(archive);
    }
  }

  /// @param slots numbers that an optimizer remembers of each that it moves
  /// @param stream of all its noise
  /// @param trail where running moments are kept, or null
  public Replica(
      float[] theta,
      List<State> states,
      int slots,
      RandomStream stream,
      @Nullable GradientTrail trail) {
    this.trail = trail;
    this.theta = theta;
    this.states = states;
    phi = states.getFirst();
    thetaMemory = new float[slots * theta.length];
    stateMemories = new Memory[states.size()];
    List<RandomStream> noise = new ArrayList<>();
    List<RandomStream> fresh = new ArrayList<>();
    for (int l = 0; l < states.size(); l++) {
      stateMemories[l] = new Memory(states.get(l), slots);
      String name = l == 0 ? "" : " " + (l + 1);
      noise.add(stream.child("training" + name));
      fresh.add(stream.child("measuring" + name));
    }
    training = List.copyOf(noise);
    measuring = List.copyOf(fresh);
  }
}
