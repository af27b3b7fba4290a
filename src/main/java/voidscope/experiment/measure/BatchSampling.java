package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.training.Chance;
import voidscope.experiment.training.Estimation;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.stat.Moments;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// Moments of very many estimates for a whole batch of episodes, at fixed weights and φ, on a team.
///
/// How far each sample is from their mean is asked once the mean is known. Samples are held until
/// then while there is room; the noise of a sample follows from its number alone, so that more of
/// them are drawn again, to the same bits. Chunks of samples have moments of their own, combined in
/// order, so the result does not depend on the team's threads.
public final class BatchSampling {
  /// Samples of a chunk; part of the result.
  private static final int CHUNK = 16;

  /// Chunks that a thread works on before they are combined: few, as each holds moments of
  /// everything that is trained.
  private static final int EACH = 2;

  /// Bytes of samples that are held.
  private static final long ROOM = 1L << 26;

  private final Problem problem;
  private final Estimator estimator;
  private final int batch;
  private final float[] weights;
  private final List<State> states;
  private final RandomStream stream;
  private final Chance chance;
  private final ThreadTeam team;
  private final BooleanSupplier stop;
  private final @Nullable Worker[] workers;
  private final boolean[] whole;
  private final long room;

  /// Of each chunk its samples, n×W; none where they are not held.
  private float[][] held = {};

  /// @param problem as the estimator sees it
  /// @param batch episodes of an estimate
  /// @param weights of the policy, kept
  /// @param states what the estimator has learned, one a site, kept
  /// @param stream of all noise
  /// @param stop whether it is to end before all samples are drawn; asked by the team
  public BatchSampling(
      Problem problem,
      Estimator estimator,
      int batch,
      float[] weights,
      List<State> states,
      RandomStream stream,
      ThreadTeam team,
      BooleanSupplier stop) {
    this(problem, estimator, batch, weights, states, stream, team, stop, ROOM);
  }

  /// @param room bytes of samples that are held
  BatchSampling(
      Problem problem,
      Estimator estimator,
      int batch,
      float[] weights,
      List<State> states,
      RandomStream stream,
      ThreadTeam team,
      BooleanSupplier stop,
      long room) {
    this.room = room;
    this.problem = problem;
    this.estimator = estimator;
    this.batch = batch;
    this.weights = weights;
    this.states = states;
    this.stream = stream;
    this.team = team;
    this.stop = stop;
    chance = Chance.of(stream, stream, "episodes", states.size());
    workers = new Worker[team.threads()];
    whole = new boolean[EACH * team.threads()];
  }

  /// How many are drawn to find the moments of some samples.
  ///
  /// @param weights W
  public static long draws(long samples, int weights) {
    return fits(samples, weights, ROOM) ? samples : 2 * samples;
  }

  private static boolean fits(long samples, int weights, long room) {
    return samples * weights * Float.BYTES <= room;
  }

  /// What was found of as many samples as [#count] tells.
  ///
  /// @param gradient of what is trained, one a weight
  /// @param returns undiscounted, the mean of a sample's episodes
  /// @param lengths in steps, the mean of a sample's episodes
  /// @param deviations of ‖ĝ − mean‖², whose mean's standard error is that of the trace; null where
  ///   it ended before
  public record Found(
      Moments[] gradient, Moments returns, Moments lengths, @Nullable Moments deviations) {
    /// Samples.
    public long count() {
      return returns.count();
    }

    /// Trace of the covariance.
    public double trace() {
      return Arrays.stream(gradient).mapToDouble(Moments::variance).sum();
    }

    /// Standard error of that, to first order in 1/n; NaN where it ended before.
    public double traceStandardError() {
      return deviations == null ? Double.NaN : deviations.standardError();
    }
  }

  /// Draws samples and takes their moments. Where it is to end before all are drawn, those of the
  /// first ones: what as few would have given.
  ///
  /// @param samples how many
  /// @param told how many draws are done, of [#draws]
  public Found measure(long samples, LongConsumer told) {
    boolean holds = fits(samples, weights.length, room);
    held = new float[holds ? (int) ((samples + CHUNK - 1) / CHUNK) : 0][];
    BatchSums sums = sums(samples, told);
    long count = sums.returns().count();
    Moments deviations = null;
    if (holds) {
      deviations = deviations(count, sums.mean(), done -> {});
    } else if (count == samples) {
      deviations = deviations(count, sums.mean(), done -> told.accept(samples + done));
    }
    held = new float[0][];
    boolean complete = deviations != null && deviations.count() == count;
    return new Found(sums.gradient(), sums.returns(), sums.lengths(), complete ? deviations : null);
  }

  private BatchSums sums(long samples, LongConsumer told) {
    BatchSums[] parts = new BatchSums[whole.length];
    Arrays.setAll(parts, i -> new BatchSums(weights.length));
    BatchSums all = new BatchSums(weights.length);
    go(
        samples,
        (worker, rows, n, index) -> {
          parts[index].clear();
          worker.add(rows, n, parts[index]);
        },
        index -> all.combine(parts[index]),
        told);
    return all;
  }

  private Moments deviations(long samples, double[] mean, LongConsumer told) {
    Moments[] parts = new Moments[whole.length];
    Arrays.setAll(parts, i -> new Moments());
    Moments all = new Moments();
    go(
        samples,
        (worker, rows, n, index) -> {
          parts[index].clear();
          deviations(rows, n, mean, parts[index]);
        },
        index -> all.combine(parts[index]),
        told);
    return all;
  }

  private static void deviations(float[] rows, int n, double[] mean, Moments to) {
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int w = 0; w < mean.length; w++) {
        double away = rows[i * mean.length + w] - mean[w];
        square += away * away;
      }
      to.accept(1, square, 0, 0, 0);
    }
  }

  /// Takes a chunk of n samples, n×W.
  private interface Taking {
    void take(Worker worker, float[] rows, int n, int index);
  }

  /// Adds a chunk to all that came before it.
  private interface Adding {
    void add(int index);
  }

  private void go(long samples, Taking taking, Adding adding, LongConsumer told) {
    long done = 0;
    while (done < samples) {
      long from = done;
      int chunks = (int) Math.min(whole.length, (samples - from + CHUNK - 1) / CHUNK);
      Arrays.fill(whole, false);
      team.run(
          chunks,
          (index, thread) -> {
            long first = from + (long) index * CHUNK;
            int n = (int) Math.min(CHUNK, samples - first);
            Worker worker = worker(thread);
            float[] rows = worker.rows(first, n);
            if (rows != null) {
              taking.take(worker, rows, n, index);
              whole[index] = true;
            }
          });
      for (int index = 0; index < chunks; index++) {
        if (!whole[index]) {
          return;
        }
        adding.add(index);
        done += Math.min(CHUNK, samples - done);
      }
      told.accept(done);
    }
  }

  private Worker worker(int thread) {
    Worker worker = workers[thread];
    if (worker == null) {
      worker = new Worker();
      workers[thread] = worker;
    }
    return worker;
  }

  /// Scratch of one thread.
  private final class Worker {
    private final Recall recall = new Recall(stop);
    private final Estimation estimation =
        new Estimation(problem.model(), estimator, batch, stream, states, recall);
    private final float[] gradient = new float[weights.length];
    private final float[] drawn = new float[CHUNK * weights.length];
    private final float[] columns = new float[drawn.length];
    private final double[] returns = new double[CHUNK];
    private final double[] lengths = new double[CHUNK];

    Worker() {
      estimation.begin(weights, 0);
    }

    /// The samples of a chunk, n×W: those that are held, or else drawn.
    ///
    /// @return valid until the next call; null where drawing has been left
    float @Nullable [] rows(long first, int n) {
      boolean holds = held.length > 0;
      int chunk = holds ? (int) (first / CHUNK) : 0;
      if (holds && held[chunk] != null) {
        return held[chunk];
      }
      try {
        for (int i = 0; i < n; i++) {
          recall.check();
          draw(first + i);
          System.arraycopy(gradient, 0, drawn, i * gradient.length, gradient.length);
          returns[i] = estimation.batch().earned();
          lengths[i] = (double) estimation.batch().draw(0).n() / batch;
        }
      } catch (Recall.Left e) {
        return null;
      }
      if (holds) {
        held[chunk] = Arrays.copyOf(drawn, n * gradient.length);
      }
      return drawn;
    }

    private void draw(long sample) {
      estimation.estimate(states, chance, sample, 0);
      Elementwise.fill(gradient.length, 0, gradient);
      for (int site = 0; site < estimation.sites(); site++) {
        estimation.batch().reverse(site, estimation.gradient(site), gradient);
      }
    }

    /// Adds the samples of the chunk that was drawn last.
    void add(float[] rows, int n, BatchSums to) {
      Elementwise.transpose(n, gradient.length, rows, columns);
      to.accept(n, columns, returns, lengths);
    }
  }
}
