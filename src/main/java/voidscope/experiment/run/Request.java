package voidscope.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Scenario;

/// What is asked of a [Runner] and has not been obeyed yet. Immutable.
///
/// @param before files to be saved of the run under way
/// @param beginning the run that is to take its place, or null
/// @param values that are to hold in the run that is then there, or null
/// @param wishes what pictures are to show beside the curves, or null
/// @param bound a bound that is asked for, or null
/// @param after files to be saved of the run that is then there
/// @param passed files that were to be saved of runs that never began
/// @param drive whether and how far it is to go, or null
/// @param speed steps a second, or null
record Request(
    List<Saving> before,
    @Nullable Beginning beginning,
    @Nullable Values values,
    @Nullable Set<Wish> wishes,
    @Nullable Bounding bound,
    List<Saving> after,
    List<Saving> passed,
    @Nullable Drive drive,
    @Nullable Double speed) {

  /// What takes the place of the run under way.
  sealed interface Beginning {
    /// Which of all beginnings that were asked for.
    long order();

    /// The number of the run that is there then: the order of the beginning that made it.
    default long number() {
      return order();
    }

    /// Whether the run under way is kept to be brought back.
    boolean keeps();

    /// The same, and whether that run is kept.
    Beginning keeping(boolean kept);

    /// A scenario at step 0.
    record Restart(long order, Scenario scenario, boolean keeps) implements Beginning {
      @Override
      public Beginning keeping(boolean kept) {
        return new Restart(order, scenario, kept);
      }
    }

    /// A run where a checkpoint has stopped.
    record Resume(long order, Checkpoint checkpoint, boolean keeps) implements Beginning {
      @Override
      public Beginning keeping(boolean kept) {
        return new Resume(order, checkpoint, kept);
      }
    }

    /// A run that was left, under the number that it had.
    record Return(long order, long number, boolean keeps) implements Beginning {
      @Override
      public Beginning keeping(boolean kept) {
        return new Return(order, number, kept);
      }
    }
  }

  /// Other values.
  ///
  /// @param run the number of the run that they are meant for
  /// @param gesture in which they were set, as [Engine#submit(Scenario, long)] has it
  record Values(long run, Scenario scenario, long gesture) {}

  /// A file to be written.
  ///
  /// @param told why it could not be, or an empty text
  record Saving(Path file, Consumer<String> told) {}

  /// A bound that is asked for.
  ///
  /// @param told the bounds
  /// @param failed why there are none
  record Bounding(
      int samples, int images, Consumer<List<Experiment.Bound>> told, Consumer<String> failed) {}

  /// How far to go.
  ///
  /// @param anew whether what was asked before no longer counts
  /// @param running until further notice
  /// @param steps to go on for, where it does not run
  /// @param until the step at which it pauses, where it runs
  record Drive(boolean anew, boolean running, long steps, long until) {
    /// Steps add up; to run or to pause is to forget them.
    Drive then(Drive newer) {
      return newer.anew ? newer : new Drive(anew, newer.running, steps + newer.steps, newer.until);
    }
  }

  static Request begin(Beginning beginning) {
    return new Request(List.of(), beginning, null, null, null, List.of(), List.of(), null, null);
  }

  static Request values(Values values) {
    return new Request(List.of(), null, values, null, null, List.of(), List.of(), null, null);
  }

  static Request wish(Set<Wish> wishes) {
    return new Request(List.of(), null, null, wishes, null, List.of(), List.of(), null, null);
  }

  static Request bound(Bounding bound) {
    return new Request(List.of(), null, null, null, bound, List.of(), List.of(), null, null);
  }

  static Request save(Saving saving) {
    return new Request(List.of(), null, null, null, null, List.of(saving), List.of(), null, null);
  }

  static Request drive(Drive drive) {
    return new Request(List.of(), null, null, null, null, List.of(), List.of(), drive, null);
  }

  static Request speed(double speed) {
    return new Request(List.of(), null, null, null, null, List.of(), List.of(), null, speed);
  }

  /// Whether another run is to take the place of the one under way.
  boolean leaves() {
    return beginning != null;
  }

  /// Whether the run under way is to pause.
  boolean pauses() {
    return drive != null && drive.anew() && !drive.running() && drive.steps() == 0;
  }

  /// This, and then a newer one. A beginning replaces the one before it, and with it the values
  /// that were meant for that run; the run under way is kept as the first of them has it; of
  /// everything else the newest of a kind holds, but steps add up and every saving stays.
  Request merge(Request newer) {
    boolean replaced = newer.beginning != null;
    boolean never = replaced && beginning != null;
    return new Request(
        replaced && !never ? join(before, after) : before,
        later(beginning, newer.beginning),
        replaced || newer.values != null ? newer.values : values,
        newer.wishes != null ? newer.wishes : wishes,
        newer.bound != null ? newer.bound : bound,
        replaced ? newer.after : join(after, newer.after),
        never ? join(passed, after) : passed,
        newer.drive == null ? drive : drive == null ? newer.drive : drive.then(newer.drive),
        newer.speed != null ? newer.speed : speed);
  }

  private static @Nullable Beginning later(@Nullable Beginning older, @Nullable Beginning newer) {
    return older == null || newer == null
        ? newer == null ? older : newer
        : newer.keeping(older.keeps());
  }

  private static List<Saving> join(List<Saving> older, List<Saving> newer) {
    List<Saving> all = new ArrayList<>(older);
    all.addAll(newer);
    return List.copyOf(all);
  }
}
