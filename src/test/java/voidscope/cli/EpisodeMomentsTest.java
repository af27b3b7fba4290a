package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.experiment.measure.BatchSampling;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.run.Standing;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// The command `moments` for episodes: exact where something is known, at the weights that are
/// asked for, and refused by name where they cannot be had.
final class EpisodeMomentsTest {
  /// Of 20 scores, in all of which none may be greater: a false alarm in 87,000 other seeds.
  private static final double BOUND = 5;

  private static final String SECONDS = "\"seconds\" : .*";

  private static final String RACE =
      """
      voidscope = 1
      [problem]
      name = "cartpole"
      [run]
      seed = 7
      replicates = 2
      batch = 2
      measure-samples = 0
      [[estimator]]
      name = "a2c"
      [[estimator]]
      name = "relax"
      id = "relax"
      label = "narrow"
      [[estimator]]
      name = "relax"
      id = "relax-2"
      width = 12
      """;

  @TempDir private static Path folder;

  /// That race after 12 steps, and before the first.
  private static Path race = Path.of("");

  private static Path start = Path.of("");

  @BeforeAll
  static void checkpoints() throws Exception {
    race = folder.resolve("race.checkpoint");
    start = folder.resolve("start.checkpoint");
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = new Experiment(scenario("race.toml", RACE), team);
      Checkpoint.write(experiment, start);
      experiment.advance(12);
      Checkpoint.write(experiment, race);
    }
  }

  private static Scenario scenario(String name, String text) throws Exception {
    return ScenarioFile.read(Files.writeString(folder.resolve(name), text));
  }

  private static Captured moments(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "moments";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Captured.run(all);
  }

  private static List<Double> numbers(Captured done, String key) {
    return Pattern.compile("\"" + key + "\" : ([-+.0-9E]+)")
        .matcher(done.out())
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }

  /// What it says but for the time it took.
  private static String timeless(Captured done) {
    assertEquals(0, done.code(), done.err());
    return done.out().replaceAll(SECONDS, "");
  }

  /// Each mean is the exact gradient, and the trace the one that was computed elsewhere, of one
  /// episode or the mean of four.
  @ParameterizedTest
  @CsvSource({
    "mdp, reinforce, .59244699036, 1",
    "mdp, reinforce, .59244699036, 4",
    "mdp, a2c, NaN, 1",
    "mdp, relax, NaN, 1",
    "linear-quadratic, reinforce, 300.65497530, 1",
    "linear-quadratic, lax, NaN, 2",
  })
  void moments_meetTheExactValues(String problem, String estimator, double trace, int batch) {
    Captured done =
        moments(
            "--problem=" + problem,
            "--estimator=" + estimator,
            "--discount=.9",
            "--discounted-steps=true",
            "--batch=" + batch,
            "--samples=40000",
            "--seed=1");
    assertEquals(0, done.code(), done.err());
    List<Double> scores = numbers(done, "z");
    int weights = problem.equals("mdp") ? 2 : 3;
    assertEquals(weights, scores.size(), done.out());
    assertEquals(weights, done.number("count"));
    assertTrue(scores.stream().allMatch(z -> Math.abs(z) < BOUND), done.out());
    List<Double> means = numbers(done, "mean");
    List<Double> gradient = numbers(done, "exactGradient");
    List<Double> errors = numbers(done, "standardError");
    double square = 0;
    for (int d = 0; d < weights; d++) {
      square += means.get(d) * means.get(d);
      double z = (means.get(d) - gradient.get(d)) / errors.get(d);
      assertEquals(z, scores.get(d), 1e-9);
    }
    double found = done.number("varianceTrace");
    assertEquals(
        numbers(done, "variance").stream().mapToDouble(v -> v).sum(), found, 1e-12 * found);
    assertEquals(square - found / 40_000, done.number("squaredMean"), 1e-12);
    assertEquals(Math.log(found), done.number("lnVarianceTrace"), 1e-12);
    assertEquals(
        Math.sqrt(done.number("squaredMean") / found), done.number("signalToNoise"), 1e-12);
    if (!Double.isNaN(trace)) {
      double off = (found - trace / batch) / done.number("varianceTraceStandardError");
      assertTrue(Math.abs(off) < BOUND, "trace, " + off + " standard errors");
    }
    assertEquals(3, done.number("meanLength"));
    assertFalse(done.out().contains("withheld"), done.out());
  }

  /// Without γᵗ in front the mean is another than the gradient, far away here: no score says so,
  /// and a sentence does.
  @Test
  void score_isWithheld_whereEstimatesFollowNoGradient() {
    Captured done =
        moments(
            "--problem=mdp",
            "--estimator=reinforce",
            "--discount=.9",
            "--samples=40000",
            "--seed=1");
    double off =
        (done.number("varianceTrace") - .65611662585) / done.number("varianceTraceStandardError");
    assertTrue(Math.abs(off) < BOUND, "trace, " + off + " standard errors");
    double[] published = {.14956383647, -.24735573730};
    for (int d = 0; d < 2; d++) {
      double z =
          (numbers(done, "mean").get(d) - published[d]) / numbers(done, "standardError").get(d);
      assertTrue(Math.abs(z) < BOUND, "z = " + z);
    }
    assertEquals(List.of(), numbers(done, "z"));
    assertEquals(3, done.out().split("\"z\" : null", -1).length, done.out());
    assertTrue(
        done.out().contains("\"withheld\" : \"z: with γ < 1 and no γᵗ in front"), done.out());
  }

  @Test
  void moments_doNotDependOnThreads() {
    String[] common = {"--problem=cartpole", "--estimator=relax", "--samples=100"};
    List<String> all =
        List.of("1", "2").stream()
            .map(
                threads -> {
                  String[] arguments = Arrays.copyOf(common, common.length + 1);
                  arguments[common.length] = "--threads=" + threads;
                  return timeless(moments(arguments));
                })
            .toList();
    assertEquals(all.get(0), all.get(1));
    assertFalse(all.get(0).contains("coordinates"), all.get(0));
  }

  /// Without a checkpoint they are those of step 0 of a run of the seed.
  @Test
  void weights_areThoseThatARunOfTheSeedBeginsWith() {
    String fresh =
        timeless(
            moments(
                "--problem=cartpole", "--estimator=a2c", "--seed=7", "--batch=2", "--samples=40"));
    String kept =
        timeless(moments("--from=" + start, "--contender=A2C", "--seed=7", "--samples=40"));
    assertTrue(kept.contains("\"replicate\" : 1"), kept);
    assertEquals(
        fresh.replaceFirst("(?s)\"weights\".*?}", ""),
        kept.replaceFirst("(?s)\"weights\".*?}", ""));
  }

  /// Of each contender and replicate those that the run went on with.
  @Test
  void from_hasWeightsAndWhatIsLearned_ofTheReplicateThatIsAskedFor() throws Exception {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario("race.toml", RACE), team);
      experiment.advance(12);
      List<Standing> standings = experiment.standings();
      String[] names = {"a2c", "narrow", "relax-2"};
      for (int c = 0; c < names.length; c++) {
        for (int replicate = 1; replicate <= 2; replicate++) {
          Standing standing = standings.get(c);
          Standing.Learned learned = standing.replicates().get(replicate - 1);
          BatchSampling.Found found =
              new BatchSampling(
                      standing.problem(),
                      standing.estimator(),
                      2,
                      learned.weights(),
                      learned.states(),
                      RandomStream.of(3, "moments", 0),
                      team,
                      () -> false)
                  .measure(30, done -> {});
          Captured told =
              moments(
                  "--from=" + race,
                  "--contender=" + names[c],
                  "--replicate=" + replicate,
                  "--seed=3",
                  "--samples=30");
          assertEquals(0, told.code(), told.err());
          assertEquals(found.trace(), told.number("varianceTrace"));
          assertEquals(found.returns().mean(), told.number("meanReturn"));
          assertEquals(replicate, told.number("replicate"));
          assertEquals(12, told.number("step"));
          assertEquals(2, told.number("batch"));
        }
      }
    }
  }

  /// Changes that were made along the run hold, and the weights are those that it has come to:
  /// those that it recorded.
  @Test
  void from_hasTheValuesThatHoldWhereTheRunStands() throws Exception {
    Scenario scenario =
        scenario(
            "live.toml",
            """
            voidscope = 1
            [problem]
            name = "mdp"
            discount = 0.9
            [run]
            replicates = 1
            measure-samples = 0
            [[estimator]]
            name = "reinforce"
            [[event]]
            step = 5
            set = "problem"
            key = "discounted-steps"
            value = true
            """);
    Path file = folder.resolve("live.checkpoint");
    double[] gradient = new double[2];
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(10);
      Checkpoint.write(experiment, file);
      var track = experiment.records().tracks().getFirst();
      Standing standing = experiment.standings().getFirst();
      float[] weights = standing.replicates().getFirst().weights();
      for (int d = 0; d < 2; d++) {
        assertEquals(track.quantities().get(d).middle().newest(), weights[d], 1e-6);
      }
      Objects.requireNonNull(standing.problem().known()).gradient(weights, gradient);
    }
    Captured told = moments("--from=" + file, "--samples=2000");
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("\"discounted-steps\" : true"), told.out());
    assertEquals(List.of(gradient[0], gradient[1]), numbers(told, "exactGradient"));
    assertEquals(2, numbers(told, "z").size(), told.out());
  }

  /// What is said beside the checkpoint may say the same again.
  @Test
  void from_agreesWithWhatItSaysItself() {
    Captured done =
        moments(
            "--from=" + race,
            "--problem=cartpole",
            "--estimator=relax",
            "--contender=narrow",
            "--discount=.99",
            "--width=10",
            "--batch=1",
            "--samples=4");
    assertEquals(0, done.code(), done.err());
    assertEquals(1, done.number("batch"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from=RACE | --contender: expected \"A2C\" or \"narrow\" or",
        "--from=RACE --estimator=relax | --contender: expected \"narrow\" or \"RELAX, 12 hidden",
        "--from=RACE --contender=wide | , as in RACE, found \"wide\"",
        "--from=RACE --contender=A2C --estimator=relax | with --estimator relax, as in RACE, found",
        "--from=RACE --estimator=lax | --estimator: expected a2c or relax, as in RACE, found lax",
        "--from=RACE --contender=A2C --problem=mdp | --problem: expected cartpole, as in RACE",
        "--from=RACE --contender=A2C --discount=.9 | --discount: expected 0.99, as in RACE, found",
        "--from=RACE --contender=A2C --discount=x | --discount: expected a number from 0 to 1",
        "--from=RACE --contender=narrow --width=9 | --width: expected 10, as in RACE, found 9",
        "--from=RACE --contender=A2C --eta=1 | --eta: neither cartpole nor a2c has it",
        "--from=RACE --contender=A2C --replicate=3 | --replicate: expected a whole number from 1 to"
            + " 2",
        "--from=RACE --contender=A2C --replicate=0 | --replicate: expected a whole number from 1 to"
            + " 2",
        "--from=RACE --contender=A2C --batch=0 | --batch: expected a whole number from 1 to 256",
        "--from=none | none: expected a scenario, an exported figure",
        "--from=samples/mdp-exact.toml | mdp-exact.toml: expected a checkpoint, found another kind",
        "--from=CUT | CUT: expected a whole checkpoint of a run, found a damaged or truncated file",
        "--from=TOY | --from: TOY: expected the run of a problem of episodes, found squared-dist",
        "--estimator=a2c --problem=mdp --replicate=1 | --replicate: says nothing without --from",
        "--estimator=a2c --problem=mdp --contender=a | --contender: says nothing without --from",
        "--estimator=a2c --problem=mdp --seed=-1 | --seed: expected a whole number from 0 to",
        "--estimator=rebar --batch=2 | --batch: says nothing where there are no episodes",
        "--estimator=rebar --problem=mdp | REBAR needs f′",
        "--estimator=rebar --problem=vae-linear | --problem: expected one whose rows' gradient",
        "--problem=mdp | Missing required option: '--estimator=KEY'",
      })
  void badInput_isRefusedByName(String arguments, String words) throws Exception {
    Path cut = folder.resolve("cut.checkpoint");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(race), 2000));
    String[] split =
        Arrays.stream(arguments.split(" "))
            .map(
                word ->
                    word.replace("RACE", race.toString())
                        .replace("CUT", cut.toString())
                        .replace("TOY", arguments.contains("TOY") ? toy() : ""))
            .toArray(String[]::new);
    Captured done = moments(split);
    assertEquals(2, done.code(), done.out());
    assertEquals("", done.out());
    String told =
        done.err()
            .replace(race.toString(), "RACE")
            .replace(cut.toString(), "CUT")
            .replace(folder.resolve("toy.checkpoint").toString(), "TOY");
    assertTrue(told.contains(words), told);
    assertFalse(told.contains("\tat "), told);
  }

  private static String toy() {
    Path file = folder.resolve("toy.checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      String text =
          """
          voidscope = 1
          [problem]
          name = "squared-distance"
          [[estimator]]
          name = "rebar"
          """;
      Checkpoint.write(new Experiment(scenario("toy.toml", text), team), file);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return file.toString();
  }

  /// One that has diverged has no gradient to tell of; its other replicates have.
  @Test
  void weights_thatAreNotFinite_areRefused() throws Exception {
    try (ThreadTeam team = new ThreadTeam(1)) {
      List<Standing> standings = new Experiment(scenario("race.toml", RACE), team).standings();
      standings.getFirst().replicates().get(1).weights()[3] = Float.NaN;
      CheckpointWeights first = new CheckpointWeights(race, null, "a2c", null, 1, Map.of());
      assertEquals(1, first.origin(standings).replicate());
      CheckpointWeights second = new CheckpointWeights(race, null, "a2c", null, 2, Map.of());
      InputException refusal = assertThrows(InputException.class, () -> second.origin(standings));
      assertEquals(
          race + ": expected finite weights of A2C, found others at step 0: it has diverged",
          refusal.getMessage());
    }
  }

  /// With a standard error of theirs, as they are held.
  @Test
  void moments_thatAreStopped_areThoseOfTheSamplesUntilThen() {
    String[] common = {"--problem=mdp", "--estimator=reinforce"};
    Captured stopped = Captured.stopped("moments", common[0], common[1], "--samples=100000");
    assertEquals(130, stopped.code(), stopped.err());
    long samples = (long) stopped.number("samples");
    assertTrue(samples >= 10_000 && samples < 100_000, "samples " + samples);
    assertTrue(stopped.err().contains("Stopped after " + samples + " of 100000 samples."));
    assertFalse(stopped.err().contains("standard error"), stopped.err());
    Captured fewer = moments(common[0], common[1], "--samples=" + samples);
    assertEquals(timeless(fewer), stopped.out().replaceAll(SECONDS, ""));
  }

  /// 320 gradients of 200,000 weights are not held: stopped while they are drawn again, only the
  /// standard error of the trace is missing.
  @Test
  void moments_thatAreStopped_whileTheyAreDrawnAgain_sayWhatIsMissing() {
    Captured stopped =
        Captured.run(
            new Signals(),
            (all, line) -> {
              if (line.contains(" 60 %  ")) {
                all.raise(Signals.Kind.INT);
              }
            },
            "moments",
            "--problem=pendulum",
            "--policy-layers=4",
            "--policy-units=256",
            "--estimator=reinforce",
            "--samples=320",
            "--threads=1");
    assertEquals(130, stopped.code(), stopped.err());
    assertEquals(320, stopped.number("samples"));
    assertTrue(stopped.number("count") > 190_000, stopped.out());
    assertTrue(stopped.out().contains("\"varianceTraceStandardError\" : null"), stopped.out());
    assertFalse(stopped.err().contains("Stopped after"), stopped.err());
    assertTrue(
        stopped.err().contains("Stopped before the standard error of the trace was found"),
        stopped.err());
  }
}
