package voidscope.experiment.run;

import java.util.List;
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
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.Surrogate;
import voidscope.experiment.measure.Sampling;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// RELAX on the lecture's toy, on the objects that the window runs: training steps, steps with the
/// default measurement, replicates, and gradient samples; plain scalar Java beside each.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ToyBenchmark {
  private static final int STEPS = 1000;
  private static final int REPLICATES = 64;
  private static final int SAMPLES = 1 << 21;

  /// Threads of the team.
  @Param({"1", "2"})
  public int threads;

  private final Toy problem = new SquaredDistance(1, 0.499, 0);
  private final float[] theta = {0};
  private ThreadTeam team;
  private Estimator estimator;
  private voidscope.estimator.State phi;
  private Trainer trainer;
  private Replica replica;
  private Experiment measured;
  private Experiment replicated;
  private ScalarRelax scalar;
  private long step;

  /// Prepares all of them.
  @Setup
  public void setUp() {
    team = new ThreadTeam(threads);
    Entrant relax = Scenarios.estimator("relax");
    estimator = Estimators.catalogue().get("relax").maker().apply(relax.settings());
    RandomStream stream = RandomStream.of(1, "benchmark", 0);
    phi = estimator.init(new Shape(problem.distribution(), 1, 1, 0), stream);
    phi.values()[phi.find(Surrogate.NETWORK).orElseThrow().to() - 1] = 0.3f;
    Scenario one = Scenarios.standard().withEstimators(List.of(relax));
    Tuning tuning = Tuning.of(one.run());
    trainer =
        new Trainer(problem.model(), estimator, tuning, stream, List.of(phi), false, Recall.NEVER);
    replica =
        new Replica(
            problem.initial(),
            List.of(phi.copy()),
            tuning.optimizer().slots(),
            stream,
            stream,
            null,
            problem.quantities());
    measured = new Experiment(one, team);
    replicated =
        new Experiment(
            one.with(Scenario.RUN, "replicates", REPLICATES)
                .with(Scenario.RUN, "measure-samples", 0),
            team);
    scalar = new ScalarRelax();
    step = 0;
  }

  /// Joins the team.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// A training step of one run, without measurement.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    for (int i = 0; i < STEPS; i++) {
      trainer.step(replica, step++);
    }
  }

  /// A training step of one run with 1000 measured samples every 10 steps, recorded.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void stepMeasured() {
    measured.advance(measured.head() + STEPS);
  }

  /// A training step of one of 64 replicates, recorded.
  @Benchmark
  @OperationsPerInvocation(STEPS * REPLICATES)
  public void stepOfReplicates() {
    replicated.advance(replicated.head() + STEPS);
  }

  /// A gradient sample with its moments.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double sample() {
    RandomStream stream = RandomStream.of(2, "samples", step++);
    return Sampling.moments(estimator, problem, phi, theta, SAMPLES, stream, team)[0].variance();
  }

  /// A training step in scalar Java.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double scalarStep() {
    double last = 0;
    for (int i = 0; i < STEPS; i++) {
      last = scalar.step();
    }
    return last;
  }

  /// A gradient sample with its moments in scalar Java.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double scalarSample() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < STEPS; i++) {
      double g = scalar.sample();
      sum += g;
      squares += g * g;
    }
    return squares - sum * sum / STEPS;
  }
}
