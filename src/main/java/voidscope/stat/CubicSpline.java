package voidscope.stat;

import java.util.Arrays;

/// The cubic B-splines on a row of knots, of which four are other than zero between two knots (de
/// Boor 1978). A knot that is there three times lets the slope jump, one that is there four times
/// at either end lets the splines end at one. Immutable.
public final class CubicSpline {
  /// How many are other than zero at a place.
  public static final int SUPPORT = 4;

  private static final int DEGREE = 3;

  private final double[] knots;

  /// @param knots ascending, the first and the last four times
  public CubicSpline(double... knots) {
    this.knots = knots.clone();
  }

  /// How many splines there are.
  public int count() {
    return knots.length - SUPPORT;
  }

  /// The lower end.
  public double from() {
    return knots[0];
  }

  /// The upper end.
  public double to() {
    return knots[knots.length - 1];
  }

  /// Writes the values and the slopes of the splines that are other than zero at a place; beyond an
  /// end those of that end, with no slope.
  ///
  /// @param value of four
  /// @param slope of four
  /// @return index of the first of the four
  public int at(double x, double[] value, double[] slope) {
    double inside = Math.clamp(x, from(), to());
    int span = span(inside);
    Arrays.fill(value, 0);
    value[DEGREE] = 1;
    for (int degree = 1; degree <= DEGREE; degree++) {
      if (degree == DEGREE) {
        slopes(span, value, slope);
      }
      raise(span, degree, inside, value);
    }
    if (x < from() || x > to()) {
      Arrays.fill(slope, 0);
    }
    return span - DEGREE;
  }

  /// The last knot that is not above x and below its successor.
  private int span(double x) {
    int low = DEGREE;
    int high = knots.length - SUPPORT;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x < knots[middle]) {
        high = middle;
      } else {
        low = middle;
      }
    }
    while (knots[low] == knots[low + 1]) {
      low--;
    }
    return low;
  }

  /// Splines of a degree from those of the degree below, the last always in the last place.
  private void raise(int span, int degree, double x, double[] value) {
    for (int i = DEGREE - degree; i <= DEGREE; i++) {
      int knot = span - DEGREE + i;
      double up = i == DEGREE - degree ? 0 : share(x - knots[knot], knot, degree) * value[i];
      double down =
          i == DEGREE ? 0 : share(knots[knot + degree + 1] - x, knot + 1, degree) * value[i + 1];
      value[i] = up + down;
    }
  }

  private double share(double distance, int knot, int degree) {
    double length = knots[knot + degree] - knots[knot];
    return length > 0 ? distance / length : 0;
  }

  /// Slopes of the cubic splines from the values of the quadratic ones.
  private void slopes(int span, double[] quadratic, double[] slope) {
    for (int i = 0; i <= DEGREE; i++) {
      int knot = span - DEGREE + i;
      double up = i == 0 ? 0 : share(DEGREE, knot, DEGREE) * quadratic[i];
      double down = i == DEGREE ? 0 : share(DEGREE, knot + 1, DEGREE) * quadratic[i + 1];
      slope[i] = up - down;
    }
  }
}
