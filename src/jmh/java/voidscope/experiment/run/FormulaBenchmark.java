package voidscope.experiment.run;

import java.util.Locale;
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
import voidscope.experiment.measure.Sampling;
import voidscope.problem.toy.BernoulliFormula;
import voidscope.problem.toy.GaussianDistance;
import voidscope.problem.toy.GaussianFormula;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// Gradient samples of an f that is written as a formula, beside those of the same f built in.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FormulaBenchmark {
  private static final int SAMPLES = 1 << 18;

  /// Which f, and who estimates.
  @Param({
    "distance-1 reinforce",
    "distance-1 rebar",
    "distance-20 rebar",
    "quadratic-12 rebar",
    "gaussian reparameterization"
  })
  public String which = "";

  private final ThreadTeam team = new ThreadTeam(1);
  private Toy builtIn = new SquaredDistance(1, 0.45, 0);
  private Toy written = builtIn;
  private Estimator estimator = Estimators.catalogue().get("reinforce").standard();
  private voidscope.estimator.State phi = new voidscope.estimator.State.Layout().allocate();
  private long step;

  /// Makes both.
  @Setup
  public void setUp() {
    String[] parts = which.split(" ", 2);
    switch (parts[0]) {
      case "distance-1" -> written = new BernoulliFormula(1, 0, "(b - t)^2", 0.45, false);
      case "distance-20" -> {
        builtIn = new SquaredDistance(20, 0.45, 0);
        written = new BernoulliFormula(20, 0, "mean((b - t)^2)", 0.45, false);
      }
      case "quadratic-12" -> {
        builtIn = new RandomQuadratic(12, 1, 0);
        written = new BernoulliFormula(12, 0, quadratic(12), 0.45, false);
      }
      default -> {
        builtIn = new GaussianDistance(2, 0, 1);
        written = new GaussianFormula(0, 1, "(b - t)^2", 2, false);
      }
    }
    estimator = Estimators.catalogue().get(parts[1]).standard();
    phi =
        estimator.init(
            new Shape(builtIn.distribution(), 1, 1, 0), RandomStream.of(1, "benchmark", 0));
  }

  /// Joins the team.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// Some form of as many terms as the built-in one has.
  private static String quadratic(int latents) {
    StringBuilder text = new StringBuilder("0");
    for (int i = 1; i <= latents; i++) {
      text.append(String.format(Locale.ROOT, "+%.2f*b%d", i / 10.0, i));
      for (int j = 1; j < i; j++) {
        text.append(String.format(Locale.ROOT, "-%.2f*b%d*b%d", (i + 3 * j) / 50.0, i, j));
      }
    }
    return text.toString();
  }

  private double samples(Toy problem) {
    RandomStream stream = RandomStream.of(2, "samples", step++);
    return Sampling.moments(estimator, problem, phi, problem.initial(), SAMPLES, stream, team)[0]
        .variance();
  }

  /// A gradient sample of the built-in f.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double builtIn() {
    return samples(builtIn);
  }

  /// A gradient sample of the formula.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double written() {
    return samples(written);
  }
}
