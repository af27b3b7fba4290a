package voidscope.problem.vae;

import voidscope.data.Batches;
import voidscope.distribution.Draw;
import voidscope.network.OuterProducts;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Functions;

/// A batch of images on its way through a [Vae]: images, logits, f at the drawn b, gradients of the
/// model, layer by layer from the images on. The order is load, [#encode], then for each layer what
/// is wanted of [#objective], [#reverseEncoder] and [#reverseDecoder]; asking a layer for f at a
/// hard b encodes that b for the next. Scratch of one thread; allocates nothing once made.
public final class VaeBatch {
  private final Vae vae;
  private final Batches batches;
  private final VaeLayer[] layers;
  private final int latents;
  private final int pixels;
  private final int priorAt;
  private final float[] mean;
  private final float[] spare;
  private final float[] prior;
  private final float[] negatedPrior;
  private float priorConstant;
  private float[] model = {};
  private int n;

  /// @param vae whose images are loaded
  /// @param rows rows at most
  /// @param stream of the images' order
  public VaeBatch(Vae vae, int rows, RandomStream stream) {
    this.vae = vae;
    VaeData data = vae.data();
    batches = new Batches(data.split().training(), data.training(), stream);
    latents = vae.latents();
    pixels = vae.pixels();
    priorAt = vae.priorAt();
    mean = data.mean();
    spare = new float[latents];
    prior = new float[latents];
    negatedPrior = new float[latents];
    layers = new VaeLayer[vae.layers()];
    VaeLayer next = null;
    for (int l = layers.length - 1; l >= 0; l--) {
      next = new VaeLayer(vae, this, l, rows, next);
      layers[l] = next;
    }
  }

  /// Has large products of the model's gradient kept from now on, instead of added to what
  /// [#reverseDecoder] and [#reverseEncoder] are given.
  public void keep(OuterProducts products) {
    for (VaeLayer layer : layers) {
      layer.keep(products);
    }
  }

  /// Takes the images of a training step.
  public void load(long step, int rows) {
    batches.fill(step, rows, layers[0].x());
    centre(rows);
  }

  /// Takes validation images, `rows` from `first` on.
  public void loadHeld(int first, int rows) {
    for (int row = 0; row < rows; row++) {
      vae.data().validation().read(first + row, layers[0].x(), row * pixels);
    }
    centre(rows);
  }

  private void centre(int rows) {
    n = rows;
    float[] x = layers[0].x();
    float[] centred = layers[0].input();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < pixels; i++) {
        centred[row * pixels + i] = x[row * pixels + i] - mean[i];
      }
    }
  }

  /// Puts out the logits of the images that are loaded, and takes the further layers' draws: their
  /// noise draws them, and their θ and context follow when a layer before them is asked for f.
  ///
  /// @param parameters the model, kept until the next call
  /// @param draws one a layer, of as many rows as are loaded; the context of layer l takes
  ///   [Vae#context] numbers a row where it has room for them
  public void encode(float[] parameters, Draw[] draws) {
    model = parameters;
    System.arraycopy(parameters, priorAt, prior, 0, latents);
    Functions.softplus(latents, prior, spare);
    priorConstant = 0;
    for (int d = 0; d < latents; d++) {
      priorConstant += spare[d];
      negatedPrior[d] = -prior[d];
    }
    for (int l = 0; l < layers.length; l++) {
      layers[l].bind(draws[l]);
    }
    context(0);
    layers[0].encode(n);
  }

  /// Writes what a layer's b stands under: the centred images, then 2b − 1 of the layers before.
  void context(int layer) {
    float[] context = layers[layer].draw().context();
    int wide = vae.context(layer);
    if (context.length < n * wide) {
      return;
    }
    int at = 0;
    for (int l = 0; l <= layer; l++) {
      int width = layers[l].units();
      for (int row = 0; row < n; row++) {
        System.arraycopy(layers[l].input(), row * width, context, row * wide + at, width);
      }
      at += width;
    }
  }

  /// The images that are loaded.
  ///
  /// @param out N×pixels, overwritten
  public void inputs(float[] out) {
    System.arraycopy(layers[0].x(), 0, out, 0, n * pixels);
  }

  /// The pixels' probabilities given a b of the first layer.
  ///
  /// @param b N×D
  /// @param out N×pixels, overwritten
  public void reconstruct(int rows, float[] b, float[] out) {
    layers[0].term().probabilities(rows, b, out);
  }

  /// Draws from p(b): the last layer's b from the prior of the last [#encode], each one before it
  /// given the one behind.
  ///
  /// @param draws one a layer, with noise; θ, z and b overwritten
  public void generate(int rows, Draw[] draws) {
    int last = layers.length - 1;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(prior, 0, draws[last].theta(), row * latents, latents);
    }
    vae.distribution().sample(draws[last], 0, 0, rows);
    for (int l = last; l > 0; l--) {
      float[] logits = layers[l].term().logits(rows, draws[l].b()[0]);
      System.arraycopy(logits, 0, draws[l - 1].theta(), 0, rows * latents);
      vae.distribution().sample(draws[l - 1], 0, 0, rows);
    }
  }

  /// f of a layer at the drawn b, and at soft ones; that of the first is all of f, that of a
  /// further one what depends on its b.
  public Objective objective(int layer) {
    return layers[layer];
  }

  /// Whether a layer's f has been asked for at a drawn b since it was last encoded.
  public boolean asked(int layer) {
    return layers[layer].asked();
  }

  /// Counts every layer's f as not asked for, where the same images are drawn for once more.
  public void forget() {
    for (VaeLayer layer : layers) {
      layer.forget();
    }
  }

  /// The mean over the images of −ELBO, one sample each: f as the first layer last told it at the
  /// first of the drawn b, every layer behind it hard.
  ///
  /// @throws IllegalStateException if it has not been [asked][#asked]
  public double loss() {
    if (!asked(0)) {
      throw new IllegalStateException("f has not been asked for at a drawn b");
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += layers[0].told()[i];
    }
    return sum / n;
  }

  /// Sets the temperature at which a layer is relaxed behind a relaxed one; ½ at first.
  public void temperature(int layer, float logarithm) {
    layers[layer].temperature(logarithm);
  }

  /// Adds the gradient of the batch's mean of f by a layer's decoder, and after the last the prior,
  /// at the b at which f was asked last.
  ///
  /// @param gw as long as the model
  public void reverseDecoder(int layer, float[] gw) {
    layers[layer].reverseDecoder(n, gw);
  }

  /// Adds the gradient of the batch's mean of f by a layer's encoder.
  ///
  /// @param g the estimate ∂E f/∂θ, N×D
  /// @param gw at least as long as the encoders' parameters
  public void reverseEncoder(int layer, float[] g, float[] gw) {
    layers[layer].reverseEncoder(n, g, gw);
  }

  float[] model() {
    return model;
  }

  /// The images, N×pixels.
  float[] x() {
    return layers[0].x();
  }

  /// Σ softplus(π).
  float priorConstant() {
    return priorConstant;
  }

  /// −π, D.
  float[] negatedPrior() {
    return negatedPrior;
  }

  /// Adds the gradient of the mean of f by the prior's logits, σ(π) − b a row.
  ///
  /// @param b N×D
  void reversePrior(int rows, float[] b, float[] gw) {
    float weight = 1f / rows;
    Functions.sigmoid(latents, prior, spare);
    for (int row = 0; row < rows; row++) {
      for (int d = 0; d < latents; d++) {
        gw[priorAt + d] += weight * (spare[d] - b[row * latents + d]);
      }
    }
  }
}
