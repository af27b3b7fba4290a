package voidscope.network;

import voidscope.simd.Product;
import voidscope.simd.SharedRange;

/// Another optimizer's steps, against a gradient parts of which are [OuterProducts], and which idle
/// members of the team share where there are many parameters: no bit depends on it. An instance
/// belongs to one thread; a step allocates nothing.
public final class SharedOptimizer implements Optimizer {
  /// Numbers of a matrix that is yet to be added up from which on a part pays.
  private static final int PART = SharedRange.LIGHT / 2;

  private static final float[] NONE = {};

  private static final ThreadLocal<Band> BAND = ThreadLocal.withInitial(Band::new);

  private final Optimizer optimizer;
  private final OuterProducts products;
  private final SharedRange range = new SharedRange(this::part);
  private final SharedRange rows = new SharedRange(this::rows);
  private OuterSum sum = new OuterSum(0, 0, 0);
  private float[] parameters = NONE;
  private float[] gradient = NONE;
  private int shift;
  private float[] memory = NONE;
  private long number;
  private float rate;

  /// What a thread needs to add up a band of a matrix.
  private static final class Band {
    private final float[] scratch = new float[Product.SCRATCH];
    private float[] g = NONE;

    float[] room(int count) {
      if (g.length < count) {
        g = new float[count];
      }
      return g;
    }
  }

  /// @param optimizer which treats every parameter for itself
  /// @param products parts of the gradient, which has the parameters' indices; where they have not
  ///   been [settled][OuterProducts#settle], a step takes them from here
  public SharedOptimizer(Optimizer optimizer, OuterProducts products) {
    this.optimizer = optimizer;
    this.products = products;
  }

  @Override
  public int slots() {
    return optimizer.slots();
  }

  @Override
  public void step(
      float[] theta, float[] g, int gAt, float[] state, int from, int to, long t, float lr) {
    parameters = theta;
    gradient = g;
    shift = gAt - from;
    memory = state;
    number = t;
    rate = lr;
    int done = from;
    for (int i = 0; i < products.open(); i++) {
      OuterSum next = products.get(i);
      if (next.at() >= done && next.end() <= to) {
        range.over(done, next.at(), SharedRange.LIGHT);
        sum = next;
        rows.over(0, next.inputs(), grain(next.units()));
        done = next.end();
      }
    }
    range.over(done, to, SharedRange.LIGHT);
    parameters = NONE;
    gradient = NONE;
    memory = NONE;
  }

  private static int grain(int units) {
    return (PART / units + 16) & -16;
  }

  private void part(int from, int to) {
    optimizer.step(parameters, gradient, shift + from, memory, from, to, number, rate);
  }

  /// Adds up some of a matrix's rows, band by band, and takes their step, on any thread. They are
  /// rows, as of columns each end would lie in memory that two threads write to.
  private void rows(int from, int to) {
    Band own = BAND.get();
    int units = sum.units();
    int height = sum.band();
    float[] g = own.room(height * units);
    for (int row = from; row < to; row += height) {
      int end = Math.min(to, row + height);
      sum.sum(row, end, g, 0, own.scratch);
      int first = sum.at() + row * units;
      int last = sum.at() + end * units;
      optimizer.step(parameters, g, 0, memory, first, last, number, rate);
    }
  }
}
