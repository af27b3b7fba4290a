package voidscope.simd;

/// A block of C += A·B, so many rows by so many vectors, that stays in registers while the terms
/// are added up: c(r + i·n + j) += Σₗ a(p + i·[#ROOM] + l)·b(q + l·down + j).
interface Tile {
  /// Terms that are added up at once: as many of B's rows as a processor's nearest memory holds of
  /// a tile's width.
  int TERMS = 256;

  /// What the index of A grows by from one row to the next. Not a power of two, whose rows would
  /// all lie in the same few lines of the nearest memory.
  int ROOM = TERMS + 16;

  /// Adds the block, and those below it.
  ///
  /// @param tiles how many
  /// @param k terms
  /// @param n what the index of C grows by from one row to the next
  /// @param last where the last vector of C begins. It may overlap the one before; where it is the
  ///   only one, the columns before the block's, which are left alone
  /// @param down what the index of B grows by from one term to the next
  void run(
      int tiles,
      int k,
      int n,
      int last,
      float[] a,
      int p,
      float[] b,
      int q,
      int down,
      float[] c,
      int r);
}
