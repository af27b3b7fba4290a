package voidscope.simd;

/// Products of matrices large enough that what they wait for is memory: A is copied a band of rows
/// at a time, so that a tile reads it at fixed distances, and B, where its rows are to be columns,
/// a strip as wide as a tile. Other B's are read where they lie: a copy costs a training step more
/// than it saves. The inner index is taken in blocks that the nearest memory holds; each element's
/// chain goes on from block to block, so none of this shows in the bits.
final class Blocks {
  private static final int L = Lanes.LENGTH;

  /// Rows of A that are copied at once, at most: a multiple of what the usual tiles have.
  private static final int BAND = 120;

  /// Columns of the widest tile.
  static final int WIDEST = 64;

  /// Where the strip of B begins in the scratch, behind a vector's room: the last vector of a strip
  /// may begin before it.
  private static final int STRIP = BAND * Tile.ROOM + L;

  /// Floats of scratch.
  static final int SCRATCH = STRIP + Tile.TERMS * WIDEST;

  private Blocks() {}

  /// C += A·B, Aᵀ·B or A·Bᵀ, as [Product] has it, by the tiles in use; n at least a vector.
  ///
  /// @param row what the index of A grows by from one row of C to the next
  /// @param step what it grows by from one term to the next
  /// @param down what that of B grows by from one term to the next
  /// @param right what it grows by from one column to the next
  static void add(
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
      int cAt,
      float[] scratch) {
    if (SharedProduct.pays(m, k, n)) {
      SharedProduct.blocks(m, k, n, a, aAt, row, step, b, bAt, down, right, c, cAt);
    } else {
      add(Tiling.chosen(), m, k, n, a, aAt, row, step, b, bAt, down, right, c, cAt, n, scratch);
    }
  }

  /// The same, by the calling thread alone and by tiles of one's choice.
  ///
  /// @param stride what the index of C grows by from one row to the next
  static void add(
      Tiling tiling,
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
      int cAt,
      int stride,
      float[] scratch) {
    Tiling.Shape shape = tiling.shape();
    int band = band(m, shape.rows());
    for (int i0 = 0; i0 < m; i0 += band) {
      int height = Math.min(band, m - i0);
      for (int k0 = 0; k0 < k; k0 += Tile.TERMS) {
        int terms = Math.min(Tile.TERMS, k - k0);
        copyLeft(height, terms, a, aAt + i0 * row + k0 * step, row, step, scratch);
        int to;
        for (int column = 0; column < n; column = to) {
          to = Math.min(n, column + shape.vectors() * L);
          int vectors = (to - column + L - 1) / L;
          int last = to - column - L;
          int from = bAt + k0 * down + column * right;
          float[] x = b;
          int next = down;
          if (right > 1) {
            copyRight(vectors, last, terms, b, from, right, scratch);
            x = scratch;
            from = STRIP;
            next = vectors * L;
          }
          int tiles;
          int rows;
          for (int i = 0; i < height; i += tiles * rows) {
            rows = Math.min(shape.rows(), height - i);
            tiles = (height - i) / rows;
            Tile tile = tiling.kernel(rows, vectors);
            int r = cAt + (i0 + i) * stride + column;
            tile.run(tiles, terms, stride, last, scratch, i * Tile.ROOM, x, from, next, c, r);
          }
        }
      }
    }
  }

  /// Rows of a band, whole tiles: as few bands as can be, of about the same height.
  private static int band(int m, int rows) {
    int most = BAND / rows;
    int tiles = (m + rows - 1) / rows;
    int bands = (tiles + most - 1) / most;
    return (tiles + bands - 1) / bands * rows;
  }

  private static void copyLeft(
      int height, int terms, float[] a, int p, int row, int step, float[] to) {
    if (step == 1) {
      for (int i = 0; i < height; i++) {
        System.arraycopy(a, p + i * row, to, i * Tile.ROOM, terms);
      }
    } else {
      turn(height, terms, a, p, step, to, 0, Tile.ROOM);
    }
  }

  /// Columns lie in the strip as they do in C.
  private static void copyRight(
      int vectors, int last, int terms, float[] b, int q, int right, float[] to) {
    int width = vectors * L;
    turn(terms, width - L, b, q, right, to, STRIP, width);
    turn(terms, L, b, q + last * right, right, to, STRIP + last, width);
  }

  /// Transposes: y(t + i·to + j) = x(s + j·from + i), i < height, j < width.
  private static void turn(
      int height, int width, float[] x, int s, int from, float[] y, int t, int to) {
    if (height < L || width < L) {
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          y[t + i * to + j] = x[s + j * from + i];
        }
      }
      return;
    }
    for (int i = 0; i < height; i += L) {
      int below = Math.min(i, height - L);
      for (int j = 0; j < width; j += L) {
        int beside = Math.min(j, width - L);
        Turn.KERNEL.run(x, s + beside * from + below, from, y, t + below * to + beside, to);
      }
    }
  }
}
