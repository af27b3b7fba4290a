package voidscope.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.text.Reason;

/// Leaves a run's state in a file. Where that fails it is told, the same reason once, and the run
/// goes on: what it computes is worth more than what it would go on from.
final class StateSaver {
  private final Experiment experiment;
  private final Path file;
  private final Progress progress;
  private long saved = -1;
  private String told = "";

  StateSaver(Experiment experiment, Path file, Progress progress) {
    this.experiment = experiment;
    this.file = file;
    this.progress = progress;
  }

  /// Where it is left.
  Path file() {
    return file;
  }

  /// Saves the state of now.
  ///
  /// @return whether it could be
  boolean save() {
    try {
      Checkpoint.write(experiment, file);
      saved = experiment.tail();
      told = "";
      return true;
    } catch (IOException e) {
      String why = Reason.unnamed(e);
      if (!why.equals(told)) {
        told = why;
        progress.tell(
            "Warning: at step "
                + experiment.tail()
                + " the checkpoint "
                + file
                + " could not be saved: "
                + why
                + ". "
                + (saved < 0
                    ? "The run goes on."
                    : "The run goes on; it holds step " + saved + "."));
      }
      return false;
    }
  }
}
