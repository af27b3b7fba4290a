package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.laboratory.Kind;

/// Every kind of file by the roads of the command line.
final class OpeningRoadsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_takesEveryKind(Kind kind) throws Exception {
    Path file = kind.write(folder);
    Path out = folder.resolve("out");
    Captured done =
        Captured.run(
            "run",
            file.toString(),
            "--steps=12",
            "--no-charts",
            "--checkpoint=" + folder.resolve("kept"),
            "--out=" + out);
    assertEquals(0, done.code(), done.err());
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"step\" : 12"), summary);
    boolean images = kind == Kind.IDX || kind == Kind.GZIP;
    assertEquals(
        images, ScenarioFile.read(out.resolve("scenario.toml")).problem().settings().has("data"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void export_takesEveryKind(Kind kind) throws Exception {
    Captured done =
        Captured.run(
            "export",
            kind.write(folder).toString(),
            "--steps=12",
            "--format=csv",
            "--chart=loss",
            "--out=" + folder.resolve("out"));
    assertEquals(0, done.code(), done.err());
    assertTrue(Files.exists(folder.resolve("out").resolve("loss.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "export", "bound"})
  void commands_refuseWhatIsOfNoKind_byName(String command) throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
    Path out = folder.resolve("out");
    Captured done =
        command.equals("bound")
            ? Captured.run(command, notes.toString())
            : Captured.run(command, notes.toString(), "--out=" + out);
    assertEquals(2, done.code());
    assertTrue(done.err().contains(notes + ": expected a scenario, an exported"), done.err());
    assertFalse(done.err().contains("\tat "), done.err());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_refusesTruncatedFiles_byName(Kind kind) throws Exception {
    Path cut = kind.truncated(folder);
    Captured done = Captured.run("run", cut.toString(), "--out=" + folder.resolve("out"));
    assertEquals(2, done.code());
    assertTrue(done.err().contains(cut.getFileName() + ""), done.err());
    assertTrue(done.err().contains("expected"), done.err());
  }

  @Test
  void bound_wantsACheckpoint() throws Exception {
    Captured done = Captured.run("bound", Kind.SCENARIO.write(folder).toString());
    assertEquals(2, done.code());
    assertTrue(done.err().contains("expected a checkpoint, found"), done.err());
  }

  @Test
  void argument_isWhatTheWindowOpens_whateverItIs() throws Exception {
    Path file = Kind.CHECKPOINT.write(folder);
    assertEquals(42, Captured.run(file.toString()).code());
    Captured none = Captured.run(folder.resolve("none").toString());
    assertEquals(2, none.code());
    assertTrue(none.err().contains("neither a command"), none.err());
  }
}
