package voidscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.vae.LatentEdit;

/// What the window asks of a run; every method returns at once.
public interface Engine extends AutoCloseable {
  /// Asks for other values in the run under way.
  void submit(Scenario wanted);

  /// Begins a new generation.
  void restart(Scenario scenario);

  /// Begins a new generation where a checkpoint has stopped.
  void resume(Path checkpoint);

  /// Saves the run's whole state.
  ///
  /// @param told on a thread of its own, why it could not be, or an empty text
  void save(Path checkpoint, Consumer<String> told);

  /// Bounds the log likelihood of held-back images by every VAE as it is now.
  ///
  /// @param told on a thread of its own; no bounds where no VAE is trained
  void bound(int samples, int images, Consumer<List<Experiment.Bound>> told);

  /// Shows what a decoder makes of latents that are set by hand.
  void edit(LatentEdit edit);

  /// Lets the run go on.
  void run();

  /// Halts the run.
  void pause();

  /// Goes on for some steps and pauses.
  void step(long count);

  /// Limits the speed, in steps a second.
  void speed(double stepsPerSecond);

  /// The newest picture of the run.
  Snapshot poll();

  /// Why the newest request was refused, once; null if it was not.
  @Nullable String takeRefusal();

  /// Tells, on a thread of its own, when a picture is there that shows what was asked for.
  void onAnswer(Runnable told);

  @Override
  void close();

  /// A real run. One core is left to the window.
  static Engine of(Scenario scenario) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    Runner runner = new Runner(scenario, threads);
    return new Engine() {
      @Override
      public void submit(Scenario wanted) {
        runner.submit(wanted);
      }

      @Override
      public void restart(Scenario other) {
        runner.restart(other);
      }

      @Override
      public void resume(Path checkpoint) {
        runner.resume(checkpoint);
      }

      @Override
      public void save(Path checkpoint, Consumer<String> told) {
        runner.save(checkpoint, told);
      }

      @Override
      public void bound(int samples, int images, Consumer<List<Experiment.Bound>> told) {
        runner.bound(samples, images, told);
      }

      @Override
      public void edit(LatentEdit edit) {
        runner.edit(edit);
      }

      @Override
      public void run() {
        runner.run();
      }

      @Override
      public void pause() {
        runner.pause();
      }

      @Override
      public void step(long count) {
        runner.step(count);
      }

      @Override
      public void speed(double stepsPerSecond) {
        runner.speed(stepsPerSecond);
      }

      @Override
      public Snapshot poll() {
        return runner.poll();
      }

      @Override
      public @Nullable String takeRefusal() {
        return runner.takeRefusal();
      }

      @Override
      public void onAnswer(Runnable told) {
        runner.onAnswer(told);
      }

      @Override
      public void close() {
        runner.close();
      }
    };
  }
}
