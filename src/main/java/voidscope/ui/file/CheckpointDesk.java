package voidscope.ui.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.WorkbenchModel;

/// Saves the run's whole state and goes on from one that was saved, here or without a window. Files
/// are read and written away from the window's thread; whatever goes wrong is told and the run goes
/// on.
public final class CheckpointDesk {
  private static final String ENDING = ".checkpoint";

  private final WorkbenchModel model;
  private final Engine engine;
  private final Chooser chooser;
  private final BiConsumer<Path, Scenario> resumed;

  /// @param resumed told the checkpoint to go on from, with its scenario
  public CheckpointDesk(
      WorkbenchModel model, Engine engine, Chooser chooser, BiConsumer<Path, Scenario> resumed) {
    this.model = model;
    this.engine = engine;
    this.chooser = chooser;
    this.resumed = resumed;
  }

  /// Asks for a file and saves the run in it.
  ///
  /// @param name what the scenario is called
  public void save(String name) {
    chooser.save("Checkpoint", ENDING, name + ENDING).ifPresent(this::write);
  }

  private void write(Path path) {
    engine.save(path, why -> Platform.runLater(() -> tell(path, why)));
  }

  private void tell(Path path, String why) {
    model
        .message()
        .set(
            why.isEmpty()
                ? Message.success(
                    "Saved " + path.toAbsolutePath(), "Open it to go on from this step.")
                : Message.failure(
                    "Could not save " + path.getFileName(),
                    why + "\nChoose another folder, or make room on the disk."));
  }

  /// Goes on from a checkpoint.
  void open(Path path) {
    model.message().set(null);
    Errands.begin(
        "checkpoint",
        () -> {
          try {
            Scenario scenario = Checkpoint.scenario(path);
            Platform.runLater(() -> resumed.accept(path, scenario));
          } catch (ScenarioException e) {
            refuse(path, Objects.requireNonNullElseGet(e.getMessage(), e::toString));
          }
        },
        why -> refuse(path, why));
  }

  /// Tells, on any thread, why a file is not opened.
  private void refuse(Path path, String why) {
    Message message =
        Message.failure(
            "Could not open " + path.getFileName(), why + "\nThe run in progress goes on.");
    Platform.runLater(() -> model.message().set(message));
  }
}
