package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Cubic B-splines by what defines them.
class CubicSplineTest {
  private static final CubicSpline SPLINE =
      new CubicSpline(-2, -2, -2, -2, -1.5, -.3, 0, 0, 0, .1, 1.2, 3, 3, 3, 3);

  private static double sum(double x, double[] coefficients, boolean slopes) {
    double[] value = new double[4];
    double[] slope = new double[4];
    int first = SPLINE.at(x, value, slope);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += (slopes ? slope : value)[i] * coefficients[first + i];
    }
    return sum;
  }

  private static double[] only(int which) {
    double[] coefficients = new double[SPLINE.count()];
    coefficients[which] = 1;
    return coefficients;
  }

  @Test
  void splines_areAPartitionOfOne_andNowhereNegative() {
    assertEquals(11, SPLINE.count());
    double[] ones = new double[SPLINE.count()];
    Arrays.fill(ones, 1);
    for (double x = -3; x <= 4; x += .013) {
      assertEquals(1, sum(x, ones, false), 1e-14);
      assertEquals(0, sum(x, ones, true), 1e-12);
      for (int i = 0; i < SPLINE.count(); i++) {
        assertTrue(sum(x, only(i), false) >= 0);
      }
    }
  }

  @Test
  void slopes_areThoseOfTheValues() {
    double h = 1e-6;
    for (int i = 0; i < SPLINE.count(); i++) {
      double[] one = only(i);
      for (double x = -1.99; x < 3; x += .0173) {
        double slope = (sum(x + h, one, false) - sum(x - h, one, false)) / (2 * h);
        assertEquals(slope, sum(x, one, true), 2e-5, "spline " + i + " at " + x);
      }
    }
  }

  /// With coefficients at the averages of three knots the sum is x itself.
  @Test
  void line_isReproduced_andEndsAreKept() {
    double[] knots = {-2, -2, -2, -2, -1.5, -.3, 0, 0, 0, .1, 1.2, 3, 3, 3, 3};
    double[] line = new double[SPLINE.count()];
    for (int i = 0; i < line.length; i++) {
      line[i] = (knots[i + 1] + knots[i + 2] + knots[i + 3]) / 3;
    }
    for (double x = -2; x <= 3; x += .01) {
      assertEquals(x, sum(x, line, false), 1e-14);
      assertEquals(1, sum(x, line, true), 1e-12);
    }
    assertEquals(3, sum(17, line, false), 1e-14);
    assertEquals(-2, sum(-5, line, false), 1e-14);
    assertEquals(0, sum(17, line, true));
  }

  /// At a knot that is there three times the slope may jump, the value does not.
  @Test
  void threefoldKnot_isAKink() {
    double[] kink = only(5);
    assertEquals(sum(-1e-12, kink, false), sum(1e-12, kink, false), 1e-9);
    assertTrue(Math.abs(sum(-1e-9, kink, true) - sum(1e-9, kink, true)) > 1);
  }
}
