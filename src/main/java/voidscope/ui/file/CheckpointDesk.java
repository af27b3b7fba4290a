package voidscope.ui.file;

import java.nio.file.Path;
import javafx.application.Platform;
import voidscope.experiment.run.Engine;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// Saves the run's whole state, away from the window's thread; whatever goes wrong is told and the
/// run goes on.
public final class CheckpointDesk {
  private static final String ENDING = ".checkpoint";

  private final Messages messages;
  private final Engine engine;
  private final Chooser chooser;

  public CheckpointDesk(Messages messages, Engine engine, Chooser chooser) {
    this.messages = messages;
    this.engine = engine;
    this.chooser = chooser;
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
    messages
        .message()
        .set(
            why.isEmpty()
                ? Message.success(
                    "Saved " + path.toAbsolutePath(), "Open it to go on from this step.")
                : Message.failure(
                    "Could not save " + path.getFileName(),
                    why + "\nChoose another folder, or make room on the disk."));
  }
}
