package voidscope.problem.vae;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataException;
import voidscope.data.ImageSet;
import voidscope.data.Lighting;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.problem.Artist;
import voidscope.problem.LikelihoodBound;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.WarmUp;

/// The discrete VAE with layers of D Bernoulli latents: minimise −ELBO, the mean over images x of
///
///     f(b) = log q(b|x) − log p(b) − log p(x|b),   b ~ q(b|x) = Bernoulli(σ(θ(x)))
///
/// with θ = encoder(x − x̄), p(x|b) = Bernoulli(σ(decoder(2b − 1))) and learned prior logits
/// (Grathwohl et al. 2018). Encoder and decoder are linear, or have tanh layers in front. A second
/// layer explains b₁ as the first explains x: q(b₂|b₁) q(b₁|x), p(x|b₁) p(b₁|b₂) p(b₂), every
/// encoder but the first reading 2b − 1.
///
/// θ also enters f through log q, whose derivative at a fixed b has mean zero: it is dropped from f
/// and from every surrogate made of f alike. What a further layer is told of f is only what depends
/// on its own b: the rest has no part in its gradient, but in its variance.
///
/// The model is one flat array: encoders, decoders, prior logits. The images are read when they are
/// first needed. Immutable otherwise; callable from any thread.
public final class Vae implements Problem {
  /// The least and the greatest mean of a pixel that its bias begins with.
  private static final float LEAST_MEAN = 1e-3f;

  private final int layers;
  private final int latents;
  private final int depth;
  private final int hidden;
  private final Path file;
  private final String digest;
  private final Brightness brightness;
  private final Binarisation binarisation;
  private final long seed;
  private final Bernoulli distribution;
  private @Nullable VaeData data;

  /// @param layers of latents
  /// @param latents D, of each layer
  /// @param depth tanh layers in front of each linear map; 0 is linear
  /// @param hidden units of such a layer
  /// @param file an IDX file of images
  /// @param brightness what is white in it
  /// @param seed of the images' binarisation
  public Vae(
      int layers,
      int latents,
      int depth,
      int hidden,
      Path file,
      Brightness brightness,
      Binarisation binarisation,
      long seed) {
    this(layers, latents, depth, hidden, file, "", brightness, binarisation, seed);
  }

  /// The same of images that may have changed since they were named, which is then told.
  ///
  /// @param digest of the images that are meant, as [voidscope.data.Images#digest] gives it, or
  ///   empty
  public Vae(
      int layers,
      int latents,
      int depth,
      int hidden,
      Path file,
      String digest,
      Brightness brightness,
      Binarisation binarisation,
      long seed) {
    this.layers = layers;
    this.latents = latents;
    this.depth = depth;
    this.hidden = hidden;
    this.file = file;
    this.digest = digest;
    this.brightness = brightness;
    this.binarisation = binarisation;
    this.seed = seed;
    distribution = new Bernoulli(latents);
  }

  @Override
  public Pathwise distribution() {
    return distribution;
  }

  @Override
  public Set<Capability> offers() {
    return EnumSet.of(
        Capability.DERIVATIVE, Capability.DISCRETE, Capability.BERNOULLI, Capability.REPEATABLE);
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity("validation ELBO", Quantity.Source.PROBLEM, 0));
    quantities.add(new Quantity("training ELBO", Quantity.Source.TRAINING, 0));
    for (int l = 0; l < layers; l++) {
      String layer = layers == 1 ? "" : ", layer " + (l + 1);
      quantities.add(variance("ln Var of encoder weights", layer, Quantity.Source.WEIGHTS, l));
      if (layers > 1) {
        quantities.add(variance("ln Var of logits", layer, Quantity.Source.LOGITS, l));
      }
      quantities.add(
          variance("running ln Var of encoder weights", layer, Quantity.Source.RUNNING_WEIGHTS, l));
      quantities.add(
          variance("running ln Var of logits", layer, Quantity.Source.RUNNING_LOGITS, l));
    }
    quantities.add(
        new Quantity(
            "standard error of the validation ELBO",
            Quantity.Source.PROBLEM,
            0,
            Quantity.Role.ERROR));
    return List.copyOf(quantities);
  }

  private static Quantity variance(String what, String layer, Quantity.Source source, int site) {
    return new Quantity(what + layer, source, site);
  }

  @Override
  public Model model() {
    WarmUp.begin(0);
    try {
      load();
    } catch (DataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return new VaeModel(this);
  }

  @Override
  public ImageSet images() {
    return new ImageSet(epoch(), Validation.images(this), remark(), data().digest());
  }

  @Override
  public Artist artist() {
    return new VaeArtist(this);
  }

  @Override
  public LikelihoodBound bound() {
    return (weights, samples, images, stop) ->
        new ImportanceWeighted(this).bound(weights, samples, images, stop);
  }

  /// Reads the images unless that has been done.
  ///
  /// @throws DataException if their file cannot be used
  public synchronized void load() throws DataException {
    if (data == null) {
      data = VaeData.read(file, digest, brightness, binarisation, seed);
    }
  }

  /// The images.
  ///
  /// @throws IllegalStateException if they were not [loaded][#load()]
  synchronized VaeData data() {
    VaeData loaded = data;
    if (loaded == null) {
      throw new IllegalStateException("the images of " + file + " are not loaded");
    }
    return loaded;
  }

  /// Layers of latents.
  public int layers() {
    return layers;
  }

  /// Draws of one sample, one a layer, without context.
  public Draw[] draws(int rows) {
    Draw[] draws = new Draw[layers];
    Arrays.setAll(draws, l -> Draw.allocate(distribution, rows, 1, 0));
    return draws;
  }

  /// Numbers that a layer explains: the pixels, or the latents of the layer before.
  int units(int layer) {
    return layer == 0 ? pixels() : latents;
  }

  /// Numbers of a layer's context: the pixels, and the latents of the layers before.
  public int context(int layer) {
    return pixels() + layer * latents;
  }

  /// D.
  int latents() {
    return latents;
  }

  /// What is to be told of the images' file, or null.
  public Lighting.@Nullable Remark remark() {
    return data().remark();
  }

  /// Images of an epoch.
  public int epoch() {
    return data().split().training().count();
  }

  /// Images that are held back for validation.
  public int held() {
    return data().validation().count();
  }

  /// Rows of an image.
  public int rows() {
    return data().split().training().rows();
  }

  /// Pixels of an image.
  public int pixels() {
    return data().pixels();
  }

  Perceptron encoder(int layer, int rows) {
    return new Perceptron(units(layer), depth, hidden, latents, Activation.TANH, rows);
  }

  Perceptron decoder(int layer, int rows) {
    return new Perceptron(latents, depth, hidden, units(layer), Activation.TANH, rows);
  }

  /// How many floats the model takes.
  public int parameters() {
    return priorAt() + latents;
  }

  /// Where the parameters of a layer's encoder begin; past the last layer, the decoders'.
  public int encoderAt(int layer) {
    int at = 0;
    for (int l = 0; l < layer; l++) {
      at += Perceptron.parameters(units(l), depth, hidden, latents);
    }
    return at;
  }

  int decoderAt(int layer) {
    int at = encoderAt(layers);
    for (int l = 0; l < layer; l++) {
      at += Perceptron.parameters(latents, depth, hidden, units(l));
    }
    return at;
  }

  int priorAt() {
    return decoderAt(layers);
  }

  /// A model at its first values: weights uniform by Glorot and Bengio, biases 0 but those of the
  /// pixels, which are the logits of the training images' means.
  public float[] initial(RandomStream stream) {
    float[] model = new float[parameters()];
    for (int l = 0; l < layers; l++) {
      String name = l == 0 ? "" : " " + (l + 1);
      encoder(l, 1).initialize(model, encoderAt(l), stream.child("encoder" + name));
      decoder(l, 1).initialize(model, decoderAt(l), stream.child("decoder" + name));
    }
    float[] mean = data().mean();
    int bias = decoderAt(0) + decoder(0, 1).outputBias();
    for (int i = 0; i < mean.length; i++) {
      double p = Math.clamp(mean[i], LEAST_MEAN, 1 - LEAST_MEAN);
      model[bias + i] = (float) Math.log(p / (1 - p));
    }
    return model;
  }
}
