package voidscope.experiment.run;

import java.util.ArrayList;
import java.util.List;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.training.Replica;

/// Takes live settings over into what replicas have learned. Of several that are set before the
/// same step only the last holds for a step, and so only it counts: each begins with what had been
/// learned before the first of them.
final class Retuning {
  private final List<float[]> learned = new ArrayList<>();
  private long step = -1;

  /// Takes an estimator's settings over.
  ///
  /// @param now steps that the replicas have done
  void take(Estimator estimator, Replica[] replicas, long now) {
    boolean again = now == step;
    if (!again) {
      step = now;
      learned.clear();
    }
    int i = 0;
    for (Replica replica : replicas) {
      for (State state : replica.states) {
        if (again) {
          float[] before = learned.get(i++);
          System.arraycopy(before, 0, state.values(), 0, before.length);
        } else {
          learned.add(state.values().clone());
        }
        estimator.retune(state);
      }
    }
  }

  /// Exchanges what the replicas hold for what they had learned before the settings of this step
  /// were taken over; a second time, takes that back.
  void swap(Replica[] replicas, long now) {
    if (now != step) {
      return;
    }
    int i = 0;
    for (Replica replica : replicas) {
      for (State state : replica.states) {
        float[] held = state.values().clone();
        float[] before = learned.get(i);
        System.arraycopy(before, 0, state.values(), 0, before.length);
        learned.set(i++, held);
      }
    }
  }
}
