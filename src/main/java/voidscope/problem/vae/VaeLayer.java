package voidscope.problem.vae;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.Dual;
import voidscope.network.OuterProducts;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// One layer of latents of a [VaeBatch]: it explains x, the images or the sample of the layer
/// before it, by a b of its own, and it is the [Objective] of that b. A further layer explains b in
/// turn: hard where this layer's b is hard, relaxed where it is relaxed, by that layer's own noise.
/// Scratch of one thread.
final class VaeLayer implements Objective {
  private final Vae vae;
  private final VaeBatch batch;
  private final int index;
  private final int latents;
  private final int units;
  private final int encoderAt;
  private final int decoderAt;
  private final @Nullable VaeLayer next;
  private final Perceptron encoder;
  private final LayerTerm hard;
  private final float[] x;
  private final float[] input;
  private final float[] ratio;
  private final float[] constant;
  private final float[] spare;
  private final float[] ones;
  private final float[] scaled;
  private final float[] further;
  private final float[] told;
  private Draw draw;
  private float temperature = DEFAULT_TEMPERATURE;
  private float[] sample = {};
  private boolean asked;

  /// ln ½, of estimators that have no temperature.
  private static final float DEFAULT_TEMPERATURE = (float) Math.log(0.5);

  /// @param index from 0, the layer next to the images
  /// @param next the layer that explains b, or null if the prior does
  VaeLayer(Vae vae, VaeBatch batch, int index, int rows, @Nullable VaeLayer next) {
    this.vae = vae;
    this.batch = batch;
    this.index = index;
    this.next = next;
    latents = vae.latents();
    units = vae.units(index);
    encoderAt = vae.encoderAt(index);
    decoderAt = vae.decoderAt(index);
    encoder = vae.encoder(index, rows);
    hard = new LayerTerm(vae.decoder(index, rows), latents, units, rows);
    x = new float[rows * units];
    input = new float[rows * units];
    ratio = new float[rows * latents];
    constant = new float[rows];
    spare = new float[rows * latents];
    scaled = new float[rows * latents];
    ones = new float[rows * latents];
    Arrays.fill(ones, 1);
    further = new float[rows];
    told = new float[rows];
    draw = Draw.allocate(vae.distribution(), 0, 0, 0);
  }

  /// Has large products of encoder's and decoder's gradients kept from now on.
  void keep(OuterProducts products) {
    encoder.keep(products);
    hard.keep(products);
  }

  /// What is explained, N×units.
  float[] x() {
    return x;
  }

  /// What the encoder reads, N×units.
  float[] input() {
    return input;
  }

  int units() {
    return units;
  }

  int latents() {
    return latents;
  }

  Vae vae() {
    return vae;
  }

  int index() {
    return index;
  }

  /// Where the encoder's parameters begin in the model.
  int encoderAt() {
    return encoderAt;
  }

  /// Where the decoder's parameters begin in the model.
  int decoderAt() {
    return decoderAt;
  }

  VaeBatch batch() {
    return batch;
  }

  /// The layer that explains b, or null if the prior does.
  @Nullable VaeLayer next() {
    return next;
  }

  /// r of the present logits, N×D.
  float[] ratio() {
    return ratio;
  }

  /// a of the present logits, N.
  float[] constant() {
    return constant;
  }

  /// The natural logarithm of the temperature at which it is relaxed behind a relaxed layer.
  float temperature() {
    return temperature;
  }

  void temperature(float logarithm) {
    temperature = logarithm;
  }

  /// The draw whose θ are the logits of b, and whose noise draws b behind a hard layer.
  Draw draw() {
    return draw;
  }

  /// Takes the present model and a draw from now on.
  void bind(Draw newDraw) {
    draw = newDraw;
    encoder.bind(batch.model(), encoderAt);
    hard.bind(batch.model(), decoderAt);
  }

  /// Whether it has been asked for f at a drawn b since it was last encoded or told to forget.
  boolean asked() {
    return asked;
  }

  void forget() {
    asked = false;
  }

  /// f as last asked for at the first of the drawn b, N.
  float[] told() {
    return told;
  }

  LayerTerm term() {
    return hard;
  }

  /// Puts out the logits of its input, into the draw's θ.
  void encode(int n) {
    float[] logits = encoder.value(n, input);
    System.arraycopy(logits, 0, draw.theta(), 0, n * latents);
    against(n, logits, ratio, constant, spare);
    asked = false;
  }

  /// What stands before b, and beside it, in log q(b|θ) − log p(b): the prior's part belongs to the
  /// last layer,
  ///
  ///     r = θ − π,   a = Σ softplus(π) − Σ softplus(θ),
  ///
  /// and is absent, π and all, from the others.
  ///
  /// @param r N×D, overwritten
  /// @param a N, overwritten
  /// @param scratch N×D
  void against(int n, float[] theta, float[] r, float[] a, float[] scratch) {
    boolean last = next == null;
    Functions.softplus(n * latents, theta, scratch);
    Elementwise.rowDot(n, latents, scratch, ones, a);
    float all = last ? batch.priorConstant() : 0;
    for (int row = 0; row < n; row++) {
      a[row] = all - a[row];
    }
    if (last) {
      Elementwise.addRow(n, latents, batch.negatedPrior(), theta, r);
    } else {
      System.arraycopy(theta, 0, r, 0, n * latents);
    }
  }

  /// Takes a sample of the layer before as what is to be explained, encodes it and draws b.
  ///
  /// @param f N, overwritten
  private void descend(int n, float[] b, float[] f) {
    System.arraycopy(b, 0, x, 0, n * units);
    Elementwise.affine(n * units, 2, b, -1, input);
    batch.context(index);
    encode(n);
    vae.distribution().sample(draw, 0, 0, n);
    value(draw, 0, f);
  }

  @Override
  public Set<Capability> offers() {
    return vae.offers();
  }

  @Override
  public void value(Draw of, int k, float[] f) {
    int n = of.n();
    sample = of.b()[k];
    hard.value(n, sample, x, ratio, constant, f);
    if (next != null) {
      next.descend(n, sample, further);
      Elementwise.add(n, f, further, f);
    }
    if (k == 0) {
      System.arraycopy(f, 0, told, 0, n);
    }
    asked = true;
  }

  @Override
  public Dual dual(int rows) {
    return new Decoder(this, rows);
  }

  /// Adds the gradient of the batch's mean of f by this layer's decoder, and by the prior where it
  /// is the last, at the b at which f was asked last.
  void reverseDecoder(int n, float[] gw) {
    hard.model(n, 1f / n, gw, decoderAt);
    if (next == null) {
      batch.reversePrior(n, sample, gw);
    }
  }

  /// Adds the gradient of the batch's mean of f by this layer's encoder.
  ///
  /// @param g the estimate ∂E f/∂θ, N×D
  void reverseEncoder(int n, float[] g, float[] gw) {
    Elementwise.scale(n * latents, 1f / n, g, scaled);
    encoder.reverse(n, scaled, null, null, null, gw, encoderAt);
  }
}
