package voidscope.experiment.measure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.Early;
import voidscope.experiment.record.ExactCurve;
import voidscope.experiment.record.Trace;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;
import voidscope.stat.Quantiles;
import voidscope.thread.Recall;

/// Records what a replica has come to: its quantities, its loss, and where one is due a measurement
/// of its gradient. Scratch of one thread, for any replica of one estimator; looking changes no
/// result.
public final class Observer {
  /// What is not known, such as the logarithm of a variance; no chart draws it.
  private static final float UNKNOWN = Float.NEGATIVE_INFINITY;

  private final Problem problem;
  private final Estimator estimator;
  private final RandomStream data;
  private final List<State> like;
  private final ExactCurve exact;
  private final Recall recall;
  private final @Nullable Known known;
  private final Watch watch;
  private final Quantity[] columns;
  private final boolean stepwise;
  private final float[] scratch;

  /// What is told at every step, which no replica has to keep.
  private final float[] present;

  /// Whether the batches tell the quantities.
  private final boolean byBatch;

  private Tuning tuning;
  private @Nullable Meter meter;

  /// @param recorded quantities that are recorded, the problem's first
  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  /// @param exact the exact moments of the run so far
  /// @param recall asked while measuring takes long
  public Observer(
      Problem problem,
      Estimator estimator,
      Tuning tuning,
      List<Quantity> recorded,
      RandomStream data,
      List<State> like,
      ExactCurve exact,
      Recall recall) {
    this.problem = problem;
    this.estimator = estimator;
    this.tuning = tuning;
    this.data = data;
    this.like = like;
    this.exact = exact;
    this.recall = recall;
    Model model = problem.model();
    known = problem.known();
    watch = model.watch();
    columns = recorded.toArray(Quantity[]::new);
    stepwise = recorded.getFirst().source().stepwise();
    scratch = new float[model.parameters()];
    present = new float[Quantity.count(problem.quantities(), Set.of(Quantity.Source.STEP))];
    byBatch = recorded.getFirst().source() == Quantity.Source.BATCH;
  }

  /// Takes over live values; what cannot be changed in a run stays.
  public void tune(Tuning newTuning) {
    tuning = newTuning;
  }

  /// Records a replica's state.
  ///
  /// @param done steps done
  /// @param first whether it is the replicate that the charts look at more closely
  /// @param spread whether quartiles of the coordinates are wanted
  public void observe(Replica replica, long done, boolean first, boolean spread, Trace trace) {
    boolean early = !stepwise && Early.is(done, tuning.every());
    boolean due = early || done % tuning.every() == 0;
    long start = due ? System.nanoTime() : 0;
    Meter fresh = due ? measure(replica, done, first, trace) : null;
    float[] kept = stepwise ? present : replica.told;
    float[] told = byBatch ? replica.batch : kept;
    if (byBatch ? done == 0 : stepwise || (due && (done == 0 || !replica.follows))) {
      watch.tell(replica.theta, done, told);
    }
    if (spread) {
      spread(replica.theta, trace, due);
    }
    int own = 0;
    for (int column = 0; column < columns.length; column++) {
      Quantity.Source source = columns[column].source();
      if (source.measured() ? fresh != null : due || source.stepwise()) {
        float value =
            switch (source) {
              case STEP, PROBLEM, BATCH -> told[own++];
              default -> value(replica, done, early, fresh, columns[column]);
            };
        if (early && !source.stepwise()) {
          trace.addEarly(column, done, value);
        } else {
          trace.add(column, value);
        }
      }
    }
    if (due) {
      trace.trainingNanos -= System.nanoTime() - start;
    }
  }

  /// A quantity that the problem does not tell itself; of a measurement unknown where there is
  /// none.
  private float value(
      Replica replica, long done, boolean early, @Nullable Meter fresh, Quantity quantity) {
    return switch (quantity.source()) {
      case LOSS -> loss(replica, done);
      case RECENT -> done == 0 ? replica.batch[0] : (float) replica.recent.mean();
      // An early one leaves the mean up to the first regular one as it would be.
      case TRAINING ->
          done == 0
              ? -watch.loss(replica.told)
              : (float) -(early ? replica.tally.mean() : replica.tally.take());
      case WEIGHTS -> fresh == null ? UNKNOWN : log(fresh.weights(quantity.site()));
      case LOGITS -> fresh == null ? UNKNOWN : log(fresh.logits(quantity.site()));
      case RUNNING_WEIGHTS, RUNNING_LOGITS -> running(replica, done, quantity);
      case VARIANCE -> fresh == null ? UNKNOWN : (float) fresh.logVariance();
      case CONTROL_RATIO -> fresh == null ? UNKNOWN : share(fresh.ratio());
      case CONTROL_PREDICTION -> fresh == null ? UNKNOWN : share(fresh.prediction());
      case PART -> fresh == null ? UNKNOWN : share(fresh.part(quantity.site()));
      case TERM -> fresh == null ? UNKNOWN : share(fresh.term(quantity.site()));
      case STEP, PROBLEM, BATCH -> throw new IllegalStateException("told by the problem");
    };
  }

  private float loss(Replica replica, long done) {
    if (known != null) {
      return (float) known.loss(replica.theta, scratch);
    }
    return done == 0 ? watch.loss(replica.told) : replica.loss;
  }

  private static float running(Replica replica, long done, Quantity quantity) {
    GradientTrail trail = replica.trail;
    if (done == 0 || trail == null) {
      return UNKNOWN;
    }
    return log(
        quantity.source() == Quantity.Source.RUNNING_WEIGHTS
            ? trail.weights(quantity.site())
            : trail.logits(quantity.site()));
  }

  private static float log(double value) {
    return (float) Math.log(value);
  }

  /// The quartiles over the coordinates, where they belong beside their mean: at measured steps
  /// only, as sorting would cost more than a step.
  private void spread(float[] values, Trace trace, boolean due) {
    int at = trace.rows(0);
    if (due) {
      int n = values.length;
      System.arraycopy(values, 0, scratch, 0, n);
      Quantiles.sort(scratch, n);
      trace.lastLow = (float) Quantiles.of(scratch, n, 0.25);
      trace.lastHigh = (float) Quantiles.of(scratch, n, 0.75);
    }
    trace.low[at] = trace.lastLow;
    trace.high[at] = trace.lastHigh;
  }

  /// @return the meter, or null where nothing is measured
  private @Nullable Meter measure(Replica replica, long done, boolean first, Trace trace) {
    int samples = tuning.samples();
    if (samples <= 1 || estimator.evaluations() == 0) {
      return null;
    }
    Meter using = meter;
    if (using == null) {
      using = new Meter(estimator, problem, tuning.batch(), data, like, recall);
      meter = using;
    }
    using.measure(replica, done, samples);
    boolean wanted = done % tuning.every() == 0 && exact.wants(done / tuning.every());
    // Of a burst only the last measurement is ever looked at.
    boolean told = first && done + tuning.every() > trace.end;
    if (using.integrates() && (wanted || told)) {
      using.integrate(replica);
    }
    if (using.integrates() && wanted) {
      trace.exact[trace.exactPoints++] = new Trace.ExactPoint(done, using.exactVariance());
    }
    if (told) {
      trace.latest = using.result(replica, done);
    }
    return using;
  }

  /// The logarithm of a share of the variance, or of that of a term or a part; where there is none
  /// it is not known, and infinite, a gap in every chart, which is no failure as NaN would be.
  private static float share(double value) {
    return Double.isNaN(value) ? Float.POSITIVE_INFINITY : (float) Math.log(value);
  }
}
