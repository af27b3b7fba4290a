package voidscope.simd;

/// As many inner products of rows of A with rows of B as a register has lanes, which stay in
/// registers while their terms are added up. See [Product] for the order of the terms.
interface Dots {
  /// Rows of A.
  int ROWS = DotsWriter.ROWS;

  /// Rows of B.
  int COLUMNS = DotsWriter.COLUMNS;

  /// The one kernel.
  Dots KERNEL = DotsWriter.write();

  /// Adds up, of each product, the lanes of one part of the virtual register.
  ///
  /// @param k terms, the length of all rows; at least 16
  /// @param first lane of the part
  /// @param a the rows of A from p on
  /// @param b those of B from q on
  /// @param sums the products, row by row, from the index `first` on
  void run(int k, int first, float[] a, int p, float[] b, int q, float[] sums);
}
