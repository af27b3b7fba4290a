package voidscope.simd;

import voidscope.thread.ThreadTeam;

/// A large product of matrices, which idle members of the team share: by columns of C, or by rows
/// where they are those of Aᵀ, of which each part then copies its own. An element is computed in
/// the same way whoever does it. There is one a thread, made when it first shares or helps; a
/// product allocates nothing after that.
final class SharedProduct {
  /// Multiplications from which on a part pays.
  private static final int PART = 1 << 18;

  private static final ThreadLocal<SharedProduct> OWN = ThreadLocal.withInitial(SharedProduct::new);

  private static final float[] NONE = {};

  private final float[] scratch = new float[Blocks.SCRATCH];
  private final SharedRange range = new SharedRange(this::part);
  private boolean dots;
  private boolean byRows;
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
    Tiling.Shape shape = Tiling.chosen().shape();
    boolean byRows = step > 1;
    int tile = byRows ? shape.rows() : shape.vectors() * Lanes.LENGTH;
    OWN.get().add(false, byRows, tile, m, k, n, a, aAt, row, step, b, bAt, down, right, c, cAt);
  }

  /// [Product#dots], shared.
  static void dots(
      int m, int k, int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
    OWN.get().add(true, false, Lanes.VIRTUAL, m, k, n, a, aAt, k, 1, b, bAt, 1, k, c, cAt);
  }

  private void add(
      boolean dots,
      boolean byRows,
      int tile,
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
    this.dots = dots;
    this.byRows = byRows;
    this.m = m;
    this.k = k;
    this.n = n;
    this.a = a;
    this.aAt = aAt;
    this.row = row;
    this.step = step;
    this.b = b;
    this.bAt = bAt;
    this.down = down;
    this.right = right;
    this.c = c;
    this.cAt = cAt;
    long work = (long) (byRows ? n : m) * k * tile;
    range.over(0, byRows ? m : n, tile * (int) ((PART + work - 1) / work));
    this.a = NONE;
    this.b = NONE;
    this.c = NONE;
  }

  /// Works on some rows or columns of C, on any thread, with that one's scratch.
  private void part(int from, int to) {
    int i = byRows ? from : 0;
    int j = byRows ? 0 : from;
    int rows = byRows ? to - from : m;
    int columns = byRows ? n : to - from;
    int p = aAt + i * row;
    int q = bAt + j * right;
    int r = cAt + i * n + j;
    float[] own = OWN.get().scratch;
    if (dots) {
      Product.dots(rows, k, columns, a, p, b, q, c, r, n, own);
    } else {
      Tiling tiling = Tiling.chosen();
      Blocks.add(tiling, rows, k, columns, a, p, row, step, b, q, down, right, c, r, n, own);
    }
  }
}
