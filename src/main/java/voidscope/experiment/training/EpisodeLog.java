package voidscope.experiment.training;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Pass;
import voidscope.problem.Batch;
import voidscope.problem.Episode;
import voidscope.problem.EpisodeNote;

/// The episodes of the last training steps, the first of each step's batch, and the very first one,
/// so that they can be shown. What is kept takes no more memory as a run goes on, does not depend
/// on who looks, and is no part of a checkpoint: a run that is gone on with begins anew.
public final class EpisodeLog {
  private static final int LAST = 100;

  private final EpisodeNote[] last = new EpisodeNote[LAST];
  private final EpisodeNote first;
  private long count;

  /// @param limit steps of an episode at most
  public EpisodeLog(int limit) {
    Arrays.setAll(last, i -> new EpisodeNote(limit));
    first = new EpisodeNote(limit);
  }

  /// Takes that of a step which has been estimated.
  void accept(Batch batch, Pass pass) {
    EpisodeNote note = last[(int) (count % LAST)];
    batch.note(pass.control(), pass.baseline(), note);
    if (count == 0) {
      first.take(note);
    }
    count++;
  }

  /// An episode, valid until the next step; null where there is none yet.
  ///
  /// @param tail steps after which the newest is looked for, so that those of several estimators
  ///   have the same start; where that one is gone it is the last
  public @Nullable EpisodeNote find(Episode.Which which, long tail) {
    if (count == 0) {
      return null;
    }
    return switch (which) {
      case FIRST -> first;
      case NEWEST -> newest(tail);
      case BEST -> byReturn()[0];
      case MEDIAN -> byReturn()[(int) Math.min(count, LAST) / 2];
    };
  }

  private EpisodeNote newest(long tail) {
    for (EpisodeNote note : last) {
      if (note.step == tail - 1 && tail > 0) {
        return note;
      }
    }
    return last[(int) ((count - 1) % LAST)];
  }

  /// The best first, of equals the newest.
  private EpisodeNote[] byReturn() {
    EpisodeNote[] sorted = Arrays.copyOf(last, (int) Math.min(count, LAST));
    Arrays.sort(
        sorted,
        Comparator.<EpisodeNote>comparingDouble(note -> -note.earned)
            .thenComparingLong(note -> -note.step));
    return sorted;
  }
}
