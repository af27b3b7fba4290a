package voidscope.network;

import java.util.Arrays;
import voidscope.simd.Product;

/// The gradient of a layer's weights, Σᵢ xᵢ·yᵢᵀ over rows of its inputs x and of its units'
/// cotangents y, which are kept until it is added up. Made to be filled again and again; allocates
/// only where there are more rows than ever before.
final class OuterSum {
  /// Rows of the gradient that are added up at once, at most.
  private static final int BAND = 120;

  /// Numbers of the gradient that are added up at once, at most: they are to stay in the nearest
  /// caches until they are read.
  private static final int NEAR = 1 << 16;

  private final int at;
  private final int inputs;
  private final int units;
  private float[] x = {};
  private float[] y = {};
  private int count;

  /// @param at where the weights begin among the parameters
  OuterSum(int at, int inputs, int units) {
    this.at = at;
    this.inputs = inputs;
    this.units = units;
  }

  int at() {
    return at;
  }

  int end() {
    return at + inputs * units;
  }

  int inputs() {
    return inputs;
  }

  int units() {
    return units;
  }

  void clear() {
    count = 0;
  }

  /// Takes copies of n rows.
  void keep(int n, float[] before, float[] from) {
    x = kept(x, inputs, n, before);
    y = kept(y, units, n, from);
    count += n;
  }

  private float[] kept(float[] rows, int width, int n, float[] more) {
    int room = (count + n) * width;
    float[] to = rows.length < room ? Arrays.copyOf(rows, room) : rows;
    System.arraycopy(more, 0, to, count * width, n * width);
    return to;
  }

  /// How many of the gradient's rows are best added up at once.
  int band() {
    int rows = BAND;
    while (rows > 1 && rows * units > NEAR) {
      rows /= 2;
    }
    return rows;
  }

  /// The gradient's rows from..to−1, each element one chain of fused multiply-adds from 0 on, in
  /// the order in which rows were kept.
  ///
  /// @param g (to−from)×units, overwritten from gAt on
  /// @param scratch [Product#SCRATCH] floats
  void sum(int from, int to, float[] g, int gAt, float[] scratch) {
    Arrays.fill(g, gAt, gAt + (to - from) * units, 0f);
    Product.addLeftTransposed(to - from, count, units, x, from, inputs, y, 0, g, gAt, scratch);
  }
}
