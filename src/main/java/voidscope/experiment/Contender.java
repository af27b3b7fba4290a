package voidscope.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.ControlVariate;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
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

  private final EstimatorEntry entry;
  private final Replica[] replicas;
  private final Trace[] traces;
  private final boolean measured;
  private final Recording recording;
  private final Clock.Recorder clock = new Clock.Recorder();
  private final ExactCurve exact = new ExactCurve();
  private final @Nullable Trainer[] trainers;
  private final @Nullable Meter[] meters;
  private final float[] scratch;
  private Choice choice;
  private Problem problem;
  private Estimator estimator;
  private Tuning tuning;
  private @Nullable Portrait portrait;
  private @Nullable GradientPortrait gradients;
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
    }
    int followed = problem.quantities().size();
    boolean controlled =
        measured && !estimator.pass(shape, problem.objective(tuning.batch())).terms().isEmpty();
    Arrays.setAll(traces, i -> new Trace(BURST, followed, controlled));
    recording = new Recording(count, followed, problem.spreads(), controlled, tuning.every());
    trainers = new Trainer[threads];
    meters = new Meter[threads];
    scratch = new float[problem.distribution().parameters()];
    for (int i = 0; i < count; i++) {
      observe(i, 0, 0, scratch);
    }
    collect(0);
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
    gradients = null;
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
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      trainer.step(replica, step + i);
      if (!finite(replica.theta)) {
        replica.failedAt = step + i + 1;
        break;
      }
      observe(index, worker, step + i + 1, losses);
    }
    trace.trainingNanos += System.nanoTime() - start;
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
      long start = System.nanoTime();
      measure(index, worker, done);
      trace.trainingNanos -= System.nanoTime() - start;
    }
  }

  /// The quantities that are followed, and the quartiles over the coordinates where they belong
  /// beside the mean and there is one replica: at measured steps only, as sorting would cost more
  /// than a step.
  private void summarise(float[] values, Trace trace, int at, boolean due, float[] spare) {
    int n = values.length;
    problem.quantities(values, spare, trace.row);
    for (int q = 0; q < trace.row.length; q++) {
      trace.quantities[q][at] = trace.row[q];
    }
    if (!problem.spreads() || replicas.length > 1) {
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
    trace.variance[trace.measurements] = (float) meter.measure(replica, done, tuning.samples());
    if (trace.ratio.length > 0) {
      trace.ratio[trace.measurements] = share(meter.ratio());
      trace.prediction[trace.measurements] = share(meter.prediction());
    }
    trace.measurements++;
    if (index == 0) {
      boolean integrate = meter.integrates() && exact.wants(done / tuning.every());
      if (integrate) {
        meter.integrate(replica);
        trace.exact[trace.exactPoints++] =
            new Trace.ExactPoint(done, Recording.logarithm(Math.log(meter.exactVariance())));
      }
      trace.latest = meter.result(replica, done, integrate);
    }
  }

  /// The logarithm of a share of the variance; where there is none to share, that of nothing, which
  /// is no failure.
  private static float share(double value) {
    return Double.isNaN(value) ? Float.NEGATIVE_INFINITY : (float) Math.log(value);
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
    recording.take(traces);
    if (count > 0) {
      double nanos = 0;
      for (Trace trace : traces) {
        nanos += trace.trainingNanos;
      }
      clock.add(step + count, nanos * 1e-9 / traces.length);
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
      recording.fail();
    }
  }

  /// What a snapshot tells.
  Track track() {
    Replica first = replicas[0];
    Track.SurrogateCurve curve = null;
    Track.GradientSample sample = null;
    Surrogate surrogate = estimator.surrogate();
    if (surrogate != null && failure == null) {
      if (portrait == null) {
        portrait = new Portrait(surrogate, problem);
      }
      curve = portrait.curve(first);
    }
    if (measured && failure == null) {
      if (gradients == null) {
        gradients = new GradientPortrait(estimator, problem);
      }
      sample = gradients.sample(first);
    }
    return new Track(
        choice,
        entry.label(),
        step,
        recording.quantities(),
        recording.loss(),
        recording.variance(),
        recording.control(),
        exact.view(),
        latest,
        curve,
        sample,
        tuned(first.phi),
        new Track.Cost(
            (double) estimator.evaluations() * estimator.samples() * tuning.batch(),
            parameters(first.phi),
            clock.view()),
        failure);
  }

  private static Track.Tuned tuned(State phi) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String span :
        List.of(Surrogate.TEMPERATURE, Surrogate.SCALE, ControlVariate.COEFFICIENT)) {
      phi.find(span)
          .map(found -> (double) phi.values()[found.from()])
          .map(value -> span.equals(Surrogate.TEMPERATURE) ? Math.exp(value) : value)
          .ifPresent(value -> values.put(span, value));
    }
    return new Track.Tuned(values);
  }

  private static int parameters(State phi) {
    return phi.spans().stream().filter(State.Span::trained).mapToInt(State.Span::length).sum();
  }
}
