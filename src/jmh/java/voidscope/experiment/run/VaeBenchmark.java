package voidscope.experiment.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.thread.ThreadTeam;

/// Training steps a second of a discrete VAE, batch 24, 200 latents, on the objects that the window
/// runs, without measurements. Replicates train side by side, and the figure is that of each of
/// them; threads that have none help with the products and updates of those that have.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VaeBenchmark {
  private static final int STEPS = 20;

  /// The model.
  @Param({"vae-linear", "vae-nonlinear"})
  public String model;

  /// The estimator.
  @Param({"reinforce", "disarm", "rebar", "relax"})
  public String estimator;

  /// Threads of the team.
  @Param({"1", "2"})
  public int threads;

  /// Replicates that train.
  @Param({"1", "2"})
  public int replicates;

  private ThreadTeam team;
  private Experiment experiment;
  private long step;

  /// Loads the images and begins.
  @Setup
  public void setUp() throws ScenarioException {
    Scenario scenario =
        ScenarioFile.parse(
            "benchmark",
            """
            voidscope = 1
            [problem]
            name = "%s"
            [run]
            replicates = %d
            batch = 24
            steps = 1000000000
            theta-rate = 0.0001
            phi-rate = 0.0001
            measure-every = 10000
            measure-samples = 0
            [[estimator]]
            name = "%s"
            %s
            """
                .formatted(model, replicates, estimator, estimator.equals("relax") ? RELAX : ""));
    team = new ThreadTeam(threads);
    experiment = new Experiment(scenario, team);
  }

  private static final String RELAX =
      """
      surrogate = "structured"
      input = "z"
      depth = 2
      width = 200
      activation = "relu"
      """;

  /// Ends the threads.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// Training steps.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void steps() {
    step += STEPS;
    experiment.burst(step, STEPS);
  }
}
