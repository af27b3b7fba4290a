package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.Chance;
import voidscope.experiment.training.Estimation;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// Moments of episodes' gradients, against the samples themselves.
final class BatchSamplingTest {
  private static final RandomStream STREAM = RandomStream.of(5, "sampling", 0);

  /// Bytes that hold all samples of these tests.
  private static final long PLENTY = 1L << 26;

  /// An estimator on a problem, both with their defaults, at the weights and φ of its beginning.
  private record Subject(Problem problem, Estimator estimator, float[] weights, State phi) {
    static Subject of(String problemKey, String key) {
      Estimator estimator = Estimators.catalogue().get(key).standard();
      Problem problem =
          Problems.catalogue()
              .get(problemKey)
              .maker()
              .apply(Scenarios.problem(problemKey).settings())
              .seenBy(estimator);
      return new Subject(
          problem,
          estimator,
          problem.model().initial(STREAM.child("model")),
          estimator.init(problem.model().shape(0, 1, 1), STREAM.child("weights")));
    }

    BatchSampling sampling(
        int batch, RandomStream stream, ThreadTeam team, BooleanSupplier stop, long room) {
      return new BatchSampling(
          problem, estimator, batch, weights, List.of(phi), stream, team, stop, room);
    }
  }

  private static double[] mean(BatchSampling.Found found) {
    return Arrays.stream(found.gradient()).mapToDouble(Moments::mean).toArray();
  }

  private static double[] bits(BatchSampling.Found found) {
    List<Moments> all = new ArrayList<>(List.of(found.gradient()));
    all.addAll(List.of(found.returns(), found.lengths()));
    if (found.deviations() != null) {
      all.add(found.deviations());
    }
    return all.stream()
        .flatMap(
            m ->
                List.of(m.mean(), m.variance(), m.varianceStandardError(), (double) m.count())
                    .stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /// Worked out anew in double precision from samples that are drawn one after another, all held.
  @ParameterizedTest
  @CsvSource({"cartpole, a2c, 1", "cartpole, relax, 3", "pendulum, lax, 2", "mdp, reinforce, 1"})
  void moments_areThoseOfTheSamples(String problem, String key, int batch) {
    int count = 37;
    Subject subject = Subject.of(problem, key);
    List<State> states = List.of(subject.phi());
    Estimation estimation =
        new Estimation(subject.problem().model(), subject.estimator(), batch, STREAM, states);
    Chance chance = Chance.of(STREAM, STREAM, "episodes", 1);
    estimation.begin(subject.weights(), 0);
    int weights = subject.weights().length;
    double[][] samples = new double[count][weights];
    double returns = 0;
    double rows = 0;
    double[] mean = new double[weights];
    for (int i = 0; i < count; i++) {
      estimation.estimate(states, chance, i, 0);
      float[] gradient = new float[weights];
      estimation.batch().reverse(0, estimation.gradient(0), gradient);
      for (int w = 0; w < weights; w++) {
        samples[i][w] = gradient[w];
        mean[w] += gradient[w] / (double) count;
      }
      returns += estimation.batch().earned() / count;
      rows += estimation.batch().draw(0).n() / (double) count;
    }
    double[] away = new double[count];
    for (int i = 0; i < count; i++) {
      for (int w = 0; w < weights; w++) {
        away[i] += (samples[i][w] - mean[w]) * (samples[i][w] - mean[w]);
      }
    }
    double total = Arrays.stream(away).sum();
    double average = total / count;
    double squares = Arrays.stream(away).map(d -> (d - average) * (d - average)).sum();
    try (ThreadTeam team = new ThreadTeam(2)) {
      BatchSampling sampling = subject.sampling(batch, STREAM, team, () -> false, PLENTY);
      BatchSampling.Found found = sampling.measure(count, done -> {});
      double size = Math.sqrt(Arrays.stream(mean).map(m -> m * m).sum());
      assertArrayEquals(mean, mean(found), 1e-9 * size);
      assertEquals(total / (count - 1), found.trace(), 1e-9 * total);
      double error = Math.sqrt(squares / (count - 1) / count);
      assertEquals(error, found.traceStandardError(), 1e-9 * error);
      assertEquals(returns, found.returns().mean(), 1e-9 * Math.abs(returns));
      assertEquals(rows / batch, found.lengths().mean(), 1e-9 * rows);
    }
  }

  /// On any threads, and whether samples are held or drawn again.
  @ParameterizedTest
  @CsvSource({"cartpole, a2c", "pendulum, lax"})
  void moments_areTheSameBits_howeverTheyAreFound(String problem, String key) {
    int count = 150;
    Subject subject = Subject.of(problem, key);
    List<double[]> all = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3}) {
      for (long room : new long[] {PLENTY, 0}) {
        try (ThreadTeam team = new ThreadTeam(threads)) {
          AtomicLong last = new AtomicLong();
          BatchSampling sampling = subject.sampling(1, STREAM, team, () -> false, room);
          all.add(bits(sampling.measure(count, last::set)));
          assertEquals(room == 0 ? 2 * count : count, last.get(), "draws");
        }
      }
    }
    assertEquals(4 * (subject.weights().length + 3), all.getFirst().length);
    all.forEach(one -> assertArrayEquals(all.getFirst(), one));
  }

  /// 64 MB are held, whatever the machine.
  @Test
  void draws_areTwoASample_whereTheyAreTooManyToBeHeld() {
    assertEquals(1 << 20, BatchSampling.draws(1 << 20, 16));
    assertEquals((1 << 21) + 2, BatchSampling.draws((1 << 20) + 1, 16));
  }

  /// Those of as few samples as were drawn, all that is asked for where they are held.
  @ParameterizedTest
  @ValueSource(longs = {PLENTY, 0})
  void moments_thatAreStopped_areThoseOfTheFirstSamples(long room) {
    Subject subject = Subject.of("cartpole", "reinforce");
    try (ThreadTeam team = new ThreadTeam(2)) {
      AtomicInteger asked = new AtomicInteger();
      BatchSampling.Found found =
          subject
              .sampling(1, STREAM, team, () -> asked.incrementAndGet() > 70, room)
              .measure(2000, done -> {});
      assertTrue(found.count() > 0 && found.count() <= 70, found.count() + " samples");
      assertEquals(room > 0, found.deviations() != null);
      BatchSampling.Found fewer =
          subject.sampling(1, STREAM, team, () -> false, PLENTY).measure(found.count(), done -> {});
      double[] bits = bits(fewer);
      int told = bits(found).length;
      assertEquals(room > 0 ? bits.length : bits.length - 4, told);
      assertArrayEquals(Arrays.copyOf(bits, told), bits(found));
    }
  }

  /// Stopped while they are drawn again, they are those of all samples without the error.
  @Test
  void moments_thatAreStoppedLate_areThoseOfAllSamples() {
    Subject subject = Subject.of("cartpole", "reinforce");
    try (ThreadTeam team = new ThreadTeam(2)) {
      AtomicLong drawn = new AtomicLong();
      BatchSampling.Found found =
          subject.sampling(1, STREAM, team, () -> drawn.get() > 200, 0).measure(200, drawn::set);
      assertEquals(200, found.count());
      assertEquals(Double.NaN, found.traceStandardError());
      BatchSampling.Found whole =
          subject.sampling(1, STREAM, team, () -> false, 0).measure(200, done -> {});
      assertTrue(whole.traceStandardError() > 0);
      assertArrayEquals(Arrays.copyOf(bits(whole), bits(found).length), bits(found));
    }
  }

  /// The standard error of the trace is how much it scatters, which 400 traces tell to 3.5 percent,
  /// or 6 were their tails heavy: the bound is 7 of the one, 4 of the other.
  @Test
  void standardError_isTheScatterOfTheTrace() {
    Subject subject = Subject.of("mdp", "reinforce");
    Moments traces = new Moments();
    Moments errors = new Moments();
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (int i = 0; i < 400; i++) {
        RandomStream stream = RandomStream.of(i, "scatter", 0);
        BatchSampling.Found found =
            subject.sampling(1, stream, team, () -> false, PLENTY).measure(100, done -> {});
        traces.accept(1, found.trace(), 0, 0, 0);
        double error = found.traceStandardError();
        errors.accept(1, error * error, 0, 0, 0);
      }
    }
    double ratio = Math.sqrt(errors.mean() / traces.variance());
    assertEquals(1, ratio, .25, "ratio");
  }
}
