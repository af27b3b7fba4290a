package voidscope.experiment;

import java.io.IOException;
import voidscope.estimator.State;
import voidscope.random.RandomStream;

/// What one independent run of one estimator consists of: parameters, what the estimator learns,
/// the optimizers' memories, and the random streams.
final class Replica {
  final float[] theta;
  final float[] thetaMemory;
  final State phi;
  final float[] phiMemory;
  final RandomStream training;
  final RandomStream measuring;
  long failedAt = -1;

  /// Carries everything but the streams, which follow from the scenario, out or in.
  void exchange(Archive archive) throws IOException {
    failedAt = archive.number(failedAt);
    archive.floats(theta);
    archive.floats(thetaMemory);
    archive.floats(phi.values());
    archive.floats(phiMemory);
  }

  Replica(float[] theta, State phi, int slots, RandomStream stream) {
    this.theta = theta;
    this.phi = phi;
    thetaMemory = new float[slots * theta.length];
    phiMemory = new float[slots * phi.values().length];
    training = stream.child("training");
    measuring = stream.child("measuring");
  }
}
