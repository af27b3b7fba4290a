package voidscope.problem.vae;

import voidscope.estimator.Shape;
import voidscope.network.Adam;
import voidscope.network.Optimizer;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.problem.Space;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;

/// The networks of a [Vae] whose images are loaded; a site is a layer of latents.
record VaeModel(Vae vae) implements Model {
  /// Adam's second moment is to be slow, as in the papers: gradients are noisy and sparse.
  private static final Adam SLOW = new Adam(0.9f, 0.99999f, 1e-8f);

  @Override
  public int parameters() {
    return vae.parameters();
  }

  @Override
  public float[] initial(RandomStream stream) {
    return vae.initial(stream);
  }

  @Override
  public int sites() {
    return vae.layers();
  }

  @Override
  public int from(int site) {
    return vae.encoderAt(site);
  }

  @Override
  public Shape shape(int site, int batch, int samples) {
    return new Shape(vae.distribution(), batch, samples, vae.context(site));
  }

  @Override
  public Batch batch(int batch, int samples, RandomStream data) {
    return new ImageBatch(this, batch, samples, data);
  }

  @Override
  public Watch watch() {
    return new Validation(vae);
  }

  @Override
  public Space space() {
    return Space.LOGITS;
  }

  @Override
  public Optimizer suited(Optimizer chosen) {
    return chosen instanceof Adam ? SLOW : chosen;
  }
}
