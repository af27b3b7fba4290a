package voidscope.experiment.run;

import java.util.Set;
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
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// A picture of the standard run with what a view shows beside the curves. The compute thread makes
/// one every 12 ms at most, so that t µs are the share t/(t + 12,000) of its time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExhibitBenchmark {
  /// The problem.
  @Param({"squared-distance", "random-quadratic"})
  public String problem;

  /// What is wished for: everything, as before there were wishes; what two views show; nothing.
  @Param({"all", "trajectories", "comparison", "none"})
  public String view;

  private ThreadTeam team;
  private Experiment experiment;

  /// Runs a few steps.
  @Setup
  public void setUp() {
    team = new ThreadTeam(1);
    Scenario standard = Scenarios.standard();
    experiment =
        new Experiment(
            new Scenario(
                Scenarios.problem(problem),
                standard.estimators(),
                standard.run(),
                standard.events()),
            team);
    experiment.advance(200);
    Wish one = new Wish(Wish.Kind.GRADIENT, "relax", Track.Draws.FEW);
    switch (view) {
      case "trajectories" -> experiment.wish(Set.of(one, new Wish(Wish.Kind.SURROGATE)));
      case "comparison" -> experiment.wish(Set.of(one));
      case "none" -> experiment.wish(Set.of());
      default -> {}
    }
  }

  /// Joins the team.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// The picture.
  @Benchmark
  public Snapshot snapshot() {
    return experiment.snapshot(0, Snapshot.State.RUNNING, new Snapshot.Rates(0, 0, 1));
  }
}
