package voidscope.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// What live changes cost that a run has behind it: a burst of one step of REINFORCE without
/// measurements, alone and after another change.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventBenchmark {
  private static final int STEPS = 100;

  /// Changes behind it.
  @Param({"0", "1000", "20000"})
  public int events;

  private ThreadTeam team;
  private Experiment experiment;
  private Scenario values;
  private long changes;

  /// Takes the run past its events.
  @Setup
  public void setUp() {
    List<Event> past = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      past.add(
          new Event(
              1 + i * (long) STEPS / events,
              Scenario.RUN,
              RunParameters.THETA_RATE.key(),
              new Value.Real(0.001 + i * 1e-6)));
    }
    Scenario start =
        Scenarios.standard()
            .withEstimators(List.of(Scenarios.estimator("reinforce")))
            .with(Scenario.RUN, RunParameters.STEPS.key(), 1e12)
            .with(Scenario.RUN, RunParameters.MEASURE_SAMPLES.key(), 0);
    team = new ThreadTeam(1);
    experiment = new Experiment(start.withEvents(past), team);
    experiment.advance(STEPS + 1);
    values = start;
  }

  /// Joins the team.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// A burst of one step.
  @Benchmark
  public long burst() {
    return experiment.burst(experiment.head() + 1, 1);
  }

  /// A change and a burst of one step.
  @Benchmark
  public long change() {
    changes++;
    experiment.retune(
        values.with(Scenario.RUN, RunParameters.THETA_RATE.key(), 0.001 + (changes % 1000) * 1e-6));
    return experiment.burst(experiment.head() + 1, 1);
  }
}
