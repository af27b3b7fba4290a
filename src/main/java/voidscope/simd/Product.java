package voidscope.simd;

/// Row-major matrix products that add to a result, on matrices that lie in flat arrays from an
/// offset on: C += A·B, C += Aᵀ·B and C += A·Bᵀ.
///
/// Of A·B and Aᵀ·B each element is one chain of fused multiply-adds in the order of the inner
/// index, which begins at the element's value before. So it is of A·Bᵀ where at least 16 columns
/// have inner products of 16 to [#CHAINED] terms. Else the inner product is taken in 16 virtual
/// lanes, lane l taking the terms l, l+16, … of the whole sixteens and then, of the last 16 terms,
/// those that are left; the lanes are added up by a tree with neighbours first, and the sum is
/// added to the element; an inner product of fewer than 16 terms is one chain from 0. So no element
/// depends on the number of rows, on the sizes of the blocks, on the vectors' width or on who works
/// on other rows. Within a chunk of a [voidscope.thread.ThreadTeam], members who are idle share a
/// large product, by columns or by rows.
///
/// Every method reads A and B and changes the m×n elements of C alone, which must not overlap them.
public final class Product {
  private static final int L = Lanes.LENGTH;

  /// Vectors of a tile that four rows are worked on at once: as many as the registers hold.
  private static final int WIDEST = Lanes.FEW_REGISTERS ? 2 : 4;

  private static final int ROWS = 4;

  /// Multiplications from which on copies of what is read pay.
  private static final long LARGE = 1 << 15;

  /// Fewer columns than this are not worth a vector.
  private static final int NARROWEST = 2;

  private Product() {}

  /// C += A·B; A (m×k), B (k×n), C (m×n).
  ///
  /// @param scratch [#SCRATCH] floats
  public static void add(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] scratch) {
    if (large(m, k, n)) {
      Blocks.add(m, k, n, a, aAt, k, 1, b, bAt, n, 1, c, cAt, scratch);
    } else {
      chains(m, k, n, a, aAt, k, 1, b, bAt, n, c, cAt, n);
    }
  }

  /// C += Aᵀ·B; A (k×m), B (k×n), C (m×n).
  ///
  /// @param scratch [#SCRATCH] floats
  public static void addLeftTransposed(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] scratch) {
    addLeftTransposed(m, k, n, a, aAt, m, b, bAt, c, cAt, scratch);
  }

  /// C += Aᵀ·B; A (k×m) some columns of a wider matrix, B (k×n), C (m×n).
  ///
  /// @param step what the index of A grows by from one of its rows to the next
  /// @param scratch [#SCRATCH] floats
  public static void addLeftTransposed(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      int step,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] scratch) {
    if (large(m, k, n)) {
      Blocks.add(m, k, n, a, aAt, 1, step, b, bAt, n, 1, c, cAt, scratch);
    } else {
      chains(m, k, n, a, aAt, 1, step, b, bAt, n, c, cAt, n);
    }
  }

  /// Whether a product is worth copies of what it reads.
  private static boolean large(int m, int k, int n) {
    return n >= Lanes.VIRTUAL && m >= ROWS && (long) m * k * n >= LARGE;
  }

  /// @param row what the index of A grows by from one row of C to the next
  /// @param step what it grows by from one term to the next
  /// @param down what that of B grows by from one term to the next
  /// @param stride what that of C grows by from one row to the next
  private static void chains(
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
      float[] c,
      int cAt,
      int stride) {
    if (n < L) {
      narrow(m, k, n, a, aAt, row, step, b, bAt, down, c, cAt, stride);
      return;
    }
    int vectors = (n + L - 1) / L;
    int column = 0;
    while (vectors > 0) {
      int width = width(vectors);
      int to = Math.min(n, column + width * L);
      int last = to - column - L;
      for (int i = 0; i + ROWS <= m; i += ROWS) {
        int p = aAt + i * row;
        int q = bAt + column;
        int r = cAt + i * stride + column;
        switch (width) {
          case 4 -> ProductKernel.fourByFour(k, stride, last, a, p, row, step, b, q, down, c, r);
          case 3 -> ProductKernel.fourByThree(k, stride, last, a, p, row, step, b, q, down, c, r);
          case 2 -> ProductKernel.fourByTwo(k, stride, last, a, p, row, step, b, q, down, c, r);
          default -> ProductKernel.fourByOne(k, stride, last, a, p, row, step, b, q, down, c, r);
        }
      }
      column = to;
      vectors -= width;
    }
    for (int i = m & -ROWS; i < m; i++) {
      ProductKernel.oneRow(k, n, a, aAt + i * row, step, b, bAt, down, c, cAt + i * stride);
    }
  }

  /// Rows that are narrower than a vector: by whole vectors as far as those lie within the arrays,
  /// and what is left of the terms and rows number by number.
  private static void narrow(
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
      float[] c,
      int cAt,
      int stride) {
    int whole = n < NARROWEST ? 0 : within(m, cAt, stride, c.length);
    int terms = whole == 0 ? 0 : within(k, bAt, down, b.length);
    for (int i = 0; i < whole && terms > 0; i += ROWS) {
      int rows = Math.min(ROWS, whole - i);
      int p = aAt + i * row;
      int r = cAt + i * stride;
      if (rows == 1) {
        ProductKernel.oneNarrow(terms, n, a, p, step, b, bAt, down, c, r);
      } else {
        ProductKernel.fourNarrow(terms, rows, n, stride, a, p, row, step, b, bAt, down, c, r);
      }
    }
    if (terms < k) {
      scalar(
          whole,
          k - terms,
          n,
          a,
          aAt + terms * step,
          row,
          step,
          b,
          bAt + terms * down,
          down,
          c,
          cAt,
          stride);
    }
    scalar(
        m - whole,
        k,
        n,
        a,
        aAt + whole * row,
        row,
        step,
        b,
        bAt,
        down,
        c,
        cAt + whole * stride,
        stride);
  }

  /// Four rows at once, as a chain waits for itself, and then those that are left.
  private static void scalar(
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
      float[] c,
      int cAt,
      int stride) {
    int fours = m & -ROWS;
    for (int i = 0; i < fours; i += ROWS) {
      for (int j = 0; j < n; j++) {
        int r = cAt + i * stride + j;
        float s0 = c[r];
        float s1 = c[r + stride];
        float s2 = c[r + 2 * stride];
        float s3 = c[r + 3 * stride];
        int x = aAt + i * row;
        int y = bAt + j;
        for (int l = 0; l < k; l++) {
          float right = b[y];
          s0 = Math.fma(right, a[x], s0);
          s1 = Math.fma(right, a[x + row], s1);
          s2 = Math.fma(right, a[x + 2 * row], s2);
          s3 = Math.fma(right, a[x + 3 * row], s3);
          x += step;
          y += down;
        }
        c[r] = s0;
        c[r + stride] = s1;
        c[r + 2 * stride] = s2;
        c[r + 3 * stride] = s3;
      }
    }
    for (int i = fours; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float s = c[cAt + i * stride + j];
        for (int l = 0; l < k; l++) {
          s = Math.fma(b[bAt + l * down + j], a[aAt + i * row + l * step], s);
        }
        c[cAt + i * stride + j] = s;
      }
    }
  }

  /// Of so many rows, those from the first on that a whole vector of the array begins with.
  private static int within(int rows, int at, int stride, int length) {
    int room = length - L - at;
    return room < 0 ? 0 : Math.min(rows, room / stride + 1);
  }

  /// The next tile's vectors: as many as fit, or one less where else a narrow tile would be left
  /// over, whose few chains wait for each other.
  private static int width(int vectors) {
    int narrower = Math.floorMod(-vectors, WIDEST);
    return vectors <= WIDEST || vectors - WIDEST >= (WIDEST - 1) * narrower
        ? Math.min(vectors, WIDEST)
        : WIDEST - 1;
  }

  /// C += A·Bᵀ; A (m×k), B (n×k), C (m×n).
  ///
  /// @param scratch [#SCRATCH] floats
  public static void addRightTransposed(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] scratch) {
    if (k >= Lanes.VIRTUAL && k <= CHAINED && n >= Lanes.VIRTUAL) {
      Blocks.add(m, k, n, a, aAt, k, 1, b, bAt, 1, k, c, cAt, scratch);
      return;
    }
    if (SharedProduct.pays(m, k, n)) {
      SharedProduct.dots(m, k, n, a, aAt, b, bAt, c, cAt);
    } else {
      dots(m, k, n, a, aAt, b, bAt, c, cAt, n, scratch);
    }
  }

  /// C += A·Bᵀ, an inner product each, by the calling thread alone.
  ///
  /// @param stride what the index of C grows by from one row to the next
  static void dots(
      int m,
      int k,
      int n,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int stride,
      float[] scratch) {
    int rows = k >= Lanes.VIRTUAL ? m & -Dots.ROWS : 0;
    int columns = k >= Lanes.VIRTUAL ? n & -Dots.COLUMNS : 0;
    for (int j = 0; j < columns; j += Dots.COLUMNS) {
      for (int i = 0; i < rows; i += Dots.ROWS) {
        for (int first = 0; first < Lanes.VIRTUAL; first += L) {
          Dots.KERNEL.run(k, first, a, aAt + i * k, b, bAt + j * k, scratch);
        }
        for (int s = 0; s < L; s++) {
          c[cAt + (i + s / Dots.COLUMNS) * stride + j + s % Dots.COLUMNS] += sum(scratch, s);
        }
      }
    }
    for (int i = 0; i < m; i++) {
      for (int j = i < rows ? columns : 0; j < n; j++) {
        c[cAt + i * stride + j] += dot(k, a, aAt + i * k, b, bAt + j * k);
      }
    }
  }

  /// Terms of the longest inner products that are chains.
  static final int CHAINED = 512;

  /// Floats of scratch that a product takes.
  public static final int SCRATCH = Blocks.SCRATCH;

  /// An inner product's parts, added up as the lanes of a virtual register are.
  private static float sum(float[] parts, int s) {
    return switch (L) {
      case 16 -> parts[s];
      case 8 -> parts[s] + parts[s + 8];
      default -> (parts[s] + parts[s + 4]) + (parts[s + 8] + parts[s + 12]);
    };
  }

  private static float dot(int k, float[] a, int p, float[] b, int q) {
    if (k < Lanes.VIRTUAL) {
      return Reduce.rest(0, k, a, p, b, q);
    }
    if (L == 16) {
      return ProductKernel.dot(k, a, p, b, q, 0);
    }
    if (L == 8) {
      return ProductKernel.dot(k, a, p, b, q, 0) + ProductKernel.dot(k, a, p, b, q, 8);
    }
    return (ProductKernel.dot(k, a, p, b, q, 0) + ProductKernel.dot(k, a, p, b, q, 4))
        + (ProductKernel.dot(k, a, p, b, q, 8) + ProductKernel.dot(k, a, p, b, q, 12));
  }
}
