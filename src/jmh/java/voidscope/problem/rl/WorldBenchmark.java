package voidscope.problem.rl;

import java.util.Arrays;
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
import org.openjdk.jmh.annotations.Warmup;

/// Steps a second of each world alone, with observations and alternating actions.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorldBenchmark {
  private static final int STEPS = 1000;

  /// Key of the world.
  @Param({"cartpole", "pendulum", "mdp", "linear-quadratic"})
  public String key = "";

  private World world = new TwoStates();
  private float[] chance = {};
  private float[] observed = {};

  /// Makes the world.
  @Setup
  public void setUp() {
    world = Worlds.catalogue().get(key).maker().get();
    chance = new float[world.startChance() + world.stepChance()];
    Arrays.fill(chance, 0.5f);
    observed = new float[world.observations()];
  }

  /// Steps; an episode that is over begins anew.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double steps() {
    world.start(chance, 0);
    double sum = 0;
    for (int t = 0; t < STEPS; t++) {
      sum += world.step(t & 1, chance, world.startChance());
      world.observe(observed, 0);
      sum += observed[0];
      if (world.over()) {
        world.start(chance, 0);
      }
    }
    return sum;
  }
}
