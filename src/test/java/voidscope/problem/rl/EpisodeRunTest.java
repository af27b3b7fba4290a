package voidscope.problem.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Value;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.chart.series.Charts;
import voidscope.estimator.EstimatorParameters;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.RunTables;
import voidscope.laboratory.Silence;
import voidscope.thread.ThreadTeam;

/// Episodes in the program as it is: run, measured, written, saved and gone on with.
final class EpisodeRunTest {
  private static final int STEPS = 60;

  @TempDir private Path folder;

  private static Scenario scenario(String problem) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem(problem),
            Stream.of("reinforce", "reinforce-mean", "a2c", "nvil")
                .map(Scenarios::estimator)
                .toList(),
            Scenarios.standard().run(),
            List.of());
    String learned = EpisodeBench.task(problem).world().actions() > 0 ? "relax" : "lax";
    return scenario
        .withEstimators(
            Stream.concat(
                    scenario.estimators().stream(),
                    Stream.of(
                        Scenarios.estimator(learned)
                            .with(EstimatorParameters.CRITIC.key(), new Value.Flag(true))
                            .with(EstimatorParameters.CRITIC_STEPS.key(), new Value.Whole(3))
                            .with(EstimatorParameters.CLOCK.key(), new Value.Flag(true))
                            .with(
                                EstimatorParameters.PHI_BY.key(),
                                new Value.Choice(EstimatorParameters.EPISODE))))
                .toList())
        .with(Scenario.RUN, "replicates", 3)
        .with(Scenario.RUN, "batch", 2)
        .with(Scenario.RUN, "steps", STEPS)
        .with(Scenario.RUN, "measure-every", 20)
        .with(Scenario.RUN, "measure-samples", 5);
  }

  /// With all that can be learned without a gradient.
  private static Scenario remembering(String problem) {
    return scenario(problem)
        .with(Scenario.PROBLEM, "filtered-observations", new Value.Flag(true))
        .with(Scenario.PROBLEM, "reward-scale", .5)
        .with(Scenario.PROBLEM, "step-divergence", .002);
  }

  /// A problem by its key, which a plus follows where it learns something without a gradient.
  private static Scenario named(String problem) {
    return problem.endsWith("+")
        ? remembering(problem.substring(0, problem.length() - 1))
        : scenario(problem);
  }

  private Map<String, String> tables(Scenario scenario, int threads) throws IOException {
    Path to = Files.createDirectories(folder.resolve("threads-" + threads));
    new RunTables(to).write(HeadlessRun.run(scenario, STEPS, threads, new Silence()));
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(to)) {
      for (Path file : files.toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  @ParameterizedTest
  @CsvSource({
    "cartpole, return",
    "cartpole-500, return",
    "pendulum, return",
    "pendulum+, return",
    "mdp, theta",
    "linear-quadratic, theta"
  })
  void tables_areTheSame_atAnyNumberOfThreads(String problem, String first) throws Exception {
    Scenario scenario = ScenarioFile.parse("here", ScenarioFile.format(named(problem)));
    Map<String, String> one = tables(scenario, 1);
    assertTrue(one.containsKey(first + ".csv"), one.keySet().toString());
    assertEquals(one, tables(scenario, 2));
  }

  /// All that is recorded of everyone, as text.
  private static List<String> recorded(Experiment experiment) {
    List<String> all = new ArrayList<>();
    for (Track track : experiment.snapshot().tracks()) {
      for (Track.Band band : track.quantities()) {
        all.add(text(band));
      }
      all.add(text(track.loss()));
      all.add(text(track.variance()));
    }
    return all;
  }

  private static String text(Track.Band band) {
    Series.View view = band.middle();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < view.rows(); i++) {
      text.append(view.rowStep(i)).append(' ').append(view.row(i)).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cartpole", "pendulum", "pendulum+", "mdp"})
  void bursts_andCheckpoints_changeNoBit(String problem) throws Exception {
    Path file = folder.resolve("episodes.checkpoint");
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment whole = new Experiment(named(problem), team);
      while (!whole.done(STEPS)) {
        whole.burst(STEPS, 64);
      }
      List<String> expected = recorded(whole);
      assertNotEquals(expected.get(0), expected.get(3), "estimators differ");
      Experiment single = new Experiment(named(problem), team);
      while (!single.done(STEPS)) {
        single.burst(STEPS, 1);
      }
      assertEquals(expected, recorded(single));
      Experiment part = new Experiment(named(problem), team);
      part.advance(37);
      Checkpoint.write(part, file);
      Experiment on = Checkpoint.read(file).experiment(team);
      on.advance(STEPS);
      assertEquals(expected, recorded(on));
    }
  }

  /// All estimators begin with the same episode, as their worlds and policies start alike.
  @Test
  void firstReturn_isOfTheInitialPolicy() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario("cartpole"), team);
      for (Track track : experiment.snapshot().tracks()) {
        double told = track.quantities().get(0).middle().row(0);
        assertTrue(told >= 8 && told <= 200, "return " + told);
        assertEquals(told, track.quantities().get(1).middle().row(0));
        assertTrue(track.loss().middle().row(0) < 0);
      }
    }
  }

  /// The mean is that of the returns so far, and of the last hundred.
  @Test
  void recentMean_isThatOfTheLastHundredReturns() {
    Scenario scenario =
        scenario("cartpole")
            .with(Scenario.RUN, "replicates", 1)
            .with(Scenario.RUN, "measure-samples", 0);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(150);
      Track track = experiment.snapshot().tracks().getFirst();
      Series.View returns = track.quantities().get(0).middle();
      Series.View means = track.quantities().get(1).middle();
      for (int step : new int[] {1, 2, 40, 100, 101, 150}) {
        double sum = 0;
        int count = Math.min(step, 100);
        for (int back = 0; back < count; back++) {
          sum += returns.row(step - back);
        }
        assertEquals(sum / count, means.row(step), 1e-4, "step " + step);
      }
    }
  }

  /// The charts call what they show of an episode by its name: its return, and the variance of the
  /// gradient by the policy's weights.
  @ParameterizedTest
  @CsvSource({
    "cartpole, return, −Σ γᵗrₜ of the batch, tr Cov ĝ (policy), 10",
    "mdp, θ₀, E f(b), tr Cov ĝ (policy), 5"
  })
  void charts_nameWhatTheyShow(
      String problem, String followed, String loss, String variance, int lines) {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario(problem), team);
      experiment.advance(40);
      Snapshot snapshot = experiment.snapshot();
      ChartView view = new ChartView(Set.of(), "reinforce", Abscissa.NOISE, 300);
      Map.of("theta", followed, "loss", loss, "variance", variance)
          .forEach(
              (chart, label) -> {
                Figure figure = Charts.catalogue().get(chart).drawing().draw(snapshot, view);
                assertEquals(label, figure.y().label());
                assertEquals(chart.equals("variance") ? lines : 5, figure.lines().size(), chart);
              });
    }
  }

  /// RELAX has terms, which are not told of an episode; and of nothing there are no quartiles.
  @Test
  void charts_sayThatTermsAreNotTakenApart() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario("cartpole"), team);
      ChartView view = new ChartView(Set.of(), "relax", Abscissa.NOISE, 300);
      for (String chart : List.of("terms", "balance")) {
        String title =
            Charts.catalogue().get(chart).drawing().draw(experiment.snapshot(), view).title();
        assertTrue(title.endsWith(": not taken apart with this problem"), title);
      }
    }
  }

  /// An episode of the MDP has three steps, and an update learns two of them: so 240 frames are
  /// behind 40 updates, whatever the bursts were, also of a run that has been gone on with.
  @Test
  void axes_countEpisodesAndFrames() throws Exception {
    Scenario scenario = scenario("mdp");
    Path file = folder.resolve("run.checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(15);
      Checkpoint.write(experiment, file);
      Experiment resumed = Checkpoint.read(file).experiment(team);
      for (Experiment each : List.of(experiment, resumed)) {
        each.advance(25);
        Track track = each.snapshot().tracks().getFirst();
        assertEquals(240, Measure.EVALUATIONS.at(track, 40), 1e-9);
        assertEquals(40, Measure.EVALUATIONS.step(track, 240), 1e-9);
        assertEquals(40, Measure.STEPS.at(track, 40));
        assertEquals("update by 2 episodes", axis(each.snapshot(), Measure.STEPS));
        assertEquals("steps of episodes (frames)", axis(each.snapshot(), Measure.EVALUATIONS));
      }
    }
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment single = new Experiment(scenario.with(Scenario.RUN, "batch", 1), team);
      assertEquals("episode", axis(single.snapshot(), Measure.STEPS));
    }
  }

  private static String axis(Snapshot snapshot, Measure measure) {
    Across across = new Across(AxisScale.LINEAR, measure, null);
    ChartView view = new ChartView(Set.of(), "reinforce", Abscissa.NOISE, 300).withAcross(across);
    return Charts.catalogue().get("theta").drawing().draw(snapshot, view).x().label();
  }

  /// In a basket everyone has episodes of its own by the leader's policy, and tells their returns.
  @Test
  void followers_tellReturnsOfTheirOwn() {
    Scenario scenario =
        scenario("cartpole")
            .with(Scenario.RUN, "replicates", 1)
            .with(Scenario.RUN, "basket", new Value.Text("reinforce-mean"));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(30);
      List<Track> tracks = experiment.snapshot().tracks();
      Series.View leader = tracks.get(1).quantities().get(0).middle();
      Series.View other = tracks.get(0).quantities().get(0).middle();
      int differing = 0;
      for (int step = 1; step <= 30; step++) {
        differing += leader.row(step) != other.row(step) ? 1 : 0;
      }
      assertTrue(differing > 15, differing + " of 30 differ");
    }
  }

  /// What an episode cannot serve is refused with the reason.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cartpole | exact | not known row by row",
        "cartpole | reparameterization | f has no derivative",
        "cartpole | lax | b is discrete",
        "cartpole | concrete | f has no derivative",
        "cartpole | rebar | f has no derivative",
        "cartpole | arm | b is not Bernoulli",
        "cartpole | disarm | b is not Bernoulli",
        "cartpole | rloo | a row's f is recorded once",
        "mdp | arm | a row's f is recorded once",
        "mdp | disarm | a row's f is recorded once",
        "pendulum | relax | b is continuous",
        "pendulum | rloo | a row's f is recorded once",
      })
  void those_thatDoNotFit_areRefusedWithTheReason(String problem, String key, String why) {
    String refusal =
        Compatibility.refusal(scenario(problem).withEstimators(List.of(Scenarios.estimator(key))))
            .orElseThrow();
    assertTrue(refusal.endsWith(": " + why + "."), refusal);
  }
}
