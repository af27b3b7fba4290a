package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import voidscope.FreshJvm;

/// Commands in a Java with little memory.
@Timeout(240)
final class MemoryTest {
  @TempDir private Path folder;

  private FreshJvm.Result run(String heap, String command, String scenario, String... options)
      throws IOException {
    Path file = Files.writeString(folder.resolve("s.toml"), scenario);
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(command, file.toString(), "--out=" + folder.resolve("out")));
    arguments.addAll(List.of(options));
    return FreshJvm.run(
        List.of("-Xmx" + heap, "-XX:+UseSerialGC"),
        "voidscope.Main",
        arguments.toArray(String[]::new));
  }

  @Test
  void runThatCannotFit_isRefusedBeforeItIsTried_withTheFigure() throws Exception {
    FreshJvm.Result done =
        run(
            "64m",
            "run",
            """
            voidscope = 1
            [problem]
            name = "vae-linear"
            data = "omniglot-small"
            latents = 200
            [run]
            replicates = 100
            [[estimator]]
            name = "rebar"
            """);
    assertEquals(2, done.exit(), done.output());
    assertTrue(done.output().contains("It takes at least 3"), done.output());
    assertTrue(done.output().contains("1 estimator with 100 replicates"), done.output());
    assertEquals(1, done.output().lines().count(), done.output());
    assertFalse(Files.exists(folder.resolve("out")), "nothing was tried");
  }

  @Test
  void runThatGrowsOutOfTheMemory_endsInOneLine_withACodeOfItsOwn() throws Exception {
    FreshJvm.Result done =
        run(
            "24m",
            "run",
            """
            voidscope = 1
            [problem]
            name = "squared-distance"
            [run]
            steps = 100
            replicates = 256
            [[estimator]]
            name = "reinforce"
            [[estimator]]
            name = "rebar"
            [[estimator]]
            name = "relax"
            """,
            "--no-charts");
    assertEquals(4, done.exit(), done.output());
    List<String> told =
        done.output().lines().filter(line -> line.startsWith("voidscope: ")).toList();
    assertEquals(1, told.size(), done.output());
    assertTrue(
        told.getFirst().contains("the run has 3 estimators with 256 replicates"), done.output());
    assertTrue(told.getFirst().contains("Fewer replicates"), done.output());
    assertFalse(done.output().contains("\tat "), done.output());
  }

  @Test
  void pictureThatCannotFit_isRefusedBeforeTheFirstStep() throws Exception {
    String scenario =
        """
        voidscope = 1
        [problem]
        name = "squared-distance"
        [run]
        steps = 20
        [[estimator]]
        name = "reinforce"
        """;
    FreshJvm.Result done =
        run("64m", "export", scenario, "--chart=loss", "--format=png", "--size=20x20in");
    assertEquals(2, done.exit(), done.output());
    assertTrue(done.output().contains("6000 × 6000 pixels is too large"), done.output());
    assertFalse(done.output().contains("steps/s"), done.output());
  }
}
