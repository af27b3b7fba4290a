package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.FreshJvm;
import voidscope.FullDisk;

/// What commands write is whole, of one run, or an error is told; nothing that they are told is
/// passed over.
final class ResultsKeptTest {
  @TempDir private Path folder;

  private Path scenario(String name, String more, String... estimators) throws IOException {
    StringBuilder text =
        new StringBuilder("voidscope = 1\n[problem]\nname = \"squared-distance\"\n[run]\n");
    text.append("steps = 100\nmeasure-samples = 10\n");
    for (String estimator : estimators) {
      text.append("[[estimator]]\nname = \"").append(estimator).append("\"\n");
    }
    return Files.writeString(folder.resolve(name + ".toml"), text + more);
  }

  private Captured run(Path file, String... options) {
    return command("run", file, options);
  }

  private Captured command(String name, Path file, String... options) {
    List<String> command = new ArrayList<>(List.of(name, file.toString()));
    command.addAll(List.of(options));
    return Captured.run(command.toArray(String[]::new));
  }

  private String out() {
    return "--out=" + folder.resolve("out");
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files
          .map(file -> "" + file.getFileName())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theta.csv",
        "loss.csv",
        "moments.csv",
        "surrogate-relax.csv",
        "summary.json",
        "scenario.toml",
        "loss.png"
      })
  void fullDisk_leavesFilesWhole_andNamesFileAndReason(String name) throws Exception {
    Path file = scenario("a", "", "relax");
    assertEquals(0, run(file, out()).code());
    Path result = folder.resolve("out").resolve(name);
    byte[] before = Files.readAllBytes(result);
    FullDisk.at(result);
    Captured done = run(file, out(), "--steps=50");
    assertEquals(5, done.code(), done.err());
    String told = done.err().lines().reduce((first, last) -> last).orElseThrow();
    assertTrue(told.contains(name) || told.contains("" + folder.resolve("out")), told);
    assertTrue(told.toLowerCase(java.util.Locale.ROOT).contains("no space left on device"), told);
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(result)));
    assertTrue(names().stream().noneMatch(each -> each.endsWith(".part")), "" + names());
  }

  @Test
  void fullDisk_isToldOfFigures_too() throws Exception {
    Path file = scenario("a", "", "relax");
    String[] options = {out(), "--chart=loss", "--format=svg"};
    assertEquals(0, command("export", file, options).code());
    FullDisk.at(folder.resolve("out").resolve("loss.svg"));
    Captured done = command("export", file, options);
    assertEquals(5, done.code(), done.err());
    assertTrue(done.err().contains("Cannot save loss.svg"), done.err());
    assertTrue(done.err().contains("no space left on device"), done.err());
  }

  @Test
  void folder_holdsTheResultsOfOneRun() throws Exception {
    Path one = scenario("a", "", "relax");
    Path other = scenario("b", "", "reinforce");
    assertEquals(0, run(one, out()).code());
    Files.writeString(folder.resolve("out").resolve("notes.csv"), "mine");
    Set<String> first = names();
    assertTrue(first.containsAll(Set.of("surrogate-relax.csv", "surrogate.png")), "" + first);
    Captured done = run(other, out(), "--no-charts");
    assertEquals(0, done.code(), done.err());
    assertEquals(
        Set.of(
            "loss.csv", "moments.csv", "notes.csv", "scenario.toml", "summary.json", "theta.csv"),
        names());
    String told =
        done.err()
            .lines()
            .filter(line -> line.startsWith("Removed what an earlier run had left: "))
            .findFirst()
            .orElseThrow();
    for (String gone : first) {
      assertEquals(!names().contains(gone), told.contains(gone), gone + " in " + told);
    }
    assertFalse(run(other, out(), "--no-charts").err().contains("Removed"));
  }

  /// A figure tells its run itself; that it is not of this one is told.
  @Test
  void figuresOfAnEarlierExport_areTold() throws Exception {
    Path one = scenario("a", "", "relax");
    Path other = scenario("b", "", "reinforce");
    String[] all = {out(), "--chart=loss", "--format=svg,csv", "--preset=slide,column"};
    Captured first = command("export", one, all);
    assertFalse(first.err().contains("earlier export"), first.err());
    Captured done = command("export", other, out(), "--chart=loss,theta", "--format=csv");
    assertEquals(0, done.code(), done.err());
    assertTrue(
        done.err()
            .contains("Left as they were by an earlier export: loss-slide.svg, loss-column.svg"),
        done.err());
  }

  @Test
  void filesWhoseNamesOnlyLookLikeResults_stay_whereNoRunHasBeen() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("loss.png"), "mine");
    assertEquals(0, run(scenario("b", "", "reinforce"), out(), "--no-charts").code());
    assertEquals("mine", Files.readString(folder.resolve("out").resolve("loss.png")));
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, 5, list",
    "No space left on device, 5, moments --estimator=reinforce --samples=100",
    "No space left on device, 5, --help",
    "No space left on device, 5, moments --help",
    "Input/output error,      2, list",
    "Broken pipe,             0, list",
  })
  void outputThatCannotBeWritten_isAnError(String why, int code, String arguments) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException(why);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Outlet.over(full, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    assertEquals(code, Cli.run(Captured.CLOSED, terminal, arguments.split(" ")));
    String told = err.toString(StandardCharsets.UTF_8);
    assertEquals(
        code == 0 ? "" : "voidscope: cannot write to standard output: " + why + "\n",
        told.replace("\r", ""));
  }

  @Test
  void program_whoseOutputGoesToAFullDisk_saysSo() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "this system has no device that is always full");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                FreshJvm.classPath(),
                "voidscope.Main",
                "list")
            .redirectOutput(full)
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(5, process.waitFor(), err);
    assertTrue(err.contains("cannot write to standard output: "), err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run a.toml --out=",
        "run a.toml --out=out --steps=",
        "run a.toml --out=out --threads=",
        "run a.toml --out=out --checkpoint=",
        "run a.toml --out=out --checkpoint-every=",
        "export a.toml --out=out --format=",
        "export a.toml --out=out --format=pdf,",
        "export a.toml --out=out --preset=",
        "export a.toml --out=out --size=",
        "export a.toml --out=out --font=",
        "export a.toml --out=out --chart=",
        "export a.toml --out=out --theme=",
        "export a.toml --out=out --baseline=",
        "export a.toml --out=",
        "moments --estimator=",
        "moments --estimator=reinforce --theta=",
        "moments --estimator=reinforce --problem=",
        "moments --estimator=reinforce --seed=",
        "moments --estimator=reinforce --samples=",
        "bound x --samples=",
        "bound x --images=",
      })
  void emptyValue_isNoDefault(String arguments) throws Exception {
    Path file = scenario("a", "", "reinforce");
    String[] words =
        arguments.replace("a.toml", file.toString()).replace("--out=out", out()).split(" ");
    Captured done = Captured.run(words);
    assertEquals(2, done.code(), done.err());
    String option = arguments.substring(arguments.lastIndexOf(" --") + 1).split("=", -1)[0];
    assertTrue(done.err().contains(option), done.err());
    assertFalse(Files.exists(folder.resolve("out")), "something was written");
    assertFalse(done.err().contains("steps/s"), done.err());
  }

  @Test
  void emptyName_isNoFile() {
    for (String[] words :
        List.of(
            new String[] {"run", "", out()},
            new String[] {"export", "", out()},
            new String[] {"bound", ""})) {
      Captured done = Captured.run(words);
      assertEquals(2, done.code(), done.err());
      assertTrue(done.err().contains("expected a value, found none"), done.err());
    }
  }

  @Test
  void scenarioWithoutEstimators_isForTheWindowOnly() throws Exception {
    Path none = scenario("noest", "");
    Path some = scenario("a", "", "reinforce");
    String why = none + ": expected at least one [[estimator]], found none";
    for (Captured done :
        List.of(
            run(none, out()),
            command("export", none, out()),
            command("export", some, out(), "--baseline=" + none))) {
      assertEquals(2, done.code(), done.err());
      assertEquals("voidscope: " + why + "\n", done.err().replace("\r", ""));
    }
    assertFalse(Files.exists(folder.resolve("out")));
    assertEquals(42, Captured.run(none.toString()).code());
  }

  @Test
  void steps_belowTheStepReached_areRefused() throws Exception {
    Path state = folder.resolve("x.checkpoint");
    assertEquals(
        0, run(scenario("a", "", "rebar"), out(), "--checkpoint=" + state, "--no-charts").code());
    byte[] before = Files.readAllBytes(state);
    for (String name : List.of("run", "export")) {
      Captured done = command(name, state, out(), "--steps=99");
      assertEquals(2, done.code(), done.err());
      assertEquals(
          "voidscope: --steps: expected at least 100, which the run has done, found 99\n",
          done.err().replace("\r", ""));
    }
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(state)));
    assertEquals(0, run(state, out(), "--steps=100", "--no-charts").code());
  }

  private static String event(int step, String estimator, String key, String value) {
    return "[[event]]\nstep = "
        + step
        + "\nset = \""
        + estimator
        + "\"\nkey = \""
        + key
        + "\"\nvalue = "
        + value
        + "\n";
  }

  @Test
  void eventsThatDoNothing_areTold_othersAreNot() throws Exception {
    Path file =
        scenario(
            "a",
            event(10, "rebar", "temperature", "0.3")
                + event(20, "rebar", "tune-temperature", "false")
                + event(20, "rebar", "temperature", "0.4")
                + event(30, "rebar", "temperature", "0.2")
                + event(100, "rebar", "temperature", "0.1")
                + event(150, "rebar", "temperature", "0.1"),
            "rebar");
    List<String> expected =
        List.of(
            "2 events from step 100 on set rebar.temperature: the run ends at step 100, before that"
                + " could hold.",
            "An event at step 10 sets rebar.temperature: it is tuned there, so a set value holds"
                + " only once it is no longer tuned.");
    for (Captured done :
        List.of(
            run(file, out(), "--no-charts"),
            command("export", file, out(), "--chart=loss", "--format=csv"))) {
      assertEquals(0, done.code(), done.err());
      assertEquals(
          expected, done.err().lines().filter(line -> line.contains(" rebar.temp")).toList());
    }
    Captured below =
        command("export", file, out(), "--chart=loss", "--format=csv", "--baseline=" + file);
    assertTrue(below.err().contains("baseline: " + expected.getFirst()), below.err());
    Captured longer = run(file, out(), "--no-charts", "--steps=200");
    assertFalse(longer.err().contains("the run ends"), longer.err());
  }

  @Test
  void picture_ofMorePixelsThanAnArrayHolds_isRefusedBeforeTheFirstStep() throws Exception {
    Path file = scenario("a", "", "reinforce");
    Captured done = command("export", file, out(), "--format=pdf,png", "--size=200x200in");
    assertEquals(2, done.code(), done.err());
    assertTrue(done.err().contains("60000 × 60000 pixels is too large"), done.err());
    assertFalse(done.err().contains("steps/s"), done.err());
    Captured vector =
        command("export", file, out(), "--chart=loss", "--format=svg", "--size=200x200in");
    assertEquals(0, vector.code(), vector.err());
  }
}
