package voidscope.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;

/// What a file is, is asked once, and told clearly where it is nothing.
final class OpeningTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void read_tellsEveryKind_andOpensTheFileOnce(Kind kind) throws Exception {
    WatchedFiles files = new WatchedFiles(() -> {});
    Path file = files.watched(kind.write(folder));
    Opening opening = Opening.read(file);
    assertEquals(1, files.opened());
    assertEquals(file.getFileName().toString(), opening.file().getFileName().toString());
    switch (opening) {
      case Opening.OfScenario carried -> {
        assertTrue(List.of(Kind.SCENARIO, Kind.PDF, Kind.SVG, Kind.PNG, Kind.CSV).contains(kind));
        assertEquals(kind != Kind.SCENARIO, carried.view().isPresent());
        assertEquals(kind == Kind.SCENARIO, seed(carried.scenario()) == Kind.SEED);
      }
      case Opening.OfCheckpoint stopped -> {
        assertEquals(Kind.CHECKPOINT, kind);
        assertEquals(Kind.SEED, seed(stopped.scenario()));
      }
      case Opening.OfImages learned -> {
        assertTrue(kind == Kind.IDX || kind == Kind.GZIP);
        assertEquals(60, learned.images().count());
      }
    }
  }

  private static double seed(Scenario scenario) {
    return scenario.run().real("seed");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void read_refusesTruncatedFiles_byName(Kind kind) throws Exception {
    Path cut = kind.truncated(folder);
    String why = refused(cut);
    assertTrue(why.contains("cut-" + kind + ".dat") && why.contains("expected"), why);
    String kindOfError =
        switch (kind) {
          case SCENARIO -> "expected valid TOML";
          case PDF, SVG, PNG, CSV -> "expected a figure that carries its scenario";
          case CHECKPOINT -> "expected a whole checkpoint";
          case IDX -> "as its header says";
          case GZIP -> "expected whole gzip data";
        };
    assertTrue(why.contains(kindOfError), why);
  }

  @Test
  void read_refusesWhatIsOfNoKind_namingWhatWasExpected() throws Exception {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    noise[0] = 7;
    for (Path file :
        List.of(
            Files.write(folder.resolve("noise"), noise),
            Files.writeString(folder.resolve("notes.txt"), "Dear diary, voidscope is nice.\n"),
            Files.writeString(folder.resolve("page.html"), "<html><body/></html>"),
            Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n"),
            Files.writeString(folder.resolve("latin.toml"), "é", StandardCharsets.ISO_8859_1),
            Files.createFile(folder.resolve("nothing")),
            Files.createDirectory(folder.resolve("folder")),
            folder.resolve("none"))) {
      String why = refused(file);
      assertTrue(why.startsWith(file + ": expected a scenario, an exported figure"), why);
      assertTrue(why.contains("a checkpoint, or an IDX file of images, found "), why);
    }
  }

  private static String refused(Path file) {
    OpeningException e = assertThrows(OpeningException.class, () -> Opening.read(file));
    return String.valueOf(e.getMessage());
  }

  @Test
  void checkpoint_goesOn_whateverIsWrittenIntoItsFileMeanwhile() throws Exception {
    Path file = Kind.CHECKPOINT.write(folder);
    Opening opening = Opening.read(file);
    Files.writeString(file, "something else");
    try (var team = new voidscope.thread.ThreadTeam(1)) {
      assertEquals(10, opening.experiment(opening.scenario(), team).tail());
    }
  }

  @Test
  void images_leadToAVaeThatLearnsThem_byWhomItSuits() throws Exception {
    Opening opening = Opening.read(Kind.GZIP.write(folder));
    Scenario scenario = opening.scenario();
    assertInstanceOf(Opening.OfImages.class, opening);
    assertEquals(opening.file().toString(), scenario.problem().settings().text("data"));
    assertEquals(
        List.of("reinforce", "concrete", "rebar", "relax"),
        scenario.estimators().stream().map(entrant -> entrant.id()).toList());
    assertTrue(scenario.run().real("batch") != Scenarios.standard().run().real("batch"));
  }

  @Test
  void names_ofFilesInAScenario_areReadFromItsFolder() throws IOException, OpeningException {
    Kind.IDX.write(folder);
    Path file =
        Files.writeString(
            folder.resolve("own.toml"),
            "voidscope = 1\n[problem]\nname = \"vae-linear\"\ndata = \"Idx.dat\"\n");
    assertEquals(
        folder.resolve("Idx.dat").toAbsolutePath().toString(),
        Opening.read(file).scenario().problem().settings().text("data"));
  }
}
