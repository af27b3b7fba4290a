package voidscope.experiment.training;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.problem.vae.Vae;
import voidscope.problem.vae.VaeBatch;
import voidscope.random.RandomStream;

/// Estimates the gradient of a batch's logits, of one layer of a [Vae] after the other, each with a
/// state of its own. Scratch of one thread; allocates nothing once made.
public final class VaePass {
  private final Estimator estimator;
  private final VaeBatch batch;
  private final Draw[] draws;
  private final Pass[] passes;
  private final int[] temperatureAt;
  private final float[][] g;
  private final float[] f;
  private final int rows;
  private final int noise;

  /// @param images of the images' order
  /// @param like states of the estimator, one a layer, for their layout
  public VaePass(Vae vae, Estimator estimator, int rows, RandomStream images, List<State> like) {
    this.estimator = estimator;
    this.rows = rows;
    batch = new VaeBatch(vae, rows, images);
    int layers = vae.layers();
    draws = new Draw[layers];
    passes = new Pass[layers];
    temperatureAt = new int[layers];
    g = new float[layers][rows * vae.distribution().parameters()];
    f = new float[rows];
    noise = vae.distribution().noise();
    for (int l = 0; l < layers; l++) {
      Shape shape = shape(vae, estimator, l, rows);
      draws[l] = shape.allocate();
      passes[l] = estimator.pass(shape, batch.objective(l));
      temperatureAt[l] = like.get(l).find(Surrogate.TEMPERATURE).map(State.Span::from).orElse(-1);
    }
  }

  /// What an estimator works with at a layer.
  public static Shape shape(Vae vae, Estimator estimator, int layer, int rows) {
    return new Shape(vae.distribution(), rows, estimator.samples(), vae.context(layer));
  }

  public int rows() {
    return rows;
  }

  public VaeBatch batch() {
    return batch;
  }

  public Draw draw(int layer) {
    return draws[layer];
  }

  public Pass pass(int layer) {
    return passes[layer];
  }

  /// The last estimate of a layer, N×D.
  public float[] gradient(int layer) {
    return g[layer];
  }

  /// Takes the images of a step and encodes them.
  public void load(float[] model, long step) {
    batch.load(step, rows);
    batch.encode(model, draws);
  }

  /// Draws and estimates at the images that are loaded.
  ///
  /// @param states of the estimator, one a layer
  /// @param streams of the noise, one a layer
  /// @param sample which of several estimates of a step
  public void estimate(List<State> states, List<RandomStream> streams, long step, int sample) {
    batch.forget();
    for (int l = 0; l < passes.length; l++) {
      fill(draws[l], streams.get(l), step, sample);
      if (temperatureAt[l] >= 0) {
        batch.temperature(l, states.get(l).values()[temperatureAt[l]]);
      }
    }
    for (int l = 0; l < passes.length; l++) {
      State state = states.get(l);
      passes[l].draw(state, draws[l], 0, rows);
      passes[l].estimate(state, draws[l], g[l]);
      if (l + 1 < passes.length && !batch.asked(l)) {
        // The next layer explains a hard sample.
        batch.objective(l).value(draws[l], 0, f);
      }
    }
  }

  private void fill(Draw draw, RandomStream stream, long step, int sample) {
    int count = rows * noise;
    for (int k = 0; k < draw.samples(); k++) {
      int slot = 2 * (sample * draw.samples() + k);
      stream.noise(step, slot, count, draw.u()[k]);
      if (estimator.conditional()) {
        stream.noise(step, slot + 1, count, draw.v()[k]);
      }
    }
  }

  /// The mean of f over the images at the last estimate, at the first hard sample of each, whatever
  /// the estimator made of f.
  public float loss() {
    if (!batch.asked(0)) {
      batch.objective(0).value(draws[0], 0, f);
    }
    return (float) batch.loss();
  }
}
