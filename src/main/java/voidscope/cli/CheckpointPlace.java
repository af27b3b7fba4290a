package voidscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import voidscope.data.DiskFullException;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.text.Reason;

/// Where a run is to leave its checkpoints: tried before the first step, as a long run that cannot
/// be gone on from is found out too late.
final class CheckpointPlace {
  private static final int FIRST = 64;

  private CheckpointPlace() {}

  /// Tries a place with the checkpoint of now; all stays as it was.
  ///
  /// @param option that names it, or what stands for one
  /// @throws InputException naming option, place and reason if a checkpoint cannot be left there or
  ///   would replace another kind of file
  /// @throws IOException if the disk is full
  static void check(String option, Path place, RunFolder results, Experiment experiment)
      throws IOException {
    String obstacle = obstacle(place, results, experiment.scenario());
    if (!obstacle.isEmpty()) {
      throw new InputException(option + ": cannot write " + place + ": " + obstacle);
    }
    try {
      Checkpoint.rehearse(experiment, place);
    } catch (IOException e) {
      String why = option + ": cannot write " + place + ": " + Reason.unnamed(e);
      if (DiskFullException.is(e)) {
        throw new IOException(why, e);
      }
      throw new InputException(why);
    }
  }

  private static String obstacle(Path place, RunFolder results, Scenario scenario) {
    if (Files.isDirectory(place)) {
      return "it is a folder; name a file in it";
    }
    if (results.owns(place, scenario)) {
      return "a file of the results is called so; give another name";
    }
    if (!Files.exists(place)) {
      return "";
    }
    if (!Files.isRegularFile(place)) {
      return "it is no ordinary file";
    }
    return replaceable(place)
        ? ""
        : "it is another kind of file, which would be lost; give another name";
  }

  /// Whether a checkpoint, or nothing, stands there.
  private static boolean replaceable(Path place) {
    try (InputStream in = Files.newInputStream(place)) {
      byte[] start = in.readNBytes(FIRST);
      return start.length == 0 || Checkpoint.begins(start);
    } catch (IOException e) {
      throw new InputException("cannot read " + place + ": " + Reason.unnamed(e));
    }
  }
}
