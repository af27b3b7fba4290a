package voidscope.estimator;

import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;
import voidscope.network.ScaledNetwork;

/// A network that reads each row's input followed by its context; derivatives are those of the
/// input.
final class ContextNetwork implements Dual {
  private final ScaledNetwork network;
  private final int width;
  private final int contextWidth;
  private final float[] x;
  private final float[] dx;
  private final float[] gx;
  private final float[] gdx;
  private float[] context = {};

  /// @param width D
  /// @param contextWidth C
  ContextNetwork(ScaledNetwork network, int rows, int width, int contextWidth) {
    this.network = network;
    this.width = width;
    this.contextWidth = contextWidth;
    int size = contextWidth == 0 ? 0 : rows * (width + contextWidth);
    x = new float[size];
    dx = new float[size];
    gx = new float[size];
    gdx = new float[size];
  }

  void bind(float[] phi, int offset, float[] newContext) {
    network.bind(phi, offset);
    context = newContext;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void value(int n, float[] at, float[] y) {
    if (contextWidth == 0) {
      network.value(n, at, y);
      return;
    }
    int wide = width + contextWidth;
    for (int i = 0; i < n; i++) {
      System.arraycopy(at, i * width, x, i * wide, width);
      System.arraycopy(context, i * contextWidth, x, i * wide + width, contextWidth);
    }
    network.value(n, x, y);
  }

  @Override
  public void tangent(int n, float[] along, float[] dy) {
    if (contextWidth == 0) {
      network.tangent(n, along, dy);
      return;
    }
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
    if (contextWidth == 0) {
      network.reverse(n, alpha, beta, toX, toDx, gphi);
      return;
    }
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
