package voidscope.problem.rl;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import voidscope.catalogue.Settings;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Environment steps a second while CartPole is learned, two replicates side by side, beside the
/// same written by hand in plain scalar Java. The rate is low, so that policies stay much as they
/// are; `frames` counts.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EpisodeBenchmark {
  private static final int BURST = 200;

  /// Counts environment steps.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Frames {
    /// Environment steps.
    public long frames;

    /// Begins to count.
    @Setup(Level.Iteration)
    public void clear() {
      frames = 0;
    }
  }

  /// The program as it is.
  @State(Scope.Benchmark)
  public static class Program {
    /// Key of the estimator.
    @Param({"a2c", "relax"})
    public String key = "";

    /// Threads of the team.
    @Param({"1", "2"})
    public int threads;

    private ThreadTeam team = new ThreadTeam(1);
    private Experiment experiment = new Experiment(Scenarios.standard(), team);
    private double before;
    private long to;

    /// Makes the experiment.
    @Setup
    public void setUp() {
      team.close();
      team = new ThreadTeam(threads);
      EstimatorEntry entry = Estimators.catalogue().get(key);
      Settings settings = Settings.defaults(entry.parameters());
      Scenario scenario =
          new Scenario(
                  Scenarios.problem("cartpole"),
                  List.of(new Entrant(key, settings)),
                  Scenarios.standard().run(),
                  List.of())
              .with(Scenario.RUN, "replicates", 2)
              .with(Scenario.RUN, "batch", 1)
              .with(Scenario.RUN, "steps", 1e9)
              .with(Scenario.RUN, "theta-rate", 1e-4)
              .with(Scenario.RUN, "measure-every", 10_000)
              .with(Scenario.RUN, "measure-samples", 2);
      experiment = new Experiment(scenario, team);
      before = 0;
      to = 0;
    }

    /// Ends its threads.
    @TearDown
    public void tearDown() {
      team.close();
    }

    double played() {
      var track = experiment.snapshot().tracks().getFirst();
      var frames = track.frames();
      double now = frames == null ? 0 : 2 * frames.taken(track.step());
      double since = now - before;
      before = now;
      return since;
    }
  }

  /// Plain scalar Java.
  @State(Scope.Thread)
  public static class Scalar {
    private final ScalarA2c learner = new ScalarA2c();
  }

  /// A burst of updates of both replicates.
  @Benchmark
  public void program(Program program, Frames frames) {
    program.to += BURST;
    program.experiment.advance(program.to);
    frames.frames += (long) program.played();
  }

  /// As many.
  @Benchmark
  public void scalar(Scalar scalar, Frames frames) {
    for (int i = 0; i < 2 * BURST; i++) {
      frames.frames += scalar.learner.update();
    }
  }
}
