package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.FreshJvm;

/// The program in a JVM of its own, by the argument file that the build writes.
class MainTest {
  @TempDir private Path folder = Path.of("");

  private int run(String... arguments) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new java.util.ArrayList<>();
    command.add(java.toString());
    command.add(FreshJvm.ownLibrary());
    command.add("@" + Path.of("target", "voidscope").toAbsolutePath());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    Process process = builder.start();
    assertTrue(process.waitFor(4, TimeUnit.MINUTES));
    return process.exitValue();
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  @Test
  void main_passesTheExitCodeOn() throws Exception {
    assertEquals(2, run("moments", "--estimator", "none"), err());
    assertTrue(err().contains("unknown estimator \"none\""), err());
  }

  /// Out of its jar, too, the program finds the images that it comes with.
  @Test
  void main_learnsTheBundledImages() throws Exception {
    Path scenario = folder.resolve("vae.toml");
    Files.writeString(
        scenario,
        """
        voidscope = 1
        [problem]
        name = "vae-linear"
        data = "omniglot-small"
        [run]
        steps = 2
        measure-samples = 0
        [[estimator]]
        name = "disarm"
        """);
    assertEquals(0, run("run", scenario.toString(), "--out", "vae"), err());
    assertTrue(Files.exists(folder.resolve("vae")), err());
  }

  @Test
  void main_savesChartsAndAWindow_whereThereIsNoDisplay() throws Exception {
    Path scenario = folder.resolve("tiny.toml");
    Files.writeString(
        scenario,
        """
        voidscope = 1
        [problem]
        name = "squared-distance"
        [run]
        steps = 200
        [[estimator]]
        name = "relax"
        """);
    assertEquals(0, run(scenario.toString()), err());
    assertTrue(err().contains("No display found"), err());
    Path out = folder.resolve("voidscope-out");
    for (String name : List.of("window", "theta", "variance", "loss", "surrogate")) {
      assertTrue(Files.size(out.resolve(name + ".png")) > 5000, name);
    }
  }
}
