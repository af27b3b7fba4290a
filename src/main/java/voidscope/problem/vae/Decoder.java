package voidscope.problem.vae;

import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;
import voidscope.simd.Elementwise;

/// f of a [VaeLayer] as a function of its b, hard or soft, with its tangent and reverse passes: the
/// layer's own part, and what the further layers make of b, relaxed. Scratch of one thread.
final class Decoder implements Dual {
  private final VaeLayer layer;
  private final LayerTerm term;
  private final @Nullable RelaxedLayer next;
  private final float[] further;
  private final float[] g;
  private final float[] gd;

  Decoder(VaeLayer layer, int rows) {
    this.layer = layer;
    term =
        new LayerTerm(
            layer.vae().decoder(layer.index(), rows), layer.latents(), layer.units(), rows);
    next = layer.next() == null ? null : new RelaxedLayer(layer.next(), rows);
    int size = next == null ? 0 : rows * layer.latents();
    further = new float[rows];
    g = new float[size];
    gd = new float[size];
  }

  @Override
  public int width() {
    return layer.latents();
  }

  @Override
  public void value(int n, float[] b, float[] f) {
    term.bind(layer.batch().model(), layer.decoderAt());
    term.value(n, b, layer.x(), layer.ratio(), layer.constant(), f);
    if (next != null) {
      next.value(n, b, further);
      Elementwise.add(n, f, further, f);
    }
  }

  @Override
  public void tangent(int n, float[] db, float[] df) {
    term.tangent(n, db, null, df);
    if (next != null) {
      next.tangent(n, db, further);
      Elementwise.add(n, df, further, df);
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
    term.reverse(n, alpha, beta, null, gb, gdb);
    if (next == null) {
      return;
    }
    next.reverse(n, alpha, beta, g, gd, null);
    if (gb != null) {
      Elementwise.add(n * width(), gb, g, gb);
    }
    if (gdb != null && beta != null) {
      Elementwise.add(n * width(), gdb, gd, gdb);
    }
  }
}
