package voidscope.simd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The tiles that products of large matrices are worked on with: a shape, and its kernels, which
/// are written when they are first asked for. All threads share them; no shape shows in the bits.
///
/// Which shape is fastest depends on the processor: on how many registers it has, and on what a
/// load that crosses a cache line costs. The first of [#SHAPES] is in use until [#measure] has
/// found a better one.
final class Tiling {
  /// How many sums a tile keeps in registers.
  ///
  /// @param rows of C
  /// @param vectors wide
  record Shape(int rows, int vectors) {
    @Override
    public String toString() {
      return rows + "×" + vectors;
    }
  }

  /// What is chosen among: those that fit 32 registers, and those that fit 16, or 32 after all.
  static final List<Shape> SHAPES =
      Lanes.FEW_REGISTERS
          ? List.of(new Shape(5, 2), new Shape(4, 2), new Shape(12, 2), new Shape(6, 4))
          : List.of(new Shape(12, 2), new Shape(8, 3), new Shape(6, 4), new Shape(4, 4));

  /// By how much another shape must be faster than the first to be taken: less is chance.
  private static final double MARGIN = 1.05;

  /// Rows and terms of the product that is measured, and its columns in vectors: even for every
  /// shape, and small enough for the nearest memory.
  private static final int ROWS = 120;

  private static final int TERMS = 64;
  private static final int VECTORS = 12;

  /// Calls after which the JVM has compiled a kernel, and the time that is left to it at most.
  private static final int CALLS = 400;

  private static final long PATIENCE_NANOS = 2_000_000_000L;

  /// Times that a shape is measured, and calls each.
  private static final int TIMES = 11;

  private static final int EACH = 20;

  private static final Tiling FIRST = new Tiling(SHAPES.getFirst());

  /// What was found to be the fastest; null until it is.
  private static final AtomicReference<@Nullable Tiling> FASTEST = new AtomicReference<>();

  private final Shape shape;
  private final AtomicReferenceArray<Tile> kernels;

  Tiling(Shape shape) {
    this.shape = shape;
    kernels = new AtomicReferenceArray<>(shape.rows * shape.vectors);
  }

  /// The tiles in use.
  static Tiling chosen() {
    Tiling fastest = FASTEST.get();
    return fastest == null ? FIRST : fastest;
  }

  /// Whether the shape in use was found to be the fastest.
  static boolean measured() {
    return FASTEST.get() != null;
  }

  /// Finds the fastest shape for this processor and takes it from now on: for a background thread,
  /// as each shape must be compiled first. The measurement itself takes some milliseconds. Shapes
  /// take turns, and the least time of each counts: others compute meanwhile.
  static void measure() {
    List<Tiling> tilings = new ArrayList<>(List.of(FIRST));
    SHAPES.subList(1, SHAPES.size()).forEach(shape -> tilings.add(new Tiling(shape)));
    List<Trial> trials = tilings.stream().map(tiling -> tiling.new Trial()).toList();
    trials.forEach(Trial::warm);
    long[] nanos = new long[trials.size()];
    Arrays.fill(nanos, Long.MAX_VALUE);
    for (int time = 0; time < TIMES; time++) {
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = Math.min(nanos[i], trials.get(i).nanos());
      }
    }
    FASTEST.set(tilings.get(fastest(nanos)));
  }

  /// The one that took the least time, the first unless another is faster by more than chance.
  static int fastest(long[] nanos) {
    int best = 0;
    double least = nanos[0] / MARGIN;
    for (int i = 1; i < nanos.length; i++) {
      if (nanos[i] < least) {
        best = i;
        least = nanos[i];
      }
    }
    return best;
  }

  /// Has the kernels of whole tiles compiled.
  void warm() {
    new Trial().warm();
  }

  /// The product that is measured.
  private final class Trial {
    private final int n = VECTORS * Lanes.LENGTH;
    private final float[] a = new float[ROWS * TERMS];
    private final float[] b = new float[TERMS * n];
    private final float[] c = new float[ROWS * n];
    private final float[] scratch = new float[Blocks.SCRATCH];

    void warm() {
      long end = System.nanoTime() + PATIENCE_NANOS;
      for (int call = 0; call < CALLS && System.nanoTime() < end; call++) {
        add(4);
      }
    }

    /// What some of them take.
    long nanos() {
      long begin = System.nanoTime();
      for (int call = 0; call < EACH; call++) {
        add(TERMS);
      }
      return System.nanoTime() - begin;
    }

    private void add(int terms) {
      Blocks.add(Tiling.this, ROWS, terms, n, a, 0, TERMS, 1, b, 0, n, 1, c, 0, n, scratch);
    }
  }

  Shape shape() {
    return shape;
  }

  /// The kernel of a tile that is no larger than the shape.
  Tile kernel(int rows, int vectors) {
    int at = (rows - 1) * shape.vectors + vectors - 1;
    Tile kernel = kernels.getAcquire(at);
    if (kernel != null) {
      return kernel;
    }
    Tile written = TileWriter.write(rows, vectors);
    Tile before = kernels.compareAndExchange(at, null, written);
    return before == null ? written : before;
  }
}
