package voidscope.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import voidscope.simd.Product;

/// The large parts of a gradient, kept as the outer products that they are sums of. Whoever steps
/// against the gradient adds them up a band of rows at a time and takes the step there and then, so
/// that what would fill the caches several times over is neither written nor read; whoever wants
/// the whole gradient has them added up into it. An element has the same bits either way: it is one
/// chain from 0, in the order in which products came.
///
/// The order is [#clear], what fills the gradient, then [#settle] if all of it is wanted. Belongs
/// to one thread; allocates nothing once every part has been seen.
public final class OuterProducts {
  /// Numbers of a matrix from which on it is kept.
  private static final int LARGE = 1 << 12;

  /// By where they begin.
  private final List<OuterSum> sums = new ArrayList<>();

  private final float[] scratch = new float[Product.SCRATCH];
  private boolean settled;

  /// Whether a matrix is large enough to be kept.
  static boolean takes(int inputs, int units) {
    return units > 1 && (long) inputs * units >= LARGE;
  }

  /// Begins a gradient anew.
  ///
  /// @param gradient all that is not kept becomes 0; what is kept stays as it is
  public void clear(float[] gradient) {
    settled = false;
    int done = 0;
    for (int i = 0; i < sums.size(); i++) {
      OuterSum sum = sums.get(i);
      sum.clear();
      Arrays.fill(gradient, done, sum.at(), 0f);
      done = sum.end();
    }
    Arrays.fill(gradient, done, gradient.length, 0f);
  }

  /// Keeps Σᵢ xᵢ·yᵢᵀ, to be added to the weights' gradient that begins at `at`.
  ///
  /// @param before n×inputs, copied
  /// @param from n×units, copied
  void keep(int at, int inputs, int n, int units, float[] before, float[] from) {
    int i = 0;
    while (i < sums.size() && sums.get(i).at() < at) {
      i++;
    }
    if (i == sums.size() || sums.get(i).at() > at) {
      sums.add(i, new OuterSum(at, inputs, units));
    }
    sums.get(i).keep(n, before, from);
  }

  /// Adds up everything into the gradient, which then is whole.
  public void settle(float[] gradient) {
    for (int i = 0; i < sums.size(); i++) {
      OuterSum sum = sums.get(i);
      sum.sum(0, sum.inputs(), gradient, sum.at(), scratch);
    }
    settled = true;
  }

  /// Whether nothing has been kept so far.
  public boolean isEmpty() {
    return sums.isEmpty();
  }

  /// How many matrices are still to be added up.
  int open() {
    return settled ? 0 : sums.size();
  }

  /// Those by where they begin.
  OuterSum get(int index) {
    return sums.get(index);
  }
}
