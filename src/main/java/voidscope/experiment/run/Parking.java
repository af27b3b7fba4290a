package voidscope.experiment.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs that were left and can be brought back as they were, by their numbers: a few, within a
/// share of the memory. Those that were left longest ago go first. For the compute thread.
final class Parking {
  private static final int MOST = 3;

  /// Share of the heap that they may take.
  private static final int SHARE = 8;

  private final Deque<Parked> runs = new ArrayDeque<>();
  private final long room;

  private record Parked(long number, Experiment run, long bytes) {}

  Parking() {
    this(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /// @param room bytes that all of them may take
  Parking(long room) {
    this.room = room;
  }

  /// Keeps a run.
  ///
  /// @param gone takes the runs that are no longer kept for it, maybe itself
  void keep(long number, Experiment run, Consumer<Experiment> gone) {
    run.rest();
    runs.addLast(new Parked(number, run, run.bytes()));
    while (runs.size() > MOST || runs.stream().mapToLong(Parked::bytes).sum() > room) {
      gone.accept(runs.removeFirst().run());
    }
  }

  /// A run that is kept, or null.
  @Nullable Experiment find(long number) {
    return runs.stream()
        .filter(parked -> parked.number() == number)
        .findFirst()
        .map(Parked::run)
        .orElse(null);
  }

  /// Keeps nothing any more.
  ///
  /// @param gone takes all runs
  void clear(Consumer<Experiment> gone) {
    runs.forEach(parked -> gone.accept(parked.run()));
    runs.clear();
  }

  /// Keeps a run no longer, as it goes on.
  void take(long number) {
    runs.removeIf(parked -> parked.number() == number);
  }
}
