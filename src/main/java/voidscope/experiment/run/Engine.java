package voidscope.experiment.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Scenario;

/// What can be asked of a run. Every method may be called from any thread and returns at once;
/// changes hold from the next step.
public interface Engine extends AutoCloseable {
  /// The number of a gesture that changes values once.
  long ONCE = 0;

  /// Asks for other values in the run under way: live parameters that differ are changed from the
  /// next step on and recorded as events, and what a replay had still to come does not come;
  /// estimators that are new join and catch up, those that are missing leave. Differences that need
  /// a restart are passed over.
  ///
  /// @param wanted the values that are to hold; its events are passed over
  /// @param gesture what the user sets them with: the same number as the last time while that
  ///   gesture goes on, or [#ONCE]
  void submit(Scenario wanted, long gesture);

  /// Asks for other values, set once.
  default void submit(Scenario wanted) {
    submit(wanted, ONCE);
  }

  /// Begins a new generation, with the scenario's own events. Keeps running if it ran.
  ///
  /// @param keeping whether the run under way is kept to be brought back
  /// @return the new run's number, by which [#bringBack] knows it, and its generation, which is the
  ///   same; those of the first are 0
  long restart(Scenario scenario, boolean keeping);

  /// Begins a new generation, the run under way being kept.
  default long restart(Scenario scenario) {
    return restart(scenario, true);
  }

  /// Begins a new generation where a checkpoint has stopped, the run under way being kept. Keeps
  /// running if it ran; one whose images are gone is refused, and the run goes on.
  ///
  /// @return the new run's number, and its generation
  long resume(Checkpoint checkpoint);

  /// Goes back to a run that was left, as a new generation: it goes on where it was, or begins
  /// where it had not begun yet, and the one under way is kept in its turn. Keeps running if it
  /// ran; one that is no longer kept is refused.
  ///
  /// @param run its number
  /// @return the new generation
  long bringBack(long run);

  /// Saves the run's whole state at the next step's end; the run waits for it.
  ///
  /// @param told on the compute thread, why it could not be, or an empty text
  void save(Path checkpoint, Consumer<String> told);

  /// Bounds the log likelihood of held-back images by every estimator's model as it is now, its
  /// first replicate, on a thread of its own while the run goes on.
  ///
  /// @param samples samples an image
  /// @param images held-back images at most
  /// @param told on that thread; no bounds where none are known
  /// @param failed told on that thread why they could not be computed
  void bound(
      int samples, int images, Consumer<List<Experiment.Bound>> told, Consumer<String> failed);

  /// Says what pictures are to show beside the curves, from the next one on; until then they show
  /// all there is. What nobody wishes for is not computed; who does not take part shows nothing.
  void wish(Set<Wish> wishes);

  /// Lets the run go on.
  void run();

  /// Lets the run go on, and pauses it at a step; at once where it is there already.
  void runTo(long step);

  /// Halts the run at the next step's end.
  void pause();

  /// Goes on for some steps and pauses.
  void step(long count);

  /// Limits the speed.
  ///
  /// @param stepsPerSecond training steps a second, or infinity for as fast as possible
  void speed(double stepsPerSecond);

  /// The newest picture of the run.
  Snapshot poll();

  /// Why the newest request was refused, once; null if it was not.
  @Nullable String takeRefusal();

  /// Tells, on a thread of its own, of every run that was left and can no longer be brought back;
  /// when it closes, of all of them and of the one under way. Nobody else uses those any more.
  void onRetired(Consumer<Experiment> told);

  /// Tells, on a thread of its own, when a picture is there that shows what was asked for.
  void onAnswer(Runnable told);

  @Override
  void close();
}
