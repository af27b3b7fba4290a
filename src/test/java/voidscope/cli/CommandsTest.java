package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Parameter;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;

/// Exit codes and outputs of the commands.
class CommandsTest {
  private static final String SHORT =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      measure-samples = 100
      replicates = 3
      [[estimator]]
      name = "exact"
      [[estimator]]
      name = "relax"
      """;

  @TempDir private Path folder = Path.of("");

  private Path scenario() throws IOException {
    return Files.writeString(folder.resolve("short.toml"), SHORT);
  }

  @Test
  void moments_meetTheExactValues_forRebar() {
    Captured done =
        Captured.run(
            "moments",
            "--problem=squared-distance",
            "--target=0.45",
            "--theta=0.3",
            "--estimator=rebar",
            "--temperature=0.5",
            "--eta=1",
            "--noise=independent",
            "--samples=100000",
            "--seed=1");
    assertEquals(0, done.code(), done.err());
    assertEquals(2.4445831169e-02, done.number("exactGradient"), 1e-9);
    assertEquals(2.4445831169e-02, done.number("exactMean"), 1e-6);
    assertEquals(2.1551695929e-02, done.number("exactVariance"), 1e-6);
    // Within 5 standard errors: false alarm one in 1.7 million for either.
    assertTrue(Math.abs(done.number("z")) < 5);
    double off = done.number("variance") - done.number("exactVariance");
    assertTrue(Math.abs(off) < 5 * done.number("varianceStandardError"), done.out());
  }

  @Test
  void moments_haveACoordinateEach_withSeveralLatents() {
    Captured done = Captured.run("moments", "--estimator=rebar", "--latents=3", "--samples=1000");
    assertEquals(0, done.code(), done.err());
    assertEquals(4, done.out().split("\"mean\"", -1).length, done.out());
    assertTrue(done.out().contains("\"varianceTrace\""), done.out());
    assertTrue(done.out().contains("\"exactVarianceTrace\" : null"), done.out());
    assertTrue(done.out().contains("\"exactMean\" : null"));
  }

  @Test
  void moments_haveExactOnes_whereTheOutcomesCanBeEnumerated() {
    Captured done =
        Captured.run(
            "moments",
            "--problem=categorical-distance",
            "--estimator=reinforce",
            "--latents=2",
            "--samples=1000");
    assertEquals(0, done.code(), done.err());
    assertEquals(done.number("exactGradient"), done.number("exactMean"), 1e-6);
  }

  /// What the optimal surrogate would leave, where one is known.
  @Test
  void moments_haveTheLeastVariance_ofASurrogate() {
    Captured relax =
        Captured.run(
            "moments",
            "--problem=random-quadratic",
            "--latents=2",
            "--problem-seed=1",
            "--theta=0",
            "--estimator=relax",
            "--noise=coupled",
            "--samples=1000");
    assertEquals(0, relax.code(), relax.err());
    assertEquals(.04908129421, relax.number("leastVarianceTrace"), 2e-6);
    Captured lax =
        Captured.run("moments", "--problem=gaussian-distance", "--estimator=lax", "--samples=1000");
    assertEquals(13.580931621, lax.number("leastVarianceTrace"), 1e-4);
    Captured one = Captured.run("moments", "--estimator=rebar", "--samples=1000");
    assertEquals(0, one.number("leastVariance"));
    Captured none = Captured.run("moments", "--estimator=reinforce", "--samples=1000");
    assertTrue(none.out().contains("\"leastVariance\" : null"), none.out());
  }

  @Test
  void moments_refuseWhatCannotBe_byName() {
    Captured done =
        Captured.run("moments", "--problem=gaussian-steps", "--estimator=reparameterization");
    assertEquals(2, done.code());
    assertTrue(done.err().contains("Reparameterization needs f′: f has no derivative"), done.err());
  }

  @Test
  void moments_doNotDependOnThreads() {
    String[] one = {"moments", "--estimator=relax", "--samples=50000", "--threads=1"};
    String[] two = {"moments", "--estimator=relax", "--samples=50000", "--threads=2"};
    assertEquals(Captured.run(one).number("mean"), Captured.run(two).number("mean"));
  }

  @Test
  void numbers_haveAPoint_whateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Captured done = Captured.run("moments", "--estimator=reinforce", "--samples=1000");
      assertEquals(0.499, done.number("target"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moments --estimator=rebarr",
        "moments --estimator=rebar --problem=none",
        "moments --estimator=reinforce --eta=1",
        "moments --estimator=rebar --eta=5",
        "moments --estimator=rebar --theta=1,719",
        "moments --estimator=rebar --samples=1",
        "moments --estimator=rebar --samples=many",
        "moments --estimator=rebar --threads=0",
        "moments",
        "moments --estimator=rebar --wrong=1",
        "run",
        "run none.toml --out out",
        "lst",
        "list --wrong"
      })
  void badInput_exitsWithTwo_andSaysWhyInAFewLines(String arguments) {
    Captured done = Captured.run(arguments.split(" "));
    assertEquals(2, done.code(), done.err());
    assertEquals("", done.out());
    assertFalse(done.err().isBlank());
    assertFalse(done.err().contains("\tat "), done.err());
  }

  @Test
  void list_namesEveryEstimatorAndParameter() {
    Captured done = Captured.run("list");
    assertEquals(0, done.code(), done.err());
    for (var entry : Estimators.catalogue().entries()) {
      assertTrue(done.out().contains("\"key\" : \"" + entry.key() + "\""));
      for (Parameter parameter : entry.parameters()) {
        assertTrue(done.out().contains("\"key\" : \"" + parameter.key() + "\""));
      }
    }
    assertEquals(0, evaluations(done.out(), "exact"));
    assertEquals(2, evaluations(done.out(), "arm"));
    assertEquals(4, evaluations(done.out(), "rloo"));
    assertEquals(3, evaluations(done.out(), "rebar"));
  }

  private static int evaluations(String json, String estimator) {
    int at = json.indexOf("\"evaluations\" : ", json.indexOf("\"key\" : \"" + estimator + "\""));
    return Integer.parseInt(json.substring(at).replaceFirst("(?s)\\D*(\\d+).*", "$1"));
  }

  @Test
  void run_savesEverything() throws Exception {
    Path out = folder.resolve("deep").resolve("out");
    Captured done =
        Captured.run("run", scenario().toString(), "--steps", "1200", "--out", out.toString());
    assertEquals(0, done.code(), done.err());
    for (String name :
        List.of("theta.png", "variance.png", "loss.png", "surrogate.png", "surrogate-relax.csv")) {
      assertTrue(Files.size(out.resolve(name)) > 1000, name);
    }
    List<String> theta = Files.readAllLines(out.resolve("theta.csv"));
    assertEquals("step,estimator,theta,q1,q3", theta.getFirst());
    assertEquals(1 + 2 * 1201, theta.size());
    assertEquals("0,exact,0.0,0.0,0.0", theta.get(1));
    assertEquals(theta.size(), Files.readAllLines(out.resolve("loss.csv")).size());
    List<String> moments = Files.readAllLines(out.resolve("moments.csv"));
    assertEquals(1 + 121, moments.size());
    for (String row : moments) {
      assertEquals(22, row.split(",", -1).length, row);
    }
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"1000\""), summary);
    assertFalse(summary.contains("\"3000\""), summary);
    assertEquals(1200, ScenarioFile.read(out.resolve("scenario.toml")).run().integer("steps"));
    assertEquals(10, done.err().lines().filter(line -> line.contains("steps/s")).count());
  }

  @Test
  void run_givesTheSameBytes_fromItsOwnScenarioOnOtherThreads() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    String[] common = {"run", scenario().toString(), "--steps=150", "--no-charts"};
    assertEquals(0, Captured.run(with(common, "--threads=1", "--out=" + first)).code());
    String again = first.resolve("scenario.toml").toString();
    assertEquals(
        0, Captured.run("run", again, "--no-charts", "--threads=2", "--out=" + second).code());
    for (String name : List.of("theta.csv", "loss.csv", "moments.csv", "surrogate-relax.csv")) {
      assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
    }
    assertFalse(Files.exists(first.resolve("theta.png")));
  }

  private static String[] with(String[] arguments, String... more) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  @Test
  void run_refusesBeforeComputing_whereItCannotWrite() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Captured done = Captured.run("run", scenario().toString(), "--out", file.toString());
    assertEquals(2, done.code());
    assertTrue(done.err().contains("is a file"), done.err());
    Captured below =
        Captured.run("run", scenario().toString(), "--out", file.resolve("out").toString());
    assertEquals(2, below.code());
    assertTrue(below.err().contains("cannot write into"), below.err());
    assertFalse(below.err().contains("steps/s"));
  }

  @Test
  void run_namesLineAndField_ofABadScenario() throws Exception {
    Path bad = folder.resolve("bad.toml");
    Files.writeString(bad, SHORT.replace("replicates = 3", "replicates = \"three\""));
    Captured done = Captured.run("run", bad.toString(), "--out", folder.resolve("o").toString());
    assertEquals(2, done.code());
    assertTrue(done.err().contains("bad.toml:6: run.replicates: expected"), done.err());
    assertFalse(Files.exists(folder.resolve("o")));
  }

  @Test
  void noCommand_opensTheWindow_withTheScenarioIfOneIsNamed() throws Exception {
    assertEquals(42, Captured.run().code());
    assertEquals(42, Captured.run(scenario().toString()).code());
  }

  @Test
  void help_hasExamplesAndExitCodes() {
    Captured done = Captured.run("--help");
    assertEquals(0, done.code());
    assertTrue(done.out().contains("Exit codes:"), done.out());
    assertTrue(done.out().contains("voidscope run samples/t-499.toml"), done.out());
    for (String command : List.of("run", "moments", "list")) {
      assertEquals(0, Captured.run(command, "--help").code());
    }
  }

  @Test
  void version_isThatOfTheBuild() throws Exception {
    assertTrue(
        Files.readString(Path.of("pom.xml")).contains("<version>" + Version.NUMBER + "</version>"));
    assertTrue(Captured.run("--version").out().startsWith("voidscope " + Version.NUMBER));
  }

  @Test
  void standardScenario_isTheSampleButForItsReplicates() throws Exception {
    assertEquals(
        Scenarios.standard().with("run", "replicates", 16),
        ScenarioFile.read(Path.of("samples", "t-499.toml")));
  }
}
