package voidscope.experiment.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import voidscope.catalogue.Value;
import voidscope.problem.catalogue.Problems;

/// How texts call files, by where the texts lie.
@DisabledOnOs(OS.WINDOWS)
final class FileNamesTest {
  private static final Path HOMES = Path.of("/home");

  private static boolean related(String folder, String file) {
    return FileNames.related(Path.of(folder), Path.of(file), HOMES);
  }

  @Test
  void way_leadsThroughNobodysHome() {
    assertTrue(related("/home/ann/run", "/home/ann/run/x.gz"));
    assertTrue(related("/home/ann/run", "/home/ann/run/data/x.gz"));
    assertTrue(related("/home/ann/run", "/home/ann/x.gz"));
    assertTrue(related("/data/run", "/data/images/x.gz"));
    assertFalse(related("/home/ann/run", "/home/bob/x.gz"));
    assertFalse(related("/tmp/run", "/home/ann/x.gz"));
    assertFalse(related("/home/ann/run", "/data/x.gz"));
    assertTrue(FileNames.related(Path.of("/data/run"), Path.of("/data/x.gz"), null));
  }

  @Test
  void of_tellsTheWay_orTheNameAlone() {
    assertEquals("data/x.gz", FileNames.kept(Path.of("/srv/a")).of("/srv/a/data/x.gz"));
    assertEquals("../x.gz", FileNames.shared(Path.of("/srv/a")).of("/srv/x.gz"));
    assertEquals("/srv/x.gz", FileNames.kept(Path.of("/mnt/a")).of("/srv/x.gz"));
    assertEquals("x.gz", FileNames.shared(Path.of("/mnt/a")).of("/srv/x.gz"));
    assertEquals("x.gz", FileNames.LAST.of("/srv/x.gz"));
    assertEquals("/srv/x.gz", FileNames.WHOLE.of("/srv/x.gz"));
  }

  /// The digest is told, and sets nothing.
  @Test
  void format_tellsTheDigest_whichIsNoPartOfWhatIsSet() {
    Choice learner = Scenarios.problem("vae-nonlinear");
    Value named = new Value.File("/srv/x.gz");
    Scenario scenario =
        new Scenario(
            learner.with(Problems.DATA, named),
            Scenarios.standard().estimators(),
            Scenarios.standard().run(),
            EventLog.EMPTY);
    Scenario digested = scenario.withDigest("0123456789abcdef");
    assertEquals(scenario, digested);
    assertEquals("0123456789abcdef", digested.digest());
    String text = ScenarioFile.format(digested, FileNames.LAST);
    assertTrue(text.contains("data = \"x.gz\"\ndata-digest = \"0123456789abcdef\"\n"), text);
    assertFalse(ScenarioFile.format(scenario).contains("digest"));
  }
}
