package voidscope.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;
import voidscope.network.Perceptron;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// f of a [Vae]'s batch as a function of b, hard or soft, with its tangent and reverse passes:
///
///     f(b) = Σ softplus(l) − x·l + b·(θ − π) + Σ softplus(π) − Σ softplus(θ),   l = decoder(2b − 1)
///
/// with the prior's logits π. Scratch of one thread.
final class Decoder implements Dual {
  private final VaeBatch batch;
  private final Perceptron network;
  private final int latents;
  private final int pixels;
  private final float[] input;
  private final float[] direction;
  private final float[] slope;
  private final float[] softplus;
  private final float[] ones;
  private final float[] rows;
  private final float[] gl;
  private final float[] gdl;
  private float[] logits = {};
  private float[] dLogits = {};
  private boolean sloped;

  Decoder(Vae vae, VaeBatch batch, int maxRows) {
    this.batch = batch;
    network = vae.decoder(maxRows);
    latents = vae.latents();
    pixels = vae.pixels();
    input = new float[maxRows * latents];
    direction = new float[maxRows * latents];
    slope = new float[maxRows * pixels];
    softplus = new float[maxRows * pixels];
    gl = new float[maxRows * pixels];
    gdl = new float[maxRows * pixels];
    rows = new float[maxRows];
    ones = new float[maxRows * pixels];
    Arrays.fill(ones, 1);
  }

  @Override
  public int width() {
    return latents;
  }

  /// The pixels' probabilities given b.
  ///
  /// @param out N×pixels, overwritten
  void probabilities(int n, float[] b, float[] out) {
    decode(n, b);
    Functions.sigmoid(n * pixels, logits, out);
  }

  private void decode(int n, float[] b) {
    for (int i = 0; i < n * latents; i++) {
      input[i] = 2 * b[i] - 1;
    }
    network.bind(batch.model(), batch.decoderAt());
    logits = network.value(n, input);
    sloped = false;
  }

  @Override
  public void value(int n, float[] b, float[] f) {
    decode(n, b);
    int count = n * pixels;
    Functions.softplus(count, logits, softplus);
    Elementwise.rowDot(n, pixels, softplus, ones, f);
    Elementwise.rowDot(n, pixels, batch.x(), logits, rows);
    Elementwise.subtract(n, f, rows, f);
    Elementwise.rowDot(n, latents, b, batch.ratio(), rows);
    Elementwise.add(n, f, rows, f);
    Elementwise.add(n, f, batch.constant(), f);
  }

  @Override
  public void tangent(int n, float[] db, float[] df) {
    Elementwise.scale(n * latents, 2, db, direction);
    dLogits = network.tangent(n, direction);
    slope(n);
    Elementwise.rowDot(n, pixels, slope, dLogits, df);
    Elementwise.rowDot(n, latents, db, batch.ratio(), rows);
    Elementwise.add(n, df, rows, df);
  }

  /// σ(l) − x, the derivative by the pixels' logits.
  private void slope(int n) {
    if (!sloped) {
      Functions.sigmoid(n * pixels, logits, slope);
      Elementwise.subtract(n * pixels, slope, batch.x(), slope);
      sloped = true;
    }
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gb,
      float @Nullable [] gdb,
      float @Nullable [] gphi) {
    slope(n);
    cotangents(n, alpha, beta);
    network.reverse(n, gl, beta == null ? null : gdl, gb, gdb, null, 0);
    if (gb != null) {
      input(n, alpha, gb);
    }
    if (gdb != null && beta != null) {
      input(n, beta, gdb);
    }
  }

  private void cotangents(int n, float[] alpha, float @Nullable [] beta) {
    Elementwise.rowMultiply(n, pixels, alpha, slope, gl);
    if (beta != null) {
      Elementwise.rowMultiply(n, pixels, beta, slope, gdl);
      float[] x = batch.x();
      for (int row = 0; row < n; row++) {
        float weight = beta[row];
        for (int i = row * pixels; i < (row + 1) * pixels; i++) {
          float p = slope[i] + x[i];
          gl[i] += weight * (p * (1 - p)) * dLogits[i];
        }
      }
    }
  }

  /// The decoder reads 2b − 1, and b itself stands before θ − π.
  private void input(int n, float[] weight, float[] gb) {
    Elementwise.scale(n * latents, 2, gb, gb);
    Elementwise.rowMultiplyAdd(n, latents, weight, batch.ratio(), gb);
  }

  /// Adds the gradient of weight·Σ f by the decoder and the prior, at the last value.
  ///
  /// @param gw as long as the model
  void model(int n, float weight, float[] gw) {
    slope(n);
    Elementwise.scale(n * pixels, weight, slope, gl);
    network.reverse(n, gl, null, null, null, gw, batch.decoderAt());
    batch.prior(n, input, weight, gw);
  }
}
