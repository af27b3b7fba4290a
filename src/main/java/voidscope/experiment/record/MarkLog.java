package voidscope.experiment.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Every estimator's figures at the steps that tables quote. They are taken as the run comes by,
/// whoever runs it, and go with its checkpoint.
public final class MarkLog {
  /// Those steps.
  public static final List<Long> STEPS = List.of(1000L, 3000L, 10_000L);

  private final StepLog<Figures> kept = new StepLog<>(Figures::step, Figures::exchange);

  /// An empty one.
  public MarkLog() {}

  /// The first of the steps past one, or `most` if that comes before.
  public static long next(long step, long most) {
    long to = most;
    for (long mark : STEPS) {
      if (mark > step) {
        to = Math.min(to, mark);
      }
    }
    return to;
  }

  public void keep(String estimator, Figures figures) {
    kept.keep(estimator, figures);
  }

  /// Forgets an estimator that begins anew or leaves.
  public void forget(String estimator) {
    kept.forget(estimator);
  }

  public void clear() {
    kept.clear();
  }

  /// An estimator's figures at those of the steps that it has come by, in order.
  public Map<Long, Figures> figures(String estimator) {
    return kept.of(estimator);
  }

  /// Carries everything out or in.
  public void exchange(Archive archive) throws IOException {
    kept.exchange(archive);
  }
}
