package voidscope.problem.mdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.RunTables;
import voidscope.laboratory.Silence;
import voidscope.thread.ThreadTeam;

/// A further kind of problem is run, measured, saved, written and drawn by the program as it is: it
/// costs its own classes and a line of the catalogue.
final class ChainRunTest {
  private static final String PROPERTY = "voidscope.further.problem";
  private static final int STEPS = 120;

  @TempDir private Path folder;

  @BeforeAll
  static void enter() {
    System.setProperty(PROPERTY, ChainLine.class.getName());
  }

  @AfterAll
  static void leave() {
    System.clearProperty(PROPERTY);
  }

  private static Scenario scenario() {
    return new Scenario(
            Scenarios.problem(ChainLine.KEY),
            Stream.of("reinforce", "reinforce-learned", "nvil", "relax")
                .map(Scenarios::estimator)
                .toList(),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.RUN, "replicates", 3)
        .with(Scenario.RUN, "batch", 4)
        .with(Scenario.RUN, "steps", STEPS)
        .with(Scenario.RUN, "measure-every", 20)
        .with(Scenario.RUN, "measure-samples", 50);
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

  @Test
  void tables_areWritten_andTheSameAtAnyNumberOfThreads() throws Exception {
    Scenario scenario = ScenarioFile.parse("here", ScenarioFile.format(scenario()));
    Map<String, String> one = tables(scenario, 1);
    assertEquals(Set.of("loss.csv", "moments.csv", "quantities.csv", "theta.csv"), one.keySet());
    assertEquals(one, tables(scenario, 2));
    String moments = one.getOrDefault("moments.csv", "");
    assertEquals(1 + 4 * (1 + STEPS / 20), moments.lines().count(), moments);
    assertTrue(one.getOrDefault("quantities.csv", "").contains("relax,θ₁,"));
  }

  /// It learns: J grows by a tenth at least.
  @Test
  @Timeout(60)
  void runner_runsIt() throws InterruptedException {
    try (Runner runner = new Runner(scenario(), 2)) {
      double first = runner.poll().tracks().getFirst().loss().middle().newest();
      runner.run();
      while (runner.poll().state() != Snapshot.State.FINISHED) {
        Thread.sleep(5);
      }
      for (Track track : runner.poll().tracks()) {
        assertTrue(track.loss().middle().newest() < 1.1 * first, track.label());
        Measurement measured = track.measured();
        assertTrue(measured != null && measured.variance() > 0 && measured.bias() < 1);
        assertEquals(STEPS, track.step());
      }
    }
  }

  @Test
  void checkpoint_goesOnToTheSameBits() throws Exception {
    Path file = folder.resolve("chain.checkpoint");
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment whole = new Experiment(scenario(), team);
      whole.advance(STEPS);
      Experiment part = new Experiment(scenario(), team);
      part.advance(47);
      Checkpoint.write(part, file);
      Experiment on = Checkpoint.read(file).experiment(team);
      on.advance(STEPS);
      List<Track> expected = whole.snapshot().tracks();
      for (int i = 0; i < expected.size(); i++) {
        Track found = on.snapshot().tracks().get(i);
        for (int q = 0; q < 2; q++) {
          assertArrayEquals(
              values(expected.get(i).quantities().get(q)), values(found.quantities().get(q)));
        }
        assertArrayEquals(values(expected.get(i).variance()), values(found.variance()));
      }
    }
  }

  private static double[] values(Track.Band band) {
    double[] values = new double[band.middle().buckets(0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = band.middle().first(0, i);
    }
    return values;
  }

  @Test
  void charts_showIt() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario(), team);
      experiment.advance(40);
      Snapshot snapshot = experiment.snapshot();
      ChartView view = new ChartView(Set.of(), "relax", Abscissa.NOISE, 300);
      for (String chart : List.of("theta", "variance", "loss")) {
        Figure figure = Charts.catalogue().get(chart).drawing().draw(snapshot, view);
        assertTrue(figure.lines().size() >= 4, chart + " has " + figure.lines().size());
        assertEquals(40, figure.x().maximum(), chart);
      }
      Figure theta = Charts.catalogue().get("theta").drawing().draw(snapshot, view);
      assertEquals("θ₀", theta.y().label());
      assertFalse(theta.lines().getFirst().y().length < 2);
    }
  }

  @Test
  void those_thatDoNotFit_areRefusedByName() {
    Scenario scenario =
        scenario()
            .withEstimators(List.of(Scenarios.estimator("relax"), Scenarios.estimator("rloo")));
    assertEquals(
        "Leave-one-out cannot run with the problem “Two-state process”: a row's f is recorded"
            + " once.",
        Compatibility.refusal(scenario).orElseThrow());
  }
}
