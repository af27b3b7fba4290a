package voidscope.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.experiment.measure.OptimumTrail;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.ExactCurve;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Recording;
import voidscope.experiment.record.ReturnLog;
import voidscope.experiment.record.SurrogateFloor;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.Trace;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Tuning;
import voidscope.objective.Capability;
import voidscope.problem.Exhibit;
import voidscope.problem.Problem;
import voidscope.problem.Stage;
import voidscope.random.RandomStream;
import voidscope.thread.Recall;

/// One estimator's runs in an experiment: its replicas, its own step, its recording. Bursts of
/// steps of different replicas may run on different threads; everything else on the compute thread.
final class Contender {
  /// Steps of a burst at most.
  static final int BURST = 1024;

  private final EstimatorEntry entry;
  private final long seed;
  private final Recall recall;
  private final Replica[] replicas;
  private final Trace[] traces;

  /// Steps of the burst under way that each replica has taken, and that have been recorded.
  private final int[] stepped;

  private final int[] looked;
  private final boolean measured;
  private final boolean spread;
  private final Recording recording;
  private final @Nullable ReturnLog returns;
  private final Clock.Recorder clock = new Clock.Recorder();
  private final Clock.Recorder frames = new Clock.Recorder();
  private final boolean episodic;
  private long framesBefore;
  private final Retuning retuning = new Retuning();
  private final ExactCurve exact;
  private final Course.@Nullable Worker[] workers;
  private Entrant entrant;
  private String label;
  private Problem problem;
  private Estimator estimator;
  private Tuning tuning;
  private Course course;
  private long[] pins;
  private SurrogatePins pinned = SurrogatePins.none();
  private SurrogateFloor floor = SurrogateFloor.none();
  private @Nullable Measurement latest;
  private Track.@Nullable Failure failure;
  private long step;

  /// @param entrant the estimator at step 0
  /// @param label what people call it
  /// @param scenario the values at step 0
  /// @param recall asked while measuring takes long
  /// @throws IllegalArgumentException if the problem lacks what the estimator needs, or its data
  ///   cannot be read
  Contender(
      Entrant entrant,
      String label,
      Scenario scenario,
      Problem problem,
      int threads,
      Recall recall) {
    this.recall = recall;
    this.entrant = entrant;
    this.label = label;
    entry = Estimators.catalogue().get(entrant.kind());
    estimator = entry.maker().apply(entrant.settings());
    Estimator.demand(label, estimator.requires(), problem.offers());
    this.problem = problem.seenBy(estimator);
    episodic = problem.offers().contains(Capability.RETURNS);
    tuning = Tuning.of(scenario.run());
    measured = estimator.evaluations() > 0;
    pins = pins(scenario);
    int count = scenario.run().integer(RunParameters.REPLICATES.key());
    exact = new ExactCurve(count > 1);
    seed = scenario.run().whole(RunParameters.SEED.key());
    course = course(this.problem);
    replicas = new Replica[count];
    boolean same = scenario.run().flag(RunParameters.SAME_NOISE.key());
    String noise = same ? entrant.kind() : entrant.id();
    for (int i = 0; i < count; i++) {
      RandomStream stream = RandomStream.of(seed, noise, i);
      replicas[i] = course.replica(i, stream);
      replicas[i].follows = follows(scenario);
    }
    traces = new Trace[count];
    stepped = new int[count];
    looked = new int[count];
    Arrays.setAll(traces, i -> new Trace(BURST, course.recorded().size()));
    spread = course.spreads() && count == 1;
    recording = new Recording(count, course.recorded(), course.spreads(), tuning.every());
    Stage stage = problem.stage();
    returns = stage == null ? null : ReturnLog.of(count, course.recorded(), stage.solved());
    workers = new Course.Worker[threads];
    for (int i = 0; i < count; i++) {
      worker(0).observer().observe(replicas[i], 0, i == 0, spread, traces[i]);
    }
    collect(0);
  }

  private Course course(Problem learned) {
    EstimateFormula formula = entry.formula(entrant.settings());
    return new Course(learned, estimator, formula, tuning, seed, exact, recall);
  }

  private static long[] pins(Scenario scenario) {
    return Domain.Steps.of(scenario.run().value(RunParameters.PINS.key()));
  }

  private boolean follows(Scenario scenario) {
    String leader = scenario.run().text(RunParameters.BASKET.key());
    return !leader.equals(RunParameters.OFF) && !leader.equals(id());
  }

  private Course.Worker worker(int index) {
    Course.Worker worker = workers[index];
    if (worker == null) {
      worker = course.worker(replicas[0].states);
      workers[index] = worker;
    }
    return worker;
  }

  String id() {
    return entrant.id();
  }

  String label() {
    return label;
  }

  /// Calls it something else from now on.
  void rename(String newLabel) {
    label = newLabel;
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

  /// What a replicate trains; read only.
  float[] model(int replicate) {
    return replicas[replicate].theta;
  }

  /// Where it stands.
  ///
  /// @param choice the problem of now
  Standing standing(Choice choice) {
    return new Standing(
        entrant,
        label,
        choice,
        problem,
        estimator,
        course.batch(),
        step,
        Arrays.stream(replicas)
            .map(
                replica ->
                    new Standing.Learned(
                        replica.theta.clone(), replica.states.stream().map(State::copy).toList()))
            .toList());
  }

  /// Gradient samples that one step costs: a batch in training, and its share of a measurement.
  double samplesPerStep() {
    double looked = measured ? (double) tuning.samples() / tuning.every() : 0;
    return replicas.length * (course.batch() + looked);
  }

  /// Takes over the steps at which its surrogate is kept; one at which it stands is kept at once.
  void pin(Scenario scenario) {
    pins = pins(scenario);
    if (Arrays.binarySearch(pins, step) >= 0 && failure == null) {
      keep(pinned(replicas[0], step));
    }
  }

  private static Trace.Pinned pinned(Replica replica, long at) {
    return new Trace.Pinned(at, replica.theta.clone(), replica.phi.copy());
  }

  private void keep(Trace.Pinned state) {
    Track.SurrogateCurve curve = pinned.has(state.step()) ? null : course.pinned(state);
    if (curve != null) {
      pinned = pinned.with(new SurrogatePins.Pin(state.step(), curve));
    }
  }

  /// Takes over live values.
  void tune(Entrant wanted, Problem whole, Tuning newTuning) {
    Problem newProblem = whole.seenBy(estimator);
    boolean retuned = !wanted.settings().equals(entrant.settings());
    entrant = wanted;
    if (!retuned && newProblem.equals(problem) && newTuning.equals(tuning)) {
      return;
    }
    boolean same = !retuned && newProblem.equals(problem);
    if (retuned) {
      estimator = entry.maker().apply(wanted.settings());
      retuning.take(estimator, replicas, step);
    }
    problem = newProblem;
    tuning = newTuning;
    if (same) {
      course.tune(newTuning);
      for (Course.Worker worker : workers) {
        if (worker != null) {
          worker.tune(newTuning);
        }
      }
      return;
    }
    course = course(problem);
    Arrays.fill(workers, null);
  }

  /// Begins a burst.
  void begin(int count) {
    for (Trace trace : traces) {
      trace.clear();
      trace.end = step + count;
    }
    Arrays.fill(stepped, 0);
    Arrays.fill(looked, 0);
  }

  /// Runs the rest of a burst of one replica; called by the team. It may be left in the middle of a
  /// look, and then be called again.
  void burst(int index, int count, int thread) {
    Replica replica = replicas[index];
    Trace trace = traces[index];
    Course.Worker worker = worker(thread);
    long start = System.nanoTime();
    int went = stepped[index];
    int saw = looked[index];
    try {
      while (saw < count) {
        if (went == saw) {
          if (!worker.trainer().step(replica, step + went)) {
            replica.failedAt = step + went + 1;
            break;
          }
          went++;
        }
        worker.observer().observe(replica, step + went, index == 0, spread, trace);
        saw++;
        if (index == 0 && Arrays.binarySearch(pins, step + went) >= 0) {
          trace.pin(pinned(replica, step + went));
        }
      }
      saw = count;
    } finally {
      stepped[index] = went;
      looked[index] = saw;
      trace.trainingNanos += System.nanoTime() - start;
    }
  }

  /// Takes one step of a replica that is not looked at yet; called by the team.
  void go(int index, int thread) {
    Replica replica = replicas[index];
    long start = System.nanoTime();
    if (stepped[index] == 0 && !worker(thread).trainer().step(replica, step)) {
      replica.failedAt = step + 1;
    }
    stepped[index] = 1;
    traces[index].trainingNanos += System.nanoTime() - start;
  }

  /// Records a replica after that step; called by the team. It may be left, and then be called
  /// again.
  void look(int index, int thread) {
    Trace trace = traces[index];
    long start = System.nanoTime();
    try {
      if (looked[index] == 0 && replicas[index].failedAt < 0) {
        worker(thread).observer().observe(replicas[index], step + 1, index == 0, spread, trace);
        if (index == 0 && Arrays.binarySearch(pins, step + 1) >= 0) {
          trace.pin(pinned(replicas[0], step + 1));
        }
      }
      looked[index] = 1;
    } finally {
      trace.trainingNanos += System.nanoTime() - start;
    }
  }

  /// Gives up what it does not need until it goes on.
  void rest() {
    Arrays.fill(workers, null);
  }

  /// Takes over the parameters of the one that all follow, and what it has found of them.
  void follow(Contender leader) {
    for (int i = 0; i < replicas.length; i++) {
      float[] theta = leader.replicas[i].theta;
      System.arraycopy(theta, 0, replicas[i].theta, 0, theta.length);
      float[] told = leader.replicas[i].told;
      System.arraycopy(told, 0, replicas[i].told, 0, told.length);
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
    recording.take(traces);
    if (returns != null) {
      returns.take(traces);
    }
    if (count > 0) {
      double nanos = 0;
      for (Trace trace : traces) {
        nanos += trace.trainingNanos;
      }
      clock.add(step + count, nanos * 1e-9 / traces.length);
      if (episodic) {
        long played = Arrays.stream(replicas).mapToLong(replica -> replica.rows).sum();
        frames.add(step + count, (double) (played - framesBefore) / replicas.length);
        framesBefore = played;
      }
    }
    exact.add(traces, tuning.every());
    latest = traces[0].latest;
    traces[0].pinned().forEach(this::keep);
    step += count;
    Arrays.fill(stepped, 0);
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

  /// Carries everything that does not follow from the scenario out or in: of what is learned, what
  /// it was before the live values of this step were taken over. The measurement that the charts
  /// quote comes anew.
  void exchange(Archive archive) throws IOException {
    retuning.swap(replicas, step);
    step = archive.number(step);
    Track.Failure before = failure;
    long failedAt = archive.number(before == null ? -1 : before.step());
    String message = archive.text(before == null ? "" : before.message());
    failure = failedAt < 0 ? null : new Track.Failure(failedAt, message);
    archive.agree(replicas.length, "number of replicates");
    for (Replica replica : replicas) {
      replica.exchange(archive);
    }
    retuning.swap(replicas, step);
    recording.exchange(archive);
    if (returns != null && archive.tellsReturns()) {
      returns.exchange(archive);
    }
    clock.exchange(archive);
    if (episodic && archive.tellsReturns()) {
      frames.exchange(archive);
    }
    exact.exchange(archive);
  }

  /// Carries the surrogates that are kept out or in.
  void exchangePins(Archive archive) throws IOException {
    pinned = pinned.exchange(archive);
  }

  /// What a snapshot tells.
  ///
  /// @param wishes what is to be shown beside the curves, or null for all but sweeps, which take
  ///   longest, and single draws, of which one is to be chosen
  /// @param tail the least step of those that go on
  /// @param patience how long that may take
  Track track(@Nullable Set<Wish> wishes, long tail, OptimumTrail.Patience patience) {
    Replica first = replicas[0];
    return new Track(
        entrant,
        label,
        step,
        recording.quantities(),
        recording.loss(),
        recording.variance(),
        recording.control(),
        exact.view(),
        latest,
        exhibits(first, wishes, new Course.Moment(step + stepped[0], tail, patience)),
        Track.Tuned.of(first.states),
        new Track.Cost(
            (double) estimator.evaluations() * course.batch(),
            first.states.stream().mapToInt(State::trained).sum(),
            clock.view(),
            episodic ? frames.view() : null),
        failure);
  }

  private List<Exhibit> exhibits(
      Replica replica, @Nullable Set<Wish> wishes, Course.Moment moment) {
    List<Exhibit> exhibits = new ArrayList<>();
    if (!pinned.pins().isEmpty()) {
      exhibits.add(pinned);
    }
    if (returns != null) {
      exhibits.add(returns.view());
    }
    for (Wish.Kind kind : failure == null ? Wish.Kind.values() : new Wish.Kind[0]) {
      Optional<Wish> wish =
          wishes == null && !kind.slow()
              ? Optional.of(new Wish(kind))
              : Wish.of(wishes == null ? Set.of() : wishes, kind, id());
      Exhibit exhibit =
          wish.map(w -> course.exhibit(kind, replica, w.detail(), moment)).orElse(null);
      if (exhibit != null) {
        exhibits.add(exhibit);
      }
      if (exhibit instanceof Track.SurrogateCurve curve && curve.best() != null) {
        floor = floor.with(curve.best());
      }
    }
    if (!floor.points().isEmpty()) {
      exhibits.add(floor);
    }
    return List.copyOf(exhibits);
  }
}
