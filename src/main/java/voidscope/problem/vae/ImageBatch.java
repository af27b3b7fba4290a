package voidscope.problem.vae;

import voidscope.distribution.Draw;
import voidscope.network.OuterProducts;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.random.RandomStream;

/// A training batch of images: the rows of a layer have their θ once the layer before has been
/// asked for f at a hard sample, which is asked here where no estimator did.
final class ImageBatch implements Batch {
  private final VaeBatch batch;
  private final Draw[] draws;
  private final float[] f;
  private final int rows;

  ImageBatch(VaeModel model, int rows, int samples, RandomStream data) {
    this.rows = rows;
    batch = new VaeBatch(model.vae(), rows, data);
    draws = new Draw[model.sites()];
    for (int l = 0; l < draws.length; l++) {
      draws[l] = model.shape(l, rows, samples).allocate();
    }
    f = new float[rows];
  }

  @Override
  public void keep(OuterProducts products) {
    batch.keep(products);
  }

  @Override
  public void begin(float[] weights, long step) {
    batch.load(step, rows);
    batch.encode(weights, draws);
  }

  @Override
  public void start(RandomStream world, long step, int sample) {
    batch.forget();
  }

  @Override
  public int ready(int site, int drawn) {
    if (site > 0 && drawn == 0) {
      ask(site - 1);
    }
    return rows;
  }

  private void ask(int layer) {
    if (!batch.asked(layer)) {
      batch.objective(layer).value(draws[layer], 0, f);
    }
  }

  @Override
  public Draw draw(int site) {
    return draws[site];
  }

  @Override
  public Objective objective(int site) {
    return batch.objective(site);
  }

  @Override
  public void temperature(int site, float logarithm) {
    batch.temperature(site, logarithm);
  }

  @Override
  public void reverse(int site, float[] g, float[] gradient) {
    batch.reverseEncoder(site, g, gradient);
  }

  @Override
  public void direct(int site, float[] gradient) {
    batch.reverseDecoder(site, gradient);
  }

  @Override
  public float loss() {
    ask(0);
    return (float) batch.loss();
  }
}
