package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.FreshJvm;

/// Commands that are stopped by a signal: what they have computed is kept, and they go on to the
/// same results.
@Timeout(240)
final class StopTest {
  private static final String SCENARIO =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      steps = 900
      measure-samples = 20
      replicates = 2
      [[estimator]]
      name = "reinforce"
      [[estimator]]
      name = "relax"
      """;

  @TempDir private Path folder;

  private Path scenario(String text) throws IOException {
    return Files.writeString(folder.resolve("a b.toml"), text);
  }

  /// The command that a line tells to go on with.
  private static String[] toGoOn(Captured stopped) {
    String mark = "To go on: voidscope ";
    String told =
        stopped.err().lines().filter(line -> line.startsWith(mark)).findFirst().orElseThrow();
    List<String> words = new ArrayList<>();
    var matcher =
        java.util.regex.Pattern.compile("\"([^\"]*)\"|(\\S+)")
            .matcher(told.substring(mark.length()));
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.toArray(String[]::new);
  }

  private static void same(Path whole, Path resumed, String... names) throws IOException {
    for (String name : names) {
      assertEquals(-1, Files.mismatch(whole.resolve(name), resumed.resolve(name)), name);
    }
  }

  @Test
  void run_thatIsStopped_savesAll_andGoesOnToTheSameResults() throws Exception {
    String file = scenario(SCENARIO).toString();
    Path whole = folder.resolve("whole");
    Path out = folder.resolve("o u t");
    assertEquals(0, Captured.run("run", file, "--no-charts", "--out=" + whole).code());
    Captured stopped = Captured.stopped("run", file, "--no-charts", "--out=" + out);
    assertEquals(130, stopped.code(), stopped.err());
    assertTrue(stopped.err().contains("Stopped at step "), stopped.err());
    String[] tables = {"theta.csv", "loss.csv", "moments.csv", "surrogate-relax.csv"};
    assertTrue(Files.size(out.resolve("theta.csv")) < Files.size(whole.resolve("theta.csv")));
    assertTrue(Files.readString(out.resolve("summary.json")).contains("\"paused\""));
    Captured resumed = Captured.run(toGoOn(stopped));
    assertEquals(0, resumed.code(), resumed.err());
    same(whole, out, tables);
  }

  @Test
  void run_withACheckpoint_leavesItThere_andKeepsItsSteps() throws Exception {
    String file = scenario(SCENARIO).toString();
    Path state = folder.resolve("x.checkpoint");
    Path out = folder.resolve("out");
    Captured stopped =
        Captured.stopped(
            "run", file, "--steps=1000", "--no-charts", "--out=" + out, "--checkpoint=" + state);
    assertEquals(130, stopped.code(), stopped.err());
    assertFalse(Files.exists(out.resolve("stopped.checkpoint")));
    List<String> command = List.of(toGoOn(stopped));
    assertEquals(
        List.of("run", state.toString(), "--steps", "1000", "--out", out.toString(), "--no-charts"),
        command);
    assertEquals(0, Captured.run(command.toArray(String[]::new)).code());
    assertTrue(Files.readString(out.resolve("summary.json")).contains("\"step\" : 1000"));
  }

  @Test
  void export_thatIsStopped_drawsWhatThereIs_andGoesOnToTheSameFigures() throws Exception {
    String file = scenario(SCENARIO).toString();
    Path whole = folder.resolve("whole");
    Path out = folder.resolve("out");
    String[] what = {"export", file, "--chart=loss", "--format=csv,svg", "--out"};
    assertEquals(0, Captured.run(with(what, whole.toString())).code());
    Captured stopped = Captured.stopped(with(what, out.toString()));
    assertEquals(130, stopped.code(), stopped.err());
    assertTrue(Files.exists(out.resolve("loss.svg")));
    assertTrue(Files.size(out.resolve("loss.csv")) < Files.size(whole.resolve("loss.csv")));
    assertEquals(0, Captured.run(toGoOn(stopped)).code());
    same(whole, out, "loss.csv", "loss.svg");
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  /// What it has drawn is what as few samples would have given.
  @Test
  void moments_thatAreStopped_areThoseOfTheSamplesUntilThen() {
    Captured stopped =
        Captured.stopped("moments", "--estimator=reinforce", "--samples=100000000", "--theta=.3");
    assertEquals(130, stopped.code(), stopped.err());
    long samples = (long) stopped.number("samples");
    assertTrue(samples > 1_000_000 && samples < 100_000_000, "samples " + samples);
    assertTrue(stopped.err().contains("Stopped after " + samples + " of 100000000"));
    Captured fewer =
        Captured.run("moments", "--estimator=reinforce", "--samples=" + samples, "--theta=.3");
    assertEquals(0, fewer.code());
    assertEquals(fewer.number("mean"), stopped.number("mean"));
    assertEquals(fewer.number("variance"), stopped.number("variance"));
  }

  @Test
  void bound_thatIsStopped_tellsOnlyWhatItHasSeen() throws Exception {
    Path state = folder.resolve("vae.checkpoint");
    Path file =
        scenario(
            """
            voidscope = 1
            [problem]
            name = "vae-linear"
            data = "omniglot-small"
            latents = 4
            [run]
            steps = 4
            batch = 4
            measure-samples = 2
            [[estimator]]
            name = "rebar"
            """);
    String out = "--out=" + folder.resolve("out");
    Captured trained =
        Captured.run("run", file.toString(), "--no-charts", out, "--checkpoint=" + state);
    assertEquals(0, trained.code(), trained.err());
    Signals asked = new Signals();
    asked.raise(Signals.Kind.TERM);
    Captured done =
        Captured.run(asked, (signals, line) -> {}, "bound", state.toString(), "--samples=5");
    assertEquals(143, done.code(), done.err());
    assertEquals("", done.out());
    assertTrue(done.err().contains("Stopped: "), done.err());
    assertEquals(0, Captured.run("bound", state.toString(), "--samples=5").code());
  }

  @Test
  void helpAndReadme_nameEveryCode() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    for (int code : new int[] {4, 5, 129, 130, 143}) {
      assertTrue(Captured.run("--help").out().contains("" + code), "help: " + code);
      assertTrue(readme.matches("(?s).*Exit codes:[^#]*\\b" + code + "\\b.*"), "README: " + code);
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                FreshJvm.ownLibrary(),
                "@" + Path.of("target", "voidscope")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"));
  }

  private static void kill(String signal, Process process) throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor());
  }

  private static void awaitFile(Path file, Process process) throws Exception {
    while (!Files.exists(file) && process.isAlive()) {
      Thread.sleep(5);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void signal_endsAProgram_withItsCode(String signal, int code) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals are sent by kill");
    Path file = scenario(SCENARIO.replace("900", "100000000"));
    Path out = folder.resolve("out");
    Path state = folder.resolve("x.checkpoint");
    Process process =
        start("run", file.toString(), "--no-charts", "--out=" + out, "--checkpoint=" + state);
    awaitFile(state, process);
    kill(signal, process);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(code, process.exitValue(), log());
    assertTrue(log().contains("SIG" + signal + ": stopping at the end of this step"), log());
    assertTrue(Files.exists(out.resolve("loss.csv")), log());
  }

  /// A step that takes minutes.
  @Test
  void secondSignal_endsAtOnce() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals are sent by kill");
    Path file =
        scenario(
            """
            voidscope = 1
            [problem]
            name = "random-quadratic"
            latents = 20
            [run]
            measure-samples = 1000000
            measure-every = 1
            [[estimator]]
            name = "relax"
            width = 256
            depth = 4
            """);
    Path out = folder.resolve("out");
    Process slow = start("run", file.toString(), "--no-charts", "--out=" + out);
    Thread.sleep(3000);
    kill("TERM", slow);
    while (!log().contains("a second signal")) {
      assertTrue(slow.isAlive(), log());
      Thread.sleep(5);
    }
    assertFalse(slow.waitFor(1, TimeUnit.SECONDS), "it was to be in the middle of a step");
    kill("INT", slow);
    assertTrue(slow.waitFor(5, TimeUnit.SECONDS), "it went on");
    assertEquals(130, slow.exitValue(), log());
    assertFalse(Files.exists(out.resolve("loss.csv")));
  }
}
