package voidscope.formula;

import java.util.Arrays;

/// Finds where an f of one number passes from one side of a jump or kink to another: between two
/// neighbours on a grid that lie on other sides it is halved down to the last digits.
final class Jumps {
  /// Jumps at most.
  private static final int MOST = 256;

  /// Halvings of a cell, down to the last digits.
  private static final int HALVINGS = 44;

  private final Precise precise;
  private double[] found = new double[16];
  private int count;

  private Jumps(Precise precise) {
    this.precise = precise;
  }

  static double[] of(Precise precise, double from, double to, int cells) {
    Jumps jumps = new Jumps(precise);
    double left = from;
    long side = jumps.side(left);
    for (int i = 1; i <= cells; i++) {
      // Off whole numbers, where an f is likely to change: both ends of its jump then differ.
      double right = from + (to - from) * (i - 0.3819660112501051) / cells;
      long next = jumps.side(right);
      jumps.between(left, side, right, next, HALVINGS);
      left = right;
      side = next;
    }
    return Arrays.copyOf(jumps.found, jumps.count);
  }

  private long side(double x) {
    precise.column(0)[0] = x;
    precise.run(1);
    return precise.sides(0);
  }

  private void between(double left, long side, double right, long other, int halvings) {
    if (side == other || count == MOST) {
      return;
    }
    double middle = left + (right - left) / 2;
    if (halvings == 0 || middle <= left || middle >= right) {
      add(middle);
      return;
    }
    long centre = side(middle);
    between(left, side, middle, centre, halvings - 1);
    between(middle, centre, right, other, halvings - 1);
  }

  /// One jump may be passed in two halves of the last digit: on it, and beyond.
  private void add(double x) {
    if (count > 0 && x - found[count - 1] < 1e-9 * Math.max(1, Math.abs(x))) {
      return;
    }
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = x;
  }
}
