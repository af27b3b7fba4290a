package voidscope.simd;

import voidscope.thread.ThreadTeam;

/// A large product of matrices, which idle members of the team share by columns of C: an element is
/// computed in the same way whoever does it. There is one a thread, made when it first shares or
/// helps; a product allocates nothing after that.
final class SharedProduct {
  /// Multiplications from which on a part pays.
  private static final int PART = 1 << 18;

  private static final ThreadLocal<SharedProduct> OWN = ThreadLocal.withInitial(SharedProduct::new);

  private static final float[] NONE = {};

  private final float[] scratch = new float[Blocks.SCRATCH];
  private final SharedRange range = new SharedRange(this::columns);
  private boolean dots;
  private int m;
  private int k;
  private int n;
  private float[] a = NONE;
  private int aAt;
  private int row;
  private int step;
  private float[] b = NONE;
  private int bAt;
  private int down;
  private int right;
  private float[] c = NONE;
  private int cAt;

  private SharedProduct() {}

  /// Whether a product is large enough to be shared and somebody is idle.
  static boolean pays(int m, int k, int n) {
    return (long) m * k * n >= 2 * PART && ThreadTeam.hands() > 1;
  }

  /// [Blocks#add(int, int, int, float[], int, int, int, float[], int, int, int, float[], int,
  /// float[])], shared.
  static void blocks(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      int row,
      int step,
      float[] b,
      int bAt,
      int down,
      int right,
      float[] c,
      int cAt) {
    int strip = Tiling.chosen().shape().vectors() * Lanes.LENGTH;
    OWN.get().add(false, strip, m, k, n, a, aAt, row, step, b, bAt, down, right, c, cAt);
  }

  /// [Product#dots], shared.
  static void dots(
      int m, int k, int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    OWN.get().add(true, Lanes.VIRTUAL, m, k, n, a, aAt, k, 1, b, bAt, 1, k, c, cAt);
  }

  private void add(
      boolean byDots,
      int strip,
      int rows,
      int terms,
      int columns,
      float[] left,
      int leftAt,
      int leftRow,
      int leftStep,
      float[] by,
      int byAt,
      int byDown,
      int byRight,
      float[] to,
      int toAt) {
    dots = byDots;
    m = rows;
    k = terms;
    n = columns;
    a = left;
    aAt = leftAt;
    row = leftRow;
    step = leftStep;
    b = by;
    bAt = byAt;
    down = byDown;
    right = byRight;
    c = to;
    cAt = toAt;
    long work = (long) rows * terms * strip;
    range.over(0, columns, strip * (int) ((PART + work - 1) / work));
    a = NONE;
    b = NONE;
    c = NONE;
  }

  /// Works on some columns of C, on any thread, with that one's scratch.
  private void columns(int from, int to) {
    float[] own = OWN.get().scratch;
    if (dots) {
      Product.dots(m, k, n, a, aAt, b, bAt, c, cAt, from, to, own);
    } else {
      int at = bAt + from * right;
      Blocks.add(
          Tiling.chosen(),
          m,
          k,
          to - from,
          a,
          aAt,
          row,
          step,
          b,
          at,
          down,
          right,
          c,
          cAt + from,
          n,
          own);
    }
  }
}
