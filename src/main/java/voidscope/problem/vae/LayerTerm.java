package voidscope.problem.vae;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.network.OuterProducts;
import voidscope.network.Perceptron;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// A layer's part of f as a function of its b, of the x that b explains, and of the logits θ of b,
/// with its tangent and reverse passes:
///
///     t(b, x, θ) = Σ softplus(l) − x·l + b·r(θ) + a(θ),   l = decoder(2b − 1)
///
/// where ratio r and constant a are those of [VaeLayer#against]. Everything may be soft. Scratch of
/// one thread; the passes follow each other as those of a [voidscope.network.Dual].
final class LayerTerm {
  private final Perceptron network;
  private final int latents;
  private final int units;
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
  private float[] target = {};
  private float[] ratio = {};
  private boolean sloped;

  /// Whether the gradient by b of the last value has been taken.
  private boolean been;

  /// @param network from D to the units of x
  /// @param latents D
  /// @param units numbers of an x
  LayerTerm(Perceptron network, int latents, int units, int maxRows) {
    this.network = network;
    this.latents = latents;
    this.units = units;
    input = new float[maxRows * latents];
    direction = new float[maxRows * latents];
    slope = new float[maxRows * units];
    softplus = new float[maxRows * units];
    gl = new float[maxRows * units];
    gdl = new float[maxRows * units];
    rows = new float[maxRows];
    ones = new float[maxRows * units];
    Arrays.fill(ones, 1);
  }

  /// Has large products of the decoder's gradient kept from now on.
  void keep(OuterProducts products) {
    network.keep(products);
  }

  /// Takes the decoder's parameters from here from now on.
  void bind(float[] model, int at) {
    network.bind(model, at);
  }

  /// The logits of x given b.
  ///
  /// @return N×units, the same array every time
  float[] logits(int n, float[] b) {
    Elementwise.affine(n * latents, 2, b, -1, input);
    logits = network.value(n, input);
    sloped = false;
    been = false;
    return logits;
  }

  /// The probabilities of x given b.
  ///
  /// @param out N×units, overwritten
  void probabilities(int n, float[] b, float[] out) {
    Functions.sigmoid(n * units, logits(n, b), out);
  }

  /// t.
  ///
  /// @param x N×units, read until the reverse pass
  /// @param r N×D, read until the reverse pass
  /// @param a N
  /// @param t N, overwritten
  void value(int n, float[] b, float[] x, float[] r, float[] a, float[] t) {
    target = x;
    ratio = r;
    logits(n, b);
    Functions.softplus(n * units, logits, softplus);
    Elementwise.rowDot(n, units, softplus, ones, t);
    Elementwise.rowDot(n, units, x, logits, rows);
    Elementwise.subtract(n, t, rows, t);
    Elementwise.rowDot(n, latents, b, ratio, rows);
    Elementwise.add(n, t, rows, t);
    Elementwise.add(n, t, a, t);
  }

  /// The derivative along b, θ held.
  ///
  /// @param dx along x as well, N×units; null: x is held
  void tangent(int n, float[] db, float @Nullable [] dx, float[] dt) {
    Elementwise.scale(n * latents, 2, db, direction);
    dLogits = network.tangent(n, direction);
    slope(n);
    Elementwise.rowDot(n, units, slope, dLogits, dt);
    if (dx != null) {
      Elementwise.rowDot(n, units, dx, logits, rows);
      Elementwise.subtract(n, dt, rows, dt);
    }
    Elementwise.rowDot(n, latents, db, ratio, rows);
    Elementwise.add(n, dt, rows, dt);
  }

  /// σ(l) − x, the derivative by l.
  private void slope(int n) {
    if (!sloped) {
      Functions.sigmoid(n * units, logits, slope);
      Elementwise.subtract(n * units, slope, target, slope);
      sloped = true;
    }
  }

  /// By b and its direction, θ held.
  ///
  /// @param dx the direction of x if it took part in the tangent
  /// @param gb overwritten; null: not wanted
  /// @param gdb overwritten; null: not wanted
  void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] dx,
      float @Nullable [] gb,
      float @Nullable [] gdb) {
    slope(n);
    if (beta == null) {
      if (gb != null) {
        // The gradient itself first: a later reverse of the tangent has use for it.
        network.reverse(n, slope, null, gb, null, null, 0);
        Elementwise.rowMultiply(n, latents, alpha, gb, gb);
        input(n, alpha, gb);
        been = true;
      }
      return;
    }
    cotangents(n, alpha, beta, dx);
    if (been) {
      network.reverseAgain(n, gl, gdl, beta, gb, gdb, null, 0);
    } else {
      Elementwise.rowMultiply(n, units, beta, slope, gdl);
      network.reverse(n, gl, gdl, gb, gdb, null, 0);
    }
    if (gb != null) {
      input(n, alpha, gb);
    }
    if (gdb != null) {
      input(n, beta, gdb);
    }
  }

  private void cotangents(int n, float[] alpha, float[] beta, float @Nullable [] dx) {
    Elementwise.rowMultiply(n, units, alpha, slope, gl);
    for (int row = 0; row < n; row++) {
      float weight = beta[row];
      for (int i = row * units; i < (row + 1) * units; i++) {
        float p = slope[i] + target[i];
        gl[i] += weight * (p * (1 - p)) * dLogits[i];
      }
      if (dx != null) {
        for (int i = row * units; i < (row + 1) * units; i++) {
          gl[i] -= weight * dx[i];
        }
      }
    }
  }

  /// The decoder reads 2b − 1, and b itself stands before the ratio.
  private void input(int n, float[] weight, float[] gb) {
    Elementwise.scale(n * latents, 2, gb, gb);
    Elementwise.rowMultiplyAdd(n, latents, weight, ratio, gb);
  }

  /// By x and its direction, which stand before the logits alone.
  ///
  /// @param gx N×units, overwritten
  /// @param gdx N×units, overwritten if there is a beta; null: not wanted
  void reverseTarget(
      int n, float[] alpha, float @Nullable [] beta, float[] gx, float @Nullable [] gdx) {
    Elementwise.scale(n, -1, alpha, rows);
    Elementwise.rowMultiply(n, units, rows, logits, gx);
    if (beta != null) {
      Elementwise.scale(n, -1, beta, rows);
      Elementwise.rowMultiplyAdd(n, units, rows, dLogits, gx);
      if (gdx != null) {
        Elementwise.rowMultiply(n, units, rows, logits, gdx);
      }
    }
  }

  /// Adds the gradient of weight·Σ t by the decoder, at the last value.
  ///
  /// @param gw as long as the model
  /// @param at where the decoder begins in it
  void model(int n, float weight, float[] gw, int at) {
    slope(n);
    Elementwise.scale(n * units, weight, slope, gl);
    network.reverse(n, gl, null, null, null, gw, at);
  }
}
