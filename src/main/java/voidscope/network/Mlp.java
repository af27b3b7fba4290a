package voidscope.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Dense;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;
import voidscope.simd.Shallow;

/// A perceptron with hidden layers of equal size and one output, y = s·(w·h + c), where the scale s
/// is a parameter.
///
/// With a = Wx + b, h = act(a) the tangent is ȧ = Wẋ, ḣ = act'(a)·ȧ, and the reverse of both
/// together goes back through [Activation#reverse]. The parameters lie one after another in an
/// array of the caller's: a layer's weights (input-major), then its biases, at the end the scale.
/// It begins at 0, so that an untrained network is silent.
///
/// Scratch for `maxRows` rows is allocated once, so an instance belongs to one thread and no pass
/// allocates.
public final class Mlp implements ScaledNetwork {
  private static final float[] UNBOUND = {};

  private final int inputs;
  private final int depth;
  private final int hidden;
  private final Activation activation;
  private final int maxRows;

  private float[] phi = UNBOUND;
  private int offset;

  /// Feature-major: the input and its direction, then activations, and the tangents of
  /// pre-activations and activations, a hidden layer.
  private final float[] x;

  private final float[] dx;
  private final float[][] h;
  private final float[][] da;
  private final float[][] dh;
  private final float[] out;
  private final float[] dout;

  /// Cotangents of the layer in hand and of the one before it, then the same for the tangents.
  private float[] g;

  private float[] gBefore;
  private float[] gd;
  private float[] gdBefore;

  /// A network of `depth` hidden layers with `hidden` units each; depth 0 is linear.
  public Mlp(int inputs, int depth, int hidden, Activation activation, int maxRows) {
    this.inputs = inputs;
    this.depth = depth;
    this.hidden = hidden;
    this.activation = activation;
    this.maxRows = maxRows;
    int widest = Math.max(inputs, depth == 0 ? 1 : hidden);
    x = new float[inputs * maxRows];
    dx = new float[inputs * maxRows];
    h = new float[depth][whole(hidden * maxRows)];
    da = new float[depth][whole(hidden * maxRows)];
    dh = new float[depth][whole(hidden * maxRows)];
    out = new float[maxRows];
    dout = new float[maxRows];
    g = new float[whole(widest * maxRows)];
    gBefore = new float[whole(widest * maxRows)];
    gd = new float[whole(widest * maxRows)];
    gdBefore = new float[whole(widest * maxRows)];
  }

  @Override
  public int width() {
    return inputs;
  }

  @Override
  public int parameters() {
    int count = 1;
    for (int layer = 0; layer <= depth; layer++) {
      count += (in(layer) + 1) * units(layer);
    }
    return count;
  }

  @Override
  public void initialize(float[] phi, int offset, RandomStream stream) {
    Arrays.fill(phi, offset, offset + parameters(), 0f);
    int at = offset;
    for (int layer = 0; layer <= depth; layer++) {
      int weights = in(layer) * units(layer);
      float[] u = new float[weights];
      stream.uniform(0, layer, weights, u);
      float limit = (float) Math.sqrt(6.0 / (in(layer) + units(layer)));
      for (int i = 0; i < weights; i++) {
        phi[at + i] = limit * (2f * u[i] - 1f);
      }
      at += weights + units(layer);
    }
  }

  /// There is no context.
  @Override
  public void bind(float[] phi, int offset, float[] context) {
    bind(phi, offset);
  }

  /// Takes the parameters from `phi[offset..]` from now on; the array is not copied.
  public void bind(float[] phi, int offset) {
    this.phi = phi;
    this.offset = offset;
  }

  @Override
  public void value(int n, float[] x, float[] y) {
    if (n > maxRows) {
      throw new IllegalArgumentException(n + " rows in a network made for " + maxRows);
    }
    Elementwise.transpose(n, inputs, x, this.x);
    if (shallow(n)) {
      Shallow.value(n, hidden, phi, offset, x, h[0], out);
      Elementwise.scale(n, phi[offset + parameters() - 1], out, y);
      return;
    }
    float[] from = this.x;
    int at = offset;
    for (int layer = 0; layer < depth; layer++) {
      int weights = in(layer) * hidden;
      Dense.forward(n, in(layer), hidden, phi, at, at + weights, from, h[layer]);
      activation.value(whole(n * hidden), h[layer], h[layer]);
      from = h[layer];
      at += weights + hidden;
    }
    int last = in(depth);
    Dense.forward(n, last, 1, phi, at, at + last, from, out);
    Elementwise.scale(n, phi[at + last + 1], out, y);
  }

  @Override
  public void tangent(int n, float[] dx, float[] dy) {
    Elementwise.transpose(n, inputs, dx, this.dx);
    if (n == 1 && shallow(1)) {
      dout[0] = Shallow.tangent(hidden, phi, offset, dx[0], h[0], da[0], dh[0]);
      dy[0] = phi[offset + parameters() - 1] * dout[0];
      return;
    }
    float[] from = this.dx;
    int at = offset;
    for (int layer = 0; layer < depth; layer++) {
      Dense.forward(n, in(layer), hidden, phi, at, -1, from, da[layer]);
      activation.tangent(whole(n * hidden), h[layer], da[layer], dh[layer]);
      from = dh[layer];
      at += (in(layer) + 1) * hidden;
    }
    int last = in(depth);
    Dense.forward(n, last, 1, phi, at, -1, from, dout);
    Elementwise.scale(n, phi[at + last + 1], dout, dy);
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    int scaleAt = offset + parameters() - 1;
    float scale = phi[scaleAt];
    Elementwise.scale(n, scale, alpha, g);
    if (gphi != null) {
      gphi[scaleAt] += Reduce.dot(n, alpha, out);
    }
    if (beta != null) {
      Elementwise.scale(n, scale, beta, gd);
      if (gphi != null) {
        gphi[scaleAt] += Reduce.dot(n, beta, dout);
      }
    }
    if (shallow(n) && reversed(n, beta != null, gx, gdx, gphi)) {
      return;
    }
    int at = scaleAt;
    for (int layer = depth; layer > 0; layer--) {
      at -= (in(layer) + 1) * units(layer);
      weights(n, layer, at, beta != null, gphi);
      before(n, layer, at, beta != null);
    }
    at = offset;
    weights(n, 0, at, beta != null, gphi);
    if (gx != null) {
      Dense.reverseInput(n, inputs, units(0), phi, at, g, gBefore);
      Elementwise.transpose(inputs, n, gBefore, gx);
    }
    if (gdx != null && beta != null) {
      Dense.reverseInput(n, inputs, units(0), phi, at, gd, gdBefore);
      Elementwise.transpose(inputs, n, gdBefore, gdx);
    }
  }

  /// Whether there are passes in one go.
  private boolean shallow(int n) {
    return inputs == 1
        && depth == 1
        && activation == Activation.TANH
        && Shallow.takes(n, hidden, phi.length, offset);
  }

  /// Goes back in one go where there is such a pass: for the input alone, and for everything of one
  /// sample.
  ///
  /// @return whether there was
  private boolean reversed(
      int n,
      boolean tangent,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    if (!tangent && gphi == null) {
      if (gx != null) {
        Shallow.reverseInput(n, hidden, phi, offset, g, h[0], gx);
      }
      return true;
    }
    if (n > 1 || !tangent || gphi == null) {
      return false;
    }
    Shallow.reverse(
        hidden, phi, offset, x[0], dx[0], h[0], da[0], dh[0], g[0], gd[0], gphi, gx, gdx);
    return true;
  }

  /// Adds the layer's parameter gradients: the value's part, and the tangent's, which no bias takes
  /// part in.
  private void weights(int n, int layer, int at, boolean tangent, float @Nullable [] gphi) {
    if (gphi != null) {
      int in = in(layer);
      int units = units(layer);
      Dense.reverseWeights(
          n, in, units, layer == 0 ? x : h[layer - 1], g, gphi, at, at + in * units);
      if (tangent) {
        Dense.reverseWeights(n, in, units, layer == 0 ? dx : dh[layer - 1], gd, gphi, at, -1);
      }
    }
  }

  /// Carries the cotangents back through the layer's weights and the activation before it.
  private void before(int n, int layer, int at, boolean tangent) {
    int size = whole(n * hidden);
    Dense.reverseInput(n, hidden, units(layer), phi, at, g, gBefore);
    float[] to = gBefore;
    gBefore = g;
    g = to;
    if (tangent) {
      Dense.reverseInput(n, hidden, units(layer), phi, at, gd, gdBefore);
      float[] dTo = gdBefore;
      gdBefore = gd;
      gd = dTo;
      activation.reverse(size, h[layer - 1], da[layer - 1], g, gd, g, gd);
    } else {
      activation.reverseValue(size, h[layer - 1], g, g);
    }
  }

  /// The scratch arrays are made of whole vectors, so that an activation has no remainder: what
  /// stands past the last element is some finite number that nobody reads.
  private static int whole(int count) {
    return (count + 15) & -16;
  }

  private int in(int layer) {
    return layer == 0 ? inputs : hidden;
  }

  private int units(int layer) {
    return layer == depth ? 1 : hidden;
  }
}
