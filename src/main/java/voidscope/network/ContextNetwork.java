package voidscope.network;

import org.jspecify.annotations.Nullable;
import voidscope.random.RandomStream;

/// An [Mlp] that reads each row's input followed by its context; derivatives are those of the
/// input.
final class ContextNetwork implements ScaledNetwork {
  private final Mlp network;
  private final int width;
  private final int contextWidth;
  private final float[] x;
  private final float[] dx;
  private final float[] gx;
  private final float[] gdx;
  private float[] context = {};

  /// @param width D
  /// @param contextWidth C
  ContextNetwork(Mlp network, int rows, int width, int contextWidth) {
    this.network = network;
    this.width = width;
    this.contextWidth = contextWidth;
    int size = rows * (width + contextWidth);
    x = new float[size];
    dx = new float[size];
    gx = new float[size];
    gdx = new float[size];
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  @Override
  public void initialize(float[] phi, int offset, RandomStream stream) {
    network.initialize(phi, offset, stream);
  }

  @Override
  public void bind(float[] phi, int offset, float[] under) {
    network.bind(phi, offset);
    context = under;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void value(int n, float[] at, float[] y) {
    int wide = width + contextWidth;
    for (int i = 0; i < n; i++) {
      System.arraycopy(at, i * width, x, i * wide, width);
      System.arraycopy(context, i * contextWidth, x, i * wide + width, contextWidth);
    }
    network.value(n, x, y);
  }

  @Override
  public void tangent(int n, float[] along, float[] dy) {
    int wide = width + contextWidth;
    for (int i = 0; i < n; i++) {
      System.arraycopy(along, i * width, dx, i * wide, width);
    }
    network.tangent(n, dx, dy);
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] toX,
      float @Nullable [] toDx,
      float @Nullable [] gphi) {
    network.reverse(n, alpha, beta, toX == null ? null : gx, toDx == null ? null : gdx, gphi);
    narrow(n, gx, toX);
    narrow(n, gdx, toDx);
  }

  private void narrow(int n, float[] wideRows, float @Nullable [] rows) {
    if (rows == null) {
      return;
    }
    int wide = width + contextWidth;
    for (int i = 0; i < n; i++) {
      System.arraycopy(wideRows, i * wide, rows, i * width, width);
    }
  }
}
