package voidscope.experiment.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.experiment.measure.GradientPortrait;
import voidscope.experiment.measure.Meter;
import voidscope.experiment.measure.Portrait;
import voidscope.experiment.record.ExactCurve;
import voidscope.experiment.record.Trace;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Toy;
import voidscope.problem.vae.Gallery;
import voidscope.problem.vae.LatentEdit;
import voidscope.random.RandomStream;
import voidscope.stat.Quantiles;
import voidscope.thread.Recall;

/// Trains the parameters of a [Toy] themselves.
final class ToyCourse implements Course {
  private final Toy problem;
  private final Estimator estimator;
  private final Tuning tuning;
  private final ExactCurve exact;
  private final Recall recall;
  private final Shape shape;
  private final boolean measured;
  private final boolean controlled;
  private @Nullable Portrait portrait;
  private @Nullable GradientPortrait gradients;

  ToyCourse(Toy problem, Estimator estimator, Tuning tuning, ExactCurve exact, Recall recall) {
    this.recall = recall;
    this.problem = problem;
    this.estimator = estimator;
    this.tuning = tuning;
    this.exact = exact;
    shape = new Shape(problem.distribution(), tuning.batch(), estimator.samples(), 0);
    measured = estimator.evaluations() > 0;
    controlled =
        measured && !estimator.pass(shape, problem.objective(tuning.batch())).terms().isEmpty();
  }

  @Override
  public boolean tune(Tuning newTuning) {
    return false;
  }

  @Override
  public float[] initial(long seed, int replicate) {
    return problem.initial();
  }

  @Override
  public List<State> states(RandomStream stream) {
    return List.of(estimator.init(shape, stream));
  }

  @Override
  public @Nullable GradientTrail trail() {
    return null;
  }

  @Override
  public int followed() {
    return problem.quantities().size();
  }

  @Override
  public int spacing() {
    return 1;
  }

  @Override
  public boolean spreads() {
    return problem.spreads();
  }

  @Override
  public boolean controlled() {
    return controlled;
  }

  @Override
  public int batch() {
    return tuning.batch();
  }

  @Override
  public Track.@Nullable SurrogateCurve curve(Replica replica) {
    Surrogate surrogate = estimator.surrogate();
    if (surrogate == null) {
      return null;
    }
    if (portrait == null) {
      portrait = new Portrait(surrogate, problem);
    }
    return portrait.curve(replica);
  }

  @Override
  public Track.@Nullable GradientSample sample(Replica replica) {
    if (!measured) {
      return null;
    }
    if (gradients == null) {
      gradients = new GradientPortrait(estimator, problem);
    }
    return gradients.sample(replica);
  }

  @Override
  public @Nullable Gallery gallery(Replica replica, @Nullable LatentEdit edit) {
    return null;
  }

  @Override
  public Worker worker(List<State> like) {
    return new ToyWorker(like.getFirst().values().length);
  }

  private final class ToyWorker implements Worker {
    private final Trainer trainer;
    private @Nullable Meter meter;

    ToyWorker(int phi) {
      trainer = new Trainer(estimator, problem, tuning, phi);
    }

    @Override
    public boolean step(Replica replica, long step) {
      trainer.step(replica, step);
      return finite(replica.theta);
    }

    private static boolean finite(float[] values) {
      float zero = 0;
      for (float value : values) {
        zero += 0 * value;
      }
      return zero == 0;
    }

    @Override
    public void observe(Replica replica, long done, boolean first, boolean spread, Trace trace) {
      float[] losses = trainer.losses();
      int at = trace.steps++;
      trace.loss[at] = (float) problem.loss(replica.theta, losses);
      boolean due = done % tuning.every() == 0;
      summarise(replica.theta, trace, at, due, spread, losses);
      if (due && measured && tuning.samples() > 1) {
        long start = System.nanoTime();
        measure(replica, done, first, trace);
        trace.trainingNanos -= System.nanoTime() - start;
      }
    }

    /// The quantities that are followed, and the quartiles over the coordinates where they belong
    /// beside the mean: at measured steps only, as sorting would cost more than a step.
    private void summarise(
        float[] values, Trace trace, int at, boolean due, boolean spread, float[] spare) {
      int n = values.length;
      problem.quantities(values, spare, trace.row);
      trace.followed = trace.steps;
      for (int q = 0; q < trace.row.length; q++) {
        trace.quantities[q][at] = trace.row[q];
      }
      if (!spread) {
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

    private void measure(Replica replica, long done, boolean first, Trace trace) {
      if (meter == null) {
        meter = new Meter(estimator, problem, recall);
      }
      trace.variance[trace.measurements] = (float) meter.measure(replica, done, tuning.samples());
      if (trace.ratio.length > 0) {
        trace.ratio[trace.measurements] = share(meter.ratio());
        trace.prediction[trace.measurements] = share(meter.prediction());
      }
      trace.measurements++;
      boolean wanted = exact.wants(done / tuning.every());
      // Of a burst only the last measurement is ever looked at.
      boolean told = first && done + tuning.every() > trace.end;
      if (meter.integrates() && (wanted || told)) {
        meter.integrate(replica);
      }
      if (meter.integrates() && wanted) {
        trace.exact[trace.exactPoints++] = new Trace.ExactPoint(done, meter.exactVariance());
      }
      if (told) {
        trace.latest = meter.result(replica, done);
      }
    }

    /// The logarithm of a share of the variance; where there is none to share it is not known, and
    /// infinite, a gap in every chart, which is no failure as NaN would be.
    private static float share(double value) {
      return Double.isNaN(value) ? Float.POSITIVE_INFINITY : (float) Math.log(value);
    }
  }
}
