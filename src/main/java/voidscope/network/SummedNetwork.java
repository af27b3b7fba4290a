package voidscope.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Elementwise;

/// The sum of one network's outputs over the equal parts of a row, y = Σ_i net(x_i), or Σ_i
/// net(x_i, position_i): a function that no two parts enter together.
///
/// Rows of parts are the parts of rows in memory, so the network takes them as they are. It is
/// allocated for `maxRows`·`parts` rows; a scratch of one thread.
final class SummedNetwork implements ScaledNetwork {
  private final int parts;
  private final int width;
  private final ScaledNetwork network;
  private final float[] positions;

  /// By which a row is added up, and a number spread over a row.
  private final float[] ones;

  private final float[] each;
  private final float[] alphas;
  private final float[] betas;

  SummedNetwork(
      int inputs,
      int parts,
      boolean positioned,
      int depth,
      int hidden,
      Activation activation,
      int maxRows) {
    this.parts = parts;
    width = inputs;
    int rows = maxRows * parts;
    network = ScaledNetwork.of(inputs / parts, positioned ? 1 : 0, depth, hidden, activation, rows);
    positions = new float[positioned ? rows : 0];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = parts == 1 ? 0 : 2f * (i % parts) / (parts - 1) - 1;
    }
    ones = new float[rows];
    Arrays.fill(ones, 1);
    each = new float[rows];
    alphas = new float[rows];
    betas = new float[rows];
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  @Override
  public void initialize(float[] phi, int offset, RandomStream stream) {
    network.initialize(phi, offset, stream);
  }

  /// The rows' context is not read.
  @Override
  public void bind(float[] phi, int offset, float[] context) {
    network.bind(phi, offset, positions);
  }

  @Override
  public void value(int n, float[] x, float[] y) {
    network.value(n * parts, x, each);
    Elementwise.rowDot(n, parts, each, ones, y);
  }

  @Override
  public void tangent(int n, float[] dx, float[] dy) {
    network.tangent(n * parts, dx, each);
    Elementwise.rowDot(n, parts, each, ones, dy);
  }

  @Override
  public void reverse(
      int n,
      float[] alpha,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gphi) {
    Elementwise.rowMultiply(n, parts, alpha, ones, alphas);
    if (beta != null) {
      Elementwise.rowMultiply(n, parts, beta, ones, betas);
    }
    network.reverse(n * parts, alphas, beta == null ? null : betas, gx, gdx, gphi);
  }
}
