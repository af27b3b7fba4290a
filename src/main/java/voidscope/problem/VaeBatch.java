package voidscope.problem;

import java.util.Arrays;
import java.util.Set;
import voidscope.data.Batches;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// A batch of images on its way through a [Vae]: images, logits, f at the drawn b, gradients of the
/// model. The order is load, [#encode], then what is wanted of [#objective], then [#reverse].
/// Scratch of one thread; allocates nothing once made.
public final class VaeBatch {
  private final Vae vae;
  private final Batches batches;
  private final Perceptron encoder;
  private final Decoder hard;
  private final HardObjective objective = new HardObjective();
  private final int latents;
  private final int pixels;
  private final int decoderAt;
  private final int priorAt;
  private final float[] mean;
  private final float[] x;
  private final float[] centred;
  private final float[] ratio;
  private final float[] constant;
  private final float[] spare;
  private final float[] ones;
  private final float[] scaled;
  private final float[] prior;
  private float[] model = {};
  private int n;

  /// @param vae whose images are loaded
  /// @param rows rows at most
  /// @param stream of the images' order
  public VaeBatch(Vae vae, int rows, RandomStream stream) {
    this.vae = vae;
    Vae.Data data = vae.data();
    batches = new Batches(data.split().training(), data.training(), stream);
    latents = vae.latents();
    pixels = vae.pixels();
    decoderAt = vae.decoderAt();
    priorAt = vae.priorAt();
    mean = data.mean();
    x = new float[rows * pixels];
    centred = new float[rows * pixels];
    ratio = new float[rows * latents];
    constant = new float[rows];
    spare = new float[rows * latents];
    scaled = new float[rows * latents];
    ones = new float[rows * latents];
    Arrays.fill(ones, 1);
    prior = new float[latents];
    encoder = vae.encoder(rows);
    hard = new Decoder(vae, this, rows);
  }

  /// Takes the images of a training step.
  public void load(long step, int rows) {
    batches.fill(step, rows, x);
    centre(rows);
  }

  /// Takes validation images, `rows` from `first` on.
  public void loadHeld(int first, int rows) {
    for (int row = 0; row < rows; row++) {
      vae.data().validation().read(first + row, x, row * pixels);
    }
    centre(rows);
  }

  private void centre(int rows) {
    n = rows;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < pixels; i++) {
        centred[row * pixels + i] = x[row * pixels + i] - mean[i];
      }
    }
  }

  /// Puts out the logits of the images that are loaded.
  ///
  /// @param parameters the model, kept until the next call
  /// @param draw whose θ is overwritten, and whose context where it has room for an image a row
  public void encode(float[] parameters, Draw draw) {
    model = parameters;
    encoder.bind(parameters, 0);
    float[] logits = encoder.value(n, centred);
    int count = n * latents;
    System.arraycopy(logits, 0, draw.theta(), 0, count);
    if (draw.context().length >= n * pixels) {
      System.arraycopy(centred, 0, draw.context(), 0, n * pixels);
    }
    System.arraycopy(parameters, priorAt, prior, 0, latents);
    Functions.softplus(latents, prior, spare);
    float all = 0;
    for (int d = 0; d < latents; d++) {
      all += spare[d];
    }
    Functions.softplus(count, logits, spare);
    Elementwise.rowDot(n, latents, spare, ones, constant);
    for (int row = 0; row < n; row++) {
      constant[row] = all - constant[row];
      for (int d = 0; d < latents; d++) {
        ratio[row * latents + d] = logits[row * latents + d] - prior[d];
      }
    }
    objective.asked = false;
  }

  /// The images that are loaded.
  ///
  /// @param out N×pixels, overwritten
  public void inputs(float[] out) {
    System.arraycopy(x, 0, out, 0, n * pixels);
  }

  /// The pixels' probabilities given the drawn b.
  ///
  /// @param out N×pixels, overwritten
  public void reconstruct(Draw draw, float[] out) {
    hard.probabilities(n, draw.b()[0], out);
  }

  /// Puts the prior's logits, those of the last [#encode], into a draw.
  public void prior(Draw draw) {
    for (int row = 0; row < n; row++) {
      System.arraycopy(prior, 0, draw.theta(), row * latents, latents);
    }
  }

  /// f at the drawn b, and at soft ones.
  public Objective objective() {
    return objective;
  }

  /// Whether f has been asked for at a drawn b since the last [#encode].
  public boolean asked() {
    return objective.asked;
  }

  /// Adds the gradient of the batch's mean of f by the whole model: the encoder's from the
  /// estimate, the decoder's and the prior's at the b at which f was asked last.
  ///
  /// @param g the estimate ∂E f/∂θ, N×D
  /// @param gw as long as the model
  public void reverse(float[] g, float[] gw) {
    hard.model(n, 1f / n, gw);
    reverseEncoder(g, gw);
  }

  /// Adds the gradient of the batch's mean of f by the encoder.
  ///
  /// @param g the estimate ∂E f/∂θ, N×D
  /// @param gw at least as long as the encoder's parameters
  public void reverseEncoder(float[] g, float[] gw) {
    Elementwise.scale(n * latents, 1f / n, g, scaled);
    encoder.reverse(n, scaled, null, null, null, gw, 0);
  }

  float[] model() {
    return model;
  }

  int decoderAt() {
    return decoderAt;
  }

  /// The images, N×pixels.
  float[] x() {
    return x;
  }

  /// θ − π, N×D.
  float[] ratio() {
    return ratio;
  }

  /// Σ softplus(π) − Σ softplus(θ), N.
  float[] constant() {
    return constant;
  }

  /// Adds the gradient of weight·Σ f by the prior's logits, σ(π) − b a row.
  ///
  /// @param input 2b − 1, N×D
  void prior(int rows, float[] input, float weight, float[] gw) {
    Functions.sigmoid(latents, prior, spare);
    for (int row = 0; row < rows; row++) {
      for (int d = 0; d < latents; d++) {
        float b = 0.5f * (input[row * latents + d] + 1);
        gw[priorAt + d] += weight * (spare[d] - b);
      }
    }
  }

  private final class HardObjective implements Objective {
    private boolean asked;

    @Override
    public Set<Capability> offers() {
      return vae.offers();
    }

    @Override
    public void value(Draw draw, int k, float[] f) {
      hard.value(draw.n(), draw.b()[k], f);
      asked = true;
    }

    @Override
    public Dual dual(int rows) {
      return new Decoder(vae, VaeBatch.this, rows);
    }
  }
}
