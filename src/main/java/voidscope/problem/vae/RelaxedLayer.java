package voidscope.problem.vae;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Relaxation;
import voidscope.network.Dual;
import voidscope.network.Perceptron;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;
import voidscope.simd.Logistic;

/// What a [VaeLayer] behind a relaxed one adds to f, as a function of the soft x that it is to
/// explain: its b is relaxed with its own noise and its own temperature, both held,
///
///     θ = encoder(2x − 1),   b = σ((θ + logit u)/λ),   F(x) = t(b, x, θ) + F′(b)
///
/// with the layer's [term][LayerTerm] t and the layer behind it, F′. Scratch of one thread.
final class RelaxedLayer implements Dual {
  private final VaeLayer layer;
  private final Perceptron encoder;
  private final LayerTerm term;
  private final @Nullable RelaxedLayer next;
  private final Relaxation relaxation;
  private final int units;
  private final int latents;
  private final float[] input;
  private final float[] direction;
  private final float[] z;
  private final float[] ratio;
  private final float[] constant;
  private final float[] probability;
  private final float[] gap;
  private final float[] rows;
  private final float[] gb;
  private final float[] gdb;
  private final float[] gTheta;
  private final float[] gdTheta;
  private final float[] gInput;
  private final float[] gdInput;
  private float[] theta = {};
  private float[] dTheta = {};
  private float[] db = {};
  private float[] dx = {};

  RelaxedLayer(VaeLayer layer, int rows) {
    this.layer = layer;
    units = layer.units();
    latents = layer.latents();
    encoder = layer.vae().encoder(layer.index(), rows);
    term = new LayerTerm(layer.vae().decoder(layer.index(), rows), latents, units, rows);
    next = layer.next() == null ? null : new RelaxedLayer(layer.next(), rows);
    relaxation = new Bernoulli(latents).relaxation(rows);
    input = new float[rows * units];
    direction = new float[rows * units];
    gInput = new float[rows * units];
    gdInput = new float[rows * units];
    int size = rows * latents;
    z = new float[size];
    ratio = new float[size];
    probability = new float[size];
    gap = new float[size];
    gb = new float[size];
    gdb = new float[size];
    gTheta = new float[size];
    gdTheta = new float[size];
    constant = new float[rows];
    this.rows = new float[rows];
  }

  @Override
  public int width() {
    return units;
  }

  @Override
  public void value(int n, float[] x, float[] f) {
    int count = n * latents;
    float[] model = layer.batch().model();
    encoder.bind(model, layer.encoderAt());
    term.bind(model, layer.decoderAt());
    relaxation.temperature(layer.temperature());
    Elementwise.affine(n * units, 2, x, -1, input);
    theta = encoder.value(n, input);
    layer.against(n, theta, ratio, constant, gap);
    Logistic.sample(count, theta, layer.draw().u()[0], z, gap);
    float[] b = relaxation.value(n, z);
    Functions.sigmoid(count, theta, probability);
    Elementwise.subtract(count, b, probability, gap);
    term.value(n, b, x, ratio, constant, f);
    if (next != null) {
      next.value(n, b, rows);
      Elementwise.add(n, f, rows, f);
    }
  }

  @Override
  public void tangent(int n, float[] along, float[] df) {
    dx = along;
    Elementwise.scale(n * units, 2, dx, direction);
    dTheta = encoder.tangent(n, direction);
    db = relaxation.tangent(n, dTheta);
    term.tangent(n, db, dx, df);
    Elementwise.rowDot(n, latents, gap, dTheta, rows);
    Elementwise.add(n, df, rows, df);
    if (next != null) {
      next.tangent(n, db, rows);
      Elementwise.add(n, df, rows, df);
    }
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    boolean tangent = beta != null;
    int count = n * latents;
    term.reverse(n, alpha, beta, tangent ? dx : null, gb, tangent ? gdb : null);
    if (beta != null) {
      Elementwise.rowMultiplyAdd(n, latents, beta, dTheta, gb);
    }
    if (next != null) {
      next.reverse(n, alpha, beta, gTheta, gdTheta, null);
      Elementwise.add(count, gb, gTheta, gb);
      Elementwise.add(count, gdb, gdTheta, gdb);
    }
    byTheta(n, alpha, beta);
    encoder.reverse(n, gTheta, tangent ? gdTheta : null, gInput, tangent ? gdInput : null, null, 0);
    if (gx != null) {
      term.reverseTarget(n, alpha, beta, gx, gdx);
      Elementwise.axpy(n * units, 2, gInput, gx);
    }
    if (gdx != null && tangent) {
      Elementwise.axpy(n * units, 2, gdInput, gdx);
    }
  }

  /// Collects the cotangents of θ: through b, and beside it in b·θ − Σ softplus(θ).
  private void byTheta(int n, float[] alpha, float @Nullable [] beta) {
    if (beta == null) {
      relaxation.reverse(n, gb, gTheta);
      Elementwise.rowMultiplyAdd(n, latents, alpha, gap, gTheta);
      return;
    }
    relaxation.reverse(n, gb, gdb, gTheta, gdTheta);
    Elementwise.rowMultiplyAdd(n, latents, alpha, gap, gTheta);
    Elementwise.rowMultiplyAdd(n, latents, beta, gap, gdTheta);
    for (int row = 0; row < n; row++) {
      float weight = beta[row];
      for (int i = row * latents; i < (row + 1) * latents; i++) {
        float p = probability[i];
        gTheta[i] += weight * (db[i] - p * (1 - p) * dTheta[i]);
      }
    }
  }
}
