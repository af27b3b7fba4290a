package voidscope.experiment.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Beginnings that were asked for and have not come about, since something newer was asked for
/// first: whoever goes back to one of those runs means that it begins. A few, the oldest go first.
/// For any thread.
final class Unbegun {
  private static final int MOST = 4;

  private final Deque<Request.Beginning> beginnings = new ArrayDeque<>();

  /// Keeps one that is asked for.
  synchronized void add(Request.Beginning asked) {
    beginnings.addLast(asked);
    if (beginnings.size() > MOST) {
      beginnings.removeFirst();
    }
  }

  /// The one that makes a run, or null.
  synchronized Request.@Nullable Beginning find(long number) {
    return beginnings.stream().filter(asked -> asked.number() == number).findFirst().orElse(null);
  }

  /// Keeps one no longer: its run is there, or was refused.
  synchronized void remove(long number) {
    beginnings.removeIf(asked -> asked.number() == number);
  }
}
