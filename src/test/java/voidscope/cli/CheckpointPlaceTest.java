package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.FullDisk;

/// Where a run leaves its checkpoints is tried before its first step.
final class CheckpointPlaceTest {
  private static final String SCENARIO =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      steps = 200
      measure-samples = 10
      [[estimator]]
      name = "reinforce"
      """;

  @TempDir private Path folder;
  private Path scenario;

  @BeforeEach
  void write() throws IOException {
    scenario = Files.writeString(folder.resolve("a.toml"), SCENARIO);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.createDirectory(folder.resolve("there"));
  }

  private Captured run(Path file, String... options) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("run", file.toString(), "--no-charts", "--out=" + folder.resolve("out")));
    command.addAll(List.of(options));
    return Captured.run(command.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "none/x,            the folder does not exist",
    "there,             it is a folder",
    "out,               it is a folder",
    "a.toml,            it is another kind of file",
    "notes.txt,         it is another kind of file",
    "notes.txt/x,       its place is not a folder",
    "out/loss.csv,      a file of the results is called so",
    "out/scenario.toml, a file of the results is called so",
  })
  void place_isRefusedBeforeTheFirstStep(String place, String why) throws Exception {
    Path file = folder.resolve(place);
    Captured done = run(scenario, "--checkpoint=" + file);
    assertEquals(2, done.code(), done.err());
    assertTrue(done.err().contains("--checkpoint: cannot write " + file), done.err());
    assertTrue(done.err().contains(why) || done.err().contains("Not a directory"), done.err());
    assertEquals(1, done.err().lines().count(), done.err());
    assertEquals(SCENARIO, Files.readString(scenario));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
    assertFalse(Files.exists(folder.resolve("out").resolve("loss.csv")));
  }

  @Test
  void place_thatIsADeviceOrMayNotBeWritten_isRefused() {
    assumeTrue(Files.exists(Path.of("/dev/null")) && Files.isDirectory(Path.of("/proc/self")));
    Captured device = run(scenario, "--checkpoint=/dev/null");
    assertEquals(2, device.code(), device.err());
    assertTrue(device.err().contains("/dev/null: it is no ordinary file"), device.err());
    Captured closed = run(scenario, "--checkpoint=/proc/self/x");
    assertEquals(2, closed.code(), closed.err());
    assertTrue(closed.err().contains("--checkpoint: cannot write /proc/self/x: "), closed.err());
  }

  @Test
  void fullDisk_isFoundBeforeTheFirstStep_andHasACodeOfItsOwn() throws Exception {
    Path file = folder.resolve("x.checkpoint");
    FullDisk.at(file);
    Captured done = run(scenario, "--checkpoint=" + file);
    assertEquals(5, done.code(), done.err());
    assertTrue(
        done.err().contains("--checkpoint: cannot write " + file + ": no space left on device"),
        done.err());
    assertFalse(done.err().contains("steps/s"), done.err());
  }

  /// The default place is tried, too.
  @Test
  void goingOn_fromACheckpointWhosePlaceHasNoRoom_isRefused() throws Exception {
    Path file = folder.resolve("x.checkpoint");
    assertEquals(0, run(scenario, "--checkpoint=" + file).code());
    byte[] before = Files.readAllBytes(file);
    FullDisk.at(file);
    Captured done = run(file, "--steps=400");
    assertEquals(5, done.code(), done.err());
    assertTrue(done.err().contains("the file it goes on from"), done.err());
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file)));
    Captured again = run(file, "--steps=400");
    assertEquals(0, again.code(), again.err());
  }

  @Test
  void interval_aloneIsTold_andNothingIfItHasAFile() {
    Captured alone = run(scenario, "--checkpoint-every=10");
    assertEquals(0, alone.code());
    assertTrue(alone.err().contains("--checkpoint-every does nothing without --checkpoint"));
    Path file = folder.resolve("x.checkpoint");
    Captured both = run(scenario, "--checkpoint-every=10", "--checkpoint=" + file);
    assertFalse(both.err().contains("does nothing"), both.err());
    Captured resumed = run(file, "--checkpoint-every=10", "--steps=300");
    assertFalse(resumed.err().contains("does nothing"), resumed.err());
  }

  /// In the middle of a run it is worth a warning: what has been computed is not lost for it.
  @Test
  void failureOnTheWay_isAWarning_andResultsAreSaved() throws Exception {
    Path place = Files.createDirectory(folder.resolve("gone"));
    Path file = place.resolve("x.checkpoint");
    Captured done =
        Captured.run(
            new Signals(),
            (signals, line) -> {
              if (line.contains(" 50 %")) {
                delete(file);
                delete(place);
              }
            },
            "run",
            scenario.toString(),
            "--no-charts",
            "--out=" + folder.resolve("out"),
            "--checkpoint=" + file,
            "--checkpoint-every=20");
    assertEquals(0, done.code(), done.err());
    List<String> warnings = done.err().lines().filter(line -> line.startsWith("Warning")).toList();
    assertEquals(
        List.of(
            "Warning: at step 120 the checkpoint "
                + file
                + " could not be saved: the folder does not exist. The run goes on; it holds step"
                + " 100."),
        warnings);
    assertTrue(Files.exists(folder.resolve("out").resolve("loss.csv")));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
