package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import voidscope.FreshJvm;

/// A run that is killed goes on from its checkpoint.
@Timeout(240)
final class ResumeTest {
  private static final String SCENARIO =
      """
      voidscope = 1
      [problem]
      name = "vae-linear"
      data = "omniglot-small"
      latents = 24
      [run]
      batch = 8
      steps = 1500
      theta-rate = 0.003
      measure-every = 100
      measure-samples = 5
      [[estimator]]
      name = "rebar"
      [[estimator]]
      name = "nvil"
      """;

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                FreshJvm.ownLibrary(),
                "@" + Path.of("target", "voidscope"),
                "run",
                "--no-charts"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start();
  }

  private void finish(Process process) throws Exception {
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log.txt")));
  }

  @Test
  void killedRun_goesOnFromItsCheckpoint_toTheSameCurves() throws Exception {
    Path scenario = Files.writeString(folder.resolve("vae.toml"), SCENARIO);
    Path state = folder.resolve("vae.checkpoint");
    Path whole = folder.resolve("whole");
    Path resumed = folder.resolve("resumed");
    finish(start(scenario.toString(), "--out=" + whole));
    Process killed =
        start(
            scenario.toString(),
            "--out=" + resumed,
            "--checkpoint=" + state,
            "--checkpoint-every=50");
    while (!Files.exists(state) && killed.isAlive()) {
      Thread.sleep(5);
    }
    killed.destroyForcibly().waitFor();
    assertTrue(killed.exitValue() != 0, "it was to be killed before its end");
    assertTrue(Files.notExists(resumed.resolve("loss.csv")));
    finish(start(state.toString(), "--out=" + resumed));
    for (String table : List.of("loss.csv", "quantities.csv", "moments.csv")) {
      assertEquals(-1, Files.mismatch(whole.resolve(table), resumed.resolve(table)), table);
    }
    String summary = Files.readString(resumed.resolve("summary.json"));
    assertTrue(summary.contains("\"training ELBO\""), summary);
  }
}
