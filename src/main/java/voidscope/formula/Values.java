package voidscope.formula;

import org.jspecify.annotations.Nullable;

/// A formula's value on whole rows. Scratch of one thread; allocates nothing once made.
public final class Values {
  private final Machine machine;
  private final int width;

  Values(Program program, int width, int rows) {
    machine = new Machine(program, rows);
    this.width = width;
  }

  /// f of the rows.
  ///
  /// @param x n×D, read
  /// @param f n, overwritten
  public void run(int n, float[] x, float[] f) {
    machine.load(n, x, width, 0);
    machine.run(n, 0);
    float @Nullable [] found = machine.output(0, 0);
    if (found != null) {
      System.arraycopy(found, 0, f, 0, n);
    }
  }
}
