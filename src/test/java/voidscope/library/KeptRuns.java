package voidscope.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Runs to keep, for tests.
final class KeptRuns {
  static final Instant DATE = Instant.parse("2026-01-31T09:30:00.125Z");
  static final String DIFFERS = "target t .45 → .499 · RELAX: hidden units 10 → 200";

  private KeptRuns() {}

  /// The checkpoint of a short run.
  static byte[] checkpoint() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(Scenarios.standard(), team);
      experiment.advance(20);
      Path file = Files.createTempFile("kept", ".checkpoint");
      Checkpoint.write(experiment, file);
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A run's note, so many seconds after the first one's.
  static RunNote note(String name, long seconds) {
    return new RunNote(DATE.plusSeconds(seconds), name, 20, DIFFERS, "");
  }
}
