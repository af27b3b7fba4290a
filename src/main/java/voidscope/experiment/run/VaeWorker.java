package voidscope.experiment.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.measure.VaeMeter;
import voidscope.experiment.record.Trace;
import voidscope.experiment.training.Adaptation;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.VaePass;
import voidscope.network.Adam;
import voidscope.network.Optimizer;
import voidscope.problem.vae.Vae;
import voidscope.problem.vae.Validation;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.stat.Moments;

/// Trains and measures a [Vae]: load, encode, then for each layer draw, estimate, reverse, adapt,
/// and one optimizer step of the model. Scratch of one thread, for any replica of one estimator; a
/// step allocates nothing.
final class VaeWorker implements Course.Worker {
  /// Adam's second moment is to be slow, as in the papers: gradients are noisy and sparse.
  private static final Adam SLOW = new Adam(0.9f, 0.99999f, 1e-8f);

  /// What is not known, such as the logarithm of a variance; no chart draws it.
  private static final float UNKNOWN = Float.NEGATIVE_INFINITY;

  private final Estimator estimator;
  private final VaeCourse course;
  private final Vae vae;
  private final RandomStream images;
  private final Optimizer optimizer;
  private final VaePass pass;
  private final Adaptation[] adaptations;
  private final float[] gw;
  private @Nullable Validation validation;
  private @Nullable VaeMeter meter;

  /// @param images of the images' order
  /// @param like states of the estimator, one a layer, for their layout
  VaeWorker(Vae vae, Estimator estimator, VaeCourse course, RandomStream images, List<State> like) {
    this.estimator = estimator;
    this.course = course;
    this.vae = vae;
    this.images = images;
    Optimizer chosen = course.tuning().optimizer();
    optimizer = chosen instanceof Adam ? SLOW : chosen;
    pass = new VaePass(vae, estimator, course.tuning().batch(), images, like);
    adaptations = new Adaptation[vae.layers()];
    for (int l = 0; l < adaptations.length; l++) {
      adaptations[l] =
          new Adaptation(optimizer, pass.gradient(l).length, like.get(l).values().length);
    }
    gw = new float[vae.parameters()];
  }

  @Override
  public boolean step(Replica replica, long step) {
    pass.load(replica.theta, step);
    pass.estimate(replica.states, replica.training, step, 0);
    replica.loss = pass.loss();
    replica.tally.accept(replica.loss);
    Elementwise.fill(gw.length, 0, gw);
    for (int l = 0; l < adaptations.length; l++) {
      pass.batch().reverseEncoder(l, pass.gradient(l), gw);
      if (!replica.follows) {
        pass.batch().reverseDecoder(l, gw);
      }
      adaptations[l].step(
          pass.pass(l),
          replica.states.get(l),
          replica.stateMemories[l],
          pass.draw(l),
          pass.gradient(l),
          course.tuning(),
          step);
    }
    if (replica.trail != null) {
      replica.trail.accept(step, pass, gw);
    }
    if (!replica.follows) {
      optimizer.step(
          replica.theta,
          gw,
          replica.thetaMemory,
          0,
          gw.length,
          step + 1,
          course.tuning().thetaRate());
    }
    // Whatever is no longer a number in the model soon makes f none.
    return Float.isFinite(replica.loss);
  }

  @Override
  public void observe(Replica replica, long done, boolean first, boolean spread, Trace trace) {
    if (done % course.tuning().every() == 0) {
      long start = System.nanoTime();
      measure(replica, done, first, trace);
      trace.trainingNanos -= System.nanoTime() - start;
    }
    trace.loss[trace.steps++] = done == 0 ? -trace.quantities[0][0] : replica.loss;
  }

  private void measure(Replica replica, long done, boolean first, Trace trace) {
    int at = trace.followed++;
    if (done == 0 || !replica.follows) {
      validate(replica, done);
    }
    float elbo = replica.elbo;
    trace.quantities[0][at] = elbo;
    trace.quantities[1][at] = done == 0 ? elbo : (float) -replica.tally.take();
    int samples = course.tuning().samples();
    VaeMeter fresh = samples > 1 ? meter(replica) : null;
    if (fresh != null) {
      fresh.measure(replica, done, samples);
      trace.variance[trace.measurements++] = (float) Math.log(fresh.logits());
      if (first) {
        trace.latest = fresh.result(done, samples);
      }
    }
    GradientTrail trail = done > 0 ? replica.trail : null;
    int layers = vae.layers();
    int q = 2;
    for (int l = 0; l < layers; l++) {
      trace.quantities[q++][at] = fresh == null ? UNKNOWN : logarithm(fresh.weights(l));
      if (layers > 1) {
        trace.quantities[q++][at] = fresh == null ? UNKNOWN : logarithm(fresh.logits(l));
      }
      trace.quantities[q++][at] = trail == null ? UNKNOWN : logarithm(trail.weights(l));
      trace.quantities[q++][at] = trail == null ? UNKNOWN : logarithm(trail.logits(l));
    }
    trace.quantities[q][at] = replica.elboError;
  }

  private void validate(Replica replica, long done) {
    if (validation == null) {
      validation = new Validation(vae);
    }
    Moments held = validation.loss(replica.theta, done);
    replica.elbo = (float) -held.mean();
    replica.elboError = held.count() > 1 ? (float) held.standardError() : UNKNOWN;
  }

  private VaeMeter meter(Replica replica) {
    VaeMeter made = meter;
    if (made == null) {
      made =
          new VaeMeter(
              vae, estimator, course.tuning().batch(), images, replica.states, course.recall());
      meter = made;
    }
    return made;
  }

  private static float logarithm(double value) {
    return (float) Math.log(value);
  }
}
