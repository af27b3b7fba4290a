package voidscope.experiment;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.network.Adam;
import voidscope.network.Optimizer;
import voidscope.problem.Vae;
import voidscope.problem.VaeBatch;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// Trains and measures a [Vae]: load, encode, draw, estimate, adapt, reverse, two optimizer steps.
/// Scratch of one thread, for any replica of one estimator; a step allocates nothing.
final class VaeWorker implements Course.Worker {
  /// Adam's second moment is to be slow, as in the papers: gradients are noisy and sparse.
  private static final Adam SLOW = new Adam(0.9f, 0.99999f, 1e-8f);

  private final Estimator estimator;
  private final VaeCourse course;
  private final Vae vae;
  private final Shape shape;
  private final RandomStream images;
  private final Optimizer optimizer;
  private final VaeBatch batch;
  private final Draw draw;
  private final Pass pass;
  private final int noise;
  private final float[] f;
  private final float[] g;
  private final float[] r;
  private final float[] gphi;
  private final float[] gw;
  private @Nullable Validation validation;
  private @Nullable VaeMeter meter;
  private float loss;

  /// @param images of the images' order
  VaeWorker(
      Vae vae, Estimator estimator, Shape shape, VaeCourse course, RandomStream images, int phi) {
    this.estimator = estimator;
    this.course = course;
    this.vae = vae;
    this.shape = shape;
    this.images = images;
    Optimizer chosen = course.tuning().optimizer();
    optimizer = chosen instanceof Adam ? SLOW : chosen;
    int rows = shape.rows();
    batch = new VaeBatch(vae, rows, images);
    draw = shape.allocate();
    pass = estimator.pass(shape, batch.objective());
    noise = shape.distribution().noise();
    f = new float[rows];
    g = new float[rows * shape.distribution().parameters()];
    r = new float[g.length];
    gphi = new float[phi];
    gw = new float[vae.parameters()];
  }

  @Override
  public boolean step(Replica replica, long step) {
    int rows = draw.n();
    batch.load(step, rows);
    batch.encode(replica.theta, draw);
    noise(estimator, draw, noise, replica.training, step, 0);
    State phi = replica.phi;
    pass.draw(phi, draw, 0, rows);
    pass.estimate(phi, draw, g);
    float[] values = pass.objective();
    if (values == null || !batch.asked()) {
      batch.objective().value(draw, 0, f);
      values = f;
    }
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += values[i];
    }
    loss = (float) (sum / rows);
    Elementwise.fill(gw.length, 0, gw);
    batch.reverse(g, gw);
    if (gphi.length > 0) {
      adapt(replica, phi, rows, step);
    }
    optimizer.step(
        replica.theta,
        gw,
        replica.thetaMemory,
        0,
        gw.length,
        step + 1,
        course.tuning().thetaRate());
    // Whatever is no longer a number in the model soon makes f none.
    return Float.isFinite(loss);
  }

  private void adapt(Replica replica, State phi, int rows, long step) {
    Elementwise.scale(g.length, 2f / rows, g, r);
    Elementwise.fill(gphi.length, 0, gphi);
    pass.adapt(phi, draw, r, gphi);
    for (int i = 0; i < phi.spans().size(); i++) {
      State.Span span = phi.spans().get(i);
      if (span.trained()) {
        optimizer.step(
            phi.values(),
            gphi,
            replica.phiMemory,
            span.from(),
            span.to(),
            step + 1,
            course.tuning().phiRate());
      }
    }
  }

  /// Fills a draw's noise.
  ///
  /// @param sample which of several draws of a step
  static void noise(
      Estimator estimator, Draw draw, int noise, RandomStream stream, long step, int sample) {
    int count = draw.n() * noise;
    for (int k = 0; k < draw.samples(); k++) {
      int slot = 2 * (sample * draw.samples() + k);
      stream.uniform(step, slot, count, draw.u()[k]);
      if (estimator.conditional()) {
        stream.uniform(step, slot + 1, count, draw.v()[k]);
      }
    }
  }

  @Override
  public void observe(Replica replica, long done, boolean first, boolean spread, Trace trace) {
    if (done % course.tuning().every() == 0) {
      long start = System.nanoTime();
      measure(replica, done, first, trace);
      trace.trainingNanos -= System.nanoTime() - start;
    }
    trace.loss[trace.steps++] = done == 0 ? -trace.quantities[0][0] : loss;
  }

  private void measure(Replica replica, long done, boolean first, Trace trace) {
    if (validation == null) {
      validation = new Validation(vae);
    }
    int at = trace.followed++;
    trace.quantities[0][at] = (float) -validation.loss(replica.theta, done);
    trace.quantities[1][at] = Float.NEGATIVE_INFINITY;
    int samples = course.tuning().samples();
    if (samples > 1) {
      if (meter == null) {
        meter = new VaeMeter(vae, estimator, shape, images);
      }
      meter.measure(replica, done, samples);
      trace.quantities[1][at] = (float) Math.log(meter.weights());
      trace.variance[trace.measurements++] = (float) Math.log(meter.logits());
      if (first) {
        trace.latest = meter.result(done, samples);
      }
    }
  }
}
