package voidscope.experiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Relax;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Quantiles;

/// One estimator's runs in an experiment: its replicas, its own step, its recording. Bursts of
/// steps of different replicas may run on different threads; everything else on the compute thread.
final class Contender {
  /// Steps of a burst at most.
  static final int BURST = 1024;

  private static final int CAPACITY = 1 << 16;

  private final EstimatorEntry entry;
  private final Replica[] replicas;
  private final Trace[] traces;
  private final boolean measured;
  private final Series[] theta;
  private final Series[] loss;
  private final Series[] variance;
  private final ExactCurve exact = new ExactCurve();
  private final @Nullable Trainer[] trainers;
  private final @Nullable Meter[] meters;
  private final float[] gathered;
  private final float[] scratch;
  private Choice choice;
  private Problem problem;
  private Estimator estimator;
  private Tuning tuning;
  private @Nullable Portrait portrait;
  private Track.@Nullable Measurement latest;
  private Track.@Nullable Failure failure;
  private long step;

  /// @param choice the estimator at step 0
  /// @param scenario the values at step 0
  /// @throws IllegalArgumentException if the problem lacks what the estimator needs
  Contender(Choice choice, Scenario scenario, Problem problem, int threads) {
    this.choice = choice;
    this.problem = problem;
    entry = Estimators.catalogue().get(choice.key());
    estimator = entry.maker().apply(choice.settings());
    tuning = Tuning.of(scenario.run());
    measured = entry.evaluations() > 0;
    int count = scenario.run().integer(RunParameters.REPLICATES.key());
    long seed = (long) scenario.run().real(RunParameters.SEED.key());
    Shape shape = new Shape(problem.distribution(), tuning.batch(), estimator.samples(), 0);
    replicas = new Replica[count];
    traces = new Trace[count];
    for (int i = 0; i < count; i++) {
      RandomStream stream = RandomStream.of(seed, choice.key(), i);
      State phi = estimator.init(shape, stream.child("weights"));
      replicas[i] = new Replica(problem.initial(), phi, tuning.optimizer().slots(), stream);
      traces[i] = new Trace(BURST);
    }
    boolean band = count > 1;
    theta = series(band || problem.distribution().parameters() > 1, 1);
    loss = series(band, 1);
    variance = series(band, tuning.every());
    trainers = new Trainer[threads];
    meters = new Meter[threads];
    gathered = new float[count];
    scratch = new float[problem.distribution().parameters()];
    estimator.pass(shape, problem.objective(tuning.batch()));
    for (int i = 0; i < count; i++) {
      observe(i, 0, 0, scratch);
    }
    collect(0);
  }

  private static Series[] series(boolean band, int spacing) {
    Series[] result = new Series[band ? 3 : 1];
    Arrays.setAll(result, i -> new Series(CAPACITY, spacing));
    return result;
  }

  String key() {
    return choice.key();
  }

  long step() {
    return step;
  }

  boolean failed() {
    return failure != null;
  }

  int replicates() {
    return replicas.length;
  }

  /// Gradient samples that one step costs in measurements.
  double samplesPerStep() {
    return measured ? (double) tuning.samples() * replicas.length / tuning.every() : 0;
  }

  /// Takes over live values.
  void tune(Choice newChoice, Problem newProblem, Tuning newTuning) {
    if (newChoice.equals(choice) && newProblem.equals(problem) && newTuning.equals(tuning)) {
      return;
    }
    if (!newChoice.equals(choice)) {
      estimator = entry.maker().apply(newChoice.settings());
      for (Replica replica : replicas) {
        estimator.retune(replica.phi);
      }
    }
    choice = newChoice;
    problem = newProblem;
    tuning = newTuning;
    Arrays.fill(trainers, null);
    Arrays.fill(meters, null);
    portrait = null;
  }

  /// Runs a burst of one replica; called by the team.
  void burst(int index, int count, int worker) {
    Replica replica = replicas[index];
    Trace trace = traces[index];
    trace.clear();
    Trainer trainer = trainers[worker];
    if (trainer == null) {
      trainer = new Trainer(estimator, problem, tuning, replica.phi.values().length);
      trainers[worker] = trainer;
    }
    float[] losses = trainer.losses();
    for (int i = 0; i < count; i++) {
      trainer.step(replica, step + i);
      if (!finite(replica.theta)) {
        replica.failedAt = step + i + 1;
        return;
      }
      observe(index, worker, step + i + 1, losses);
    }
  }

  private static boolean finite(float[] values) {
    float zero = 0;
    for (float value : values) {
      zero += 0 * value;
    }
    return zero == 0;
  }

  /// Records a replica's state after `done` steps.
  private void observe(int index, int worker, long done, float[] losses) {
    Replica replica = replicas[index];
    Trace trace = traces[index];
    int at = trace.steps++;
    trace.loss[at] = (float) problem.loss(replica.theta, losses);
    boolean due = done % tuning.every() == 0;
    summarise(replica.theta, trace, at, due, losses);
    if (due && measured && tuning.samples() > 1) {
      measure(index, worker, done);
    }
  }

  /// Mean of θ, and its quartiles over the coordinates where there is one replica: at measured
  /// steps only, as sorting would cost more than a step.
  private void summarise(float[] values, Trace trace, int at, boolean due, float[] spare) {
    int n = values.length;
    if (n == 1) {
      trace.theta[at] = values[0];
      return;
    }
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    trace.theta[at] = (float) (sum / n);
    if (replicas.length > 1) {
      return;
    }
    if (due) {
      System.arraycopy(values, 0, spare, 0, n);
      Quantiles.sort(spare, n);
      trace.lastLow = (float) Quantiles.of(spare, n, 0.25);
      trace.lastHigh = (float) Quantiles.of(spare, n, 0.75);
    }
    trace.low[at] = trace.lastLow;
    trace.high[at] = trace.lastHigh;
  }

  private void measure(int index, int worker, long done) {
    Replica replica = replicas[index];
    Trace trace = traces[index];
    Meter meter = meters[worker];
    if (meter == null) {
      meter = new Meter(estimator, problem);
      meters[worker] = meter;
    }
    trace.variance[trace.measurements++] = (float) meter.measure(replica, done, tuning.samples());
    if (index == 0) {
      boolean integrate = meter.integrates() && exact.wants(done / tuning.every());
      if (integrate) {
        meter.integrate(replica);
        trace.exact[trace.exactPoints++] =
            new Trace.ExactPoint(done, gap(Math.log(meter.exactVariance())));
      }
      trace.latest = meter.result(replica, done, integrate);
    }
  }

  /// Takes over what the replicas did in a burst of `count` steps.
  void collect(int count) {
    long failed = Long.MAX_VALUE;
    int which = 0;
    for (int i = 0; i < replicas.length; i++) {
      if (replicas[i].failedAt >= 0 && replicas[i].failedAt < failed) {
        failed = replicas[i].failedAt;
        which = i;
      }
    }
    int rows = traces[0].steps;
    int measurements = traces[0].measurements;
    for (Trace trace : traces) {
      rows = Math.min(rows, trace.steps);
      measurements = Math.min(measurements, trace.measurements);
    }
    for (int row = 0; row < rows; row++) {
      if (replicas.length == 1 && theta.length > 1) {
        theta[1].add(traces[0].low[row]);
        theta[2].add(traces[0].high[row]);
        theta[0].add(traces[0].theta[row]);
      } else {
        append(theta, row, Field.THETA);
      }
      append(loss, row, Field.LOSS);
    }
    for (int row = 0; row < measurements; row++) {
      append(variance, row, Field.VARIANCE);
    }
    exact.add(traces[0].exact, traces[0].exactPoints, tuning.every());
    latest = traces[0].latest;
    step += count;
    if (failed < Long.MAX_VALUE) {
      step = failed;
      String what =
          replicas.length == 1
              ? "θ is no longer finite"
              : "θ of replicate " + which + " is no longer finite";
      failure = new Track.Failure(failed, what);
      theta[0].add(Double.NaN);
      loss[0].add(Double.NaN);
    }
  }

  private enum Field {
    THETA,
    LOSS,
    VARIANCE
  }

  private void append(Series[] series, int row, Field field) {
    for (int i = 0; i < replicas.length; i++) {
      gathered[i] =
          switch (field) {
            case THETA -> traces[i].theta[row];
            case LOSS -> traces[i].loss[row];
            case VARIANCE -> traces[i].variance[row];
          };
    }
    if (series.length == 1) {
      series[0].add(gap(gathered[0]));
      return;
    }
    Quantiles.sort(gathered, gathered.length);
    series[0].add(gap(Quantiles.of(gathered, gathered.length, 0.5)));
    series[1].add(gap(Quantiles.of(gathered, gathered.length, 0.25)));
    series[2].add(gap(Quantiles.of(gathered, gathered.length, 0.75)));
  }

  /// A variance of zero has no logarithm: the curve is interrupted.
  private static double gap(double value) {
    return value == Double.NEGATIVE_INFINITY ? Double.NaN : value;
  }

  /// What a snapshot tells.
  Track track() {
    Replica first = replicas[0];
    Track.SurrogateCurve curve = null;
    if (estimator instanceof Relax relax && failure == null) {
      if (portrait == null) {
        portrait = new Portrait(relax, problem);
      }
      curve = portrait.curve(first);
    }
    return new Track(
        choice,
        entry.label(),
        step,
        band(theta),
        band(loss),
        band(variance),
        exact.view(),
        latest,
        curve,
        new Track.Tuned(tuned(Surrogate.TEMPERATURE, true), tuned(Surrogate.SCALE, false)),
        failure);
  }

  private static Track.Band band(Series[] series) {
    return series.length == 1
        ? new Track.Band(series[0].view(), null, null)
        : new Track.Band(series[0].view(), series[1].view(), series[2].view());
  }

  private double tuned(String span, boolean logarithm) {
    State phi = replicas[0].phi;
    return phi.find(span)
        .map(found -> (double) phi.values()[found.from()])
        .map(value -> logarithm ? Math.exp(value) : value)
        .orElse(Double.NaN);
  }
}
