package voidscope.estimator;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Relaxation;
import voidscope.network.Dual;
import voidscope.network.OuterProducts;
import voidscope.network.ScaledNetwork;
import voidscope.simd.Elementwise;

/// Evaluates a [LearnedSurrogate].
final class LearnedEvaluation implements Surrogate.Evaluation {
  private final boolean relaxedInput;
  private final int width;
  private final ScaledNetwork network;
  private final @Nullable Dual inner;
  private final Relaxation relaxed;
  private final float[] input;
  private final float[] f;
  private final float[] gnet;
  private final float[] gdnet;
  private final float[] gy;
  private final float[] gdy;
  private final float[] spareZ;
  private final float[] spareDz;

  LearnedEvaluation(
      LearnedSurrogate surrogate,
      Shape shape,
      ScaledNetwork network,
      @Nullable Dual relaxedObjective) {
    relaxedInput = surrogate.relaxedInput();
    width = shape.distribution().width();
    int rows = shape.rows();
    int size = rows * width;
    this.network = network;
    inner = relaxedObjective;
    relaxed = shape.relaxable().relaxation(rows);
    input = new float[size];
    f = new float[rows];
    gnet = new float[size];
    gdnet = new float[size];
    gy = new float[size];
    gdy = new float[size];
    spareZ = new float[size];
    spareDz = new float[size];
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void keep(OuterProducts products) {
    network.keep(products);
  }

  @Override
  public void bind(State state, float[] context) {
    relaxed.temperature(state.values()[0]);
    network.bind(state.values(), 1, context);
  }

  private boolean relaxes() {
    return relaxedInput || inner != null;
  }

  @Override
  public void value(int n, float[] x, float[] y) {
    float[] soft = relaxes() ? relaxed.value(n, x) : x;
    if (relaxedInput) {
      Elementwise.affine(n * width, 2, soft, -1, input);
    }
    network.value(n, relaxedInput ? input : x, y);
    if (inner != null) {
      inner.value(n, soft, f);
      Elementwise.add(n, f, y, y);
    }
  }

  @Override
  public void tangent(int n, float[] dx, float[] dy) {
    float[] soft = relaxes() ? relaxed.tangent(n, dx) : dx;
    if (relaxedInput) {
      Elementwise.scale(n * width, 2, soft, gy);
    }
    network.tangent(n, relaxedInput ? gy : dx, dy);
    if (inner != null) {
      inner.tangent(n, soft, f);
      Elementwise.add(n, f, dy, dy);
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
    boolean wanted = gx != null || gdx != null;
    if (!relaxes()) {
      network.reverse(n, alpha, beta, gx, gdx, gphi);
      return;
    }
    if (relaxedInput || wanted) {
      network.reverse(n, alpha, beta, gnet, beta == null ? null : gdnet, gphi);
    } else {
      network.reverse(n, alpha, beta, null, null, gphi);
    }
    int count = n * width;
    toRelaxed(n, count, alpha, beta);
    float[] toZ = gx == null ? spareZ : gx;
    float[] toDz = gdx == null ? spareDz : gdx;
    float byTemperature =
        beta == null ? relaxed.reverse(n, gy, toZ) : relaxed.reverse(n, gy, gdy, toZ, toDz);
    if (gphi != null) {
      gphi[0] += byTemperature;
    }
    if (!relaxedInput && wanted) {
      Elementwise.add(count, gnet, toZ, toZ);
      if (beta != null) {
        Elementwise.add(count, gdnet, toDz, toDz);
      }
    }
  }

  /// Collects the cotangents of σ(z/λ), and of its tangent where there is one, in gy and gdy.
  private void toRelaxed(int n, int count, float[] alpha, float @Nullable [] beta) {
    if (inner == null) {
      Elementwise.scale(count, 2, gnet, gy);
      if (beta != null) {
        Elementwise.scale(count, 2, gdnet, gdy);
      }
      return;
    }
    inner.reverse(n, alpha, beta, gy, beta == null ? null : gdy, null);
    if (relaxedInput) {
      Elementwise.axpy(count, 2, gnet, gy);
      if (beta != null) {
        Elementwise.axpy(count, 2, gdnet, gdy);
      }
    }
  }
}
