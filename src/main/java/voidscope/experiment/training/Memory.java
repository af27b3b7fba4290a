package voidscope.experiment.training;

import java.io.IOException;
import java.util.Arrays;
import voidscope.estimator.State;
import voidscope.experiment.record.Archive;

/// What an optimizer remembers of an estimator's state: moments of each number, and of each span
/// since when it is trained. A span that is not trained is forgotten, so that every training of it
/// begins as a run does, with moments of zero and at its own step 1.
final class Memory {
  /// Of a span that is not trained.
  private static final long NEVER = -1;

  private final float[] moments;
  private final int length;
  private final long[] since;

  /// @param slots numbers that an optimizer remembers of each that it moves
  Memory(State state, int slots) {
    length = state.values().length;
    moments = new float[slots * length];
    since = new long[state.spans().size()];
    Arrays.fill(since, NEVER);
  }

  /// As an optimizer lays them out; writable.
  float[] moments() {
    return moments;
  }

  /// The number of a span's step, from 1: counted since its training began, which is now where it
  /// was not trained before.
  ///
  /// @param index of the span
  /// @param step steps of the run done before it
  long count(int index, long step) {
    if (since[index] == NEVER) {
      since[index] = step;
    }
    return step - since[index] + 1;
  }

  /// Ends the training of a span, if it was trained.
  ///
  /// @param index of the span
  void forget(int index, State.Span span) {
    if (since[index] == NEVER) {
      return;
    }
    since[index] = NEVER;
    for (int at = 0; at < moments.length; at += length) {
      Arrays.fill(moments, at + span.from(), at + span.to(), 0);
    }
  }

  /// Carries everything out or in.
  void exchange(Archive archive) throws IOException {
    archive.floats(moments);
    for (int i = 0; i < since.length; i++) {
      since[i] = archive.number(since[i]);
    }
  }
}
