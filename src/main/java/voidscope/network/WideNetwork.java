package voidscope.network;

import org.jspecify.annotations.Nullable;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// A [ScaledNetwork] on the matrix products of a [Perceptron]. Scratch of one thread.
final class WideNetwork implements ScaledNetwork {
  private static final float[] UNBOUND = {};

  private final Perceptron perceptron;
  private final int inputs;
  private final float[] g;
  private final float[] gd;
  private float[] phi = UNBOUND;
  private float[] context = UNBOUND;
  private float[] out = UNBOUND;
  private float[] dout = UNBOUND;
  private int offset;

  /// Whether the gradient of the last value has been taken.
  private boolean been;

  WideNetwork(
      int inputs, int contextWidth, int depth, int hidden, Activation activation, int maxRows) {
    this.inputs = inputs;
    perceptron = new Perceptron(inputs, contextWidth, depth, hidden, 1, activation, maxRows);
    g = new float[maxRows];
    gd = new float[maxRows];
  }

  @Override
  public int width() {
    return inputs;
  }

  @Override
  public void keep(OuterProducts products) {
    perceptron.keep(products);
  }

  @Override
  public int parameters() {
    return perceptron.parameters() + 1;
  }

  @Override
  public void initialize(float[] to, int at, RandomStream stream) {
    perceptron.initialize(to, at, stream);
    to[at + perceptron.parameters()] = 0;
  }

  @Override
  public void bind(float[] parameters, int at, float[] under) {
    phi = parameters;
    offset = at;
    context = under;
    perceptron.bind(parameters, at);
  }

  private int scaleAt() {
    return offset + perceptron.parameters();
  }

  @Override
  public void value(int n, float[] x, float[] y) {
    out = perceptron.value(n, x, context);
    been = false;
    Elementwise.scale(n, phi[scaleAt()], out, y);
  }

  @Override
  public void tangent(int n, float[] dx, float[] dy) {
    dout = perceptron.tangent(n, dx);
    Elementwise.scale(n, phi[scaleAt()], dout, dy);
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    float scale = phi[scaleAt()];
    if (beta == null && gphi == null && gx != null) {
      // The gradient itself first: a later reverse of the tangent has use for it.
      Elementwise.fill(n, scale, g);
      perceptron.reverse(n, g, null, gx, null, null, 0);
      Elementwise.rowMultiply(n, inputs, alpha, gx, gx);
      been = true;
      return;
    }
    Elementwise.scale(n, scale, alpha, g);
    if (gphi != null) {
      gphi[scaleAt()] += Reduce.dot(n, alpha, out);
    }
    if (beta == null) {
      perceptron.reverse(n, g, null, gx, gdx, gphi, offset);
      return;
    }
    Elementwise.scale(n, scale, beta, gd);
    if (gphi != null) {
      gphi[scaleAt()] += Reduce.dot(n, beta, dout);
    }
    if (been) {
      perceptron.reverseAgain(n, zero(n, alpha) ? null : g, gd, beta, gx, gdx, gphi, offset);
    } else {
      perceptron.reverse(n, g, gd, gx, gdx, gphi, offset);
    }
  }

  private static boolean zero(int n, float[] values) {
    for (int i = 0; i < n; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
