package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import voidscope.chart.export.FigureSample;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.View;

/// Cutting and thinning of series.
class PolylineTest {
  private final Polyline line = new Polyline();

  @Test
  @DisplayName("what is no number ends a run, and says so; what is not known only ends it")
  void gaps() {
    double nan = Double.NaN;
    double[] y = {nan, 1, 2, nan, nan, 3, Double.POSITIVE_INFINITY, 4, 5};
    var view = new View(new Extent(0, 8), new Extent(0, 5), 0, 0, 800, 100);
    line.set(FigureSample.ramp(9, 8), y, view);
    assertEquals(3, line.runs);
    assertEquals(2, line.start[1]);
    assertEquals(3, line.start[2]);
    assertEquals(5, line.start[3]);
    assertTrue(line.broken[0] && !line.broken[1] && !line.broken[2]);
  }

  @Test
  @DisplayName("of 100 000 points at most four stay for every half pixel, extremes included")
  void thinning() {
    double[] x = FigureSample.ramp(100_000, 1);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> Math.sin(i));
    y[41_234] = 7;
    y[77_777] = -3;
    line.set(x, y, new View(new Extent(0, 1), new Extent(-10, 10), 0, 0, 500, 200));
    int size = line.start[line.runs];
    assertTrue(size <= 4 * 1001, () -> size + " points");
    double[] kept = Arrays.copyOf(line.y, size);
    assertEquals(30, Arrays.stream(kept).min().orElseThrow(), 1e-9);
    assertEquals(130, Arrays.stream(kept).max().orElseThrow(), 1e-9);
  }

  private static final View EIGHT = new View(new Extent(0, 8), new Extent(0, 5), 0, 0, 800, 500);

  /// What a path has become, of all runs.
  private double[][] path(double[] x, double[] y, View view) {
    line.path(x, y, view);
    int size = line.start[line.runs];
    return new double[][] {Arrays.copyOf(line.x, size), Arrays.copyOf(line.y, size)};
  }

  @Test
  @DisplayName("a path goes through its points in their order, back and forth and out of the view")
  void pathOrder() {
    double[] x = {4, 6, 3, 3, 20, -7, 5, 4};
    double[] y = {1, 2, 2, 4, 4, 9, -1, 1};
    double[][] found = path(x, y, EIGHT);
    assertEquals(1, line.runs);
    assertArrayEquals(Arrays.stream(x).map(v -> 100 * v).toArray(), found[0], 1e-9);
    assertArrayEquals(Arrays.stream(y).map(v -> 500 - 100 * v).toArray(), found[1], 1e-9);
  }

  @Test
  @DisplayName(
      "what is no number ends a run of a path, and says so; what is not known only ends it")
  void pathGaps() {
    double[] x = {5, 4, 6, 2, 3, 1, 7, 6};
    double[] y = {1, 2, Double.NaN, 2, Double.POSITIVE_INFINITY, 3, 4, Double.NaN};
    assertArrayEquals(new double[] {500, 400, 200, 100, 700}, path(x, y, EIGHT)[0], 1e-9);
    assertArrayEquals(new int[] {0, 2, 3, 5}, Arrays.copyOf(line.start, 4));
    assertEquals(3, line.runs);
    assertTrue(line.broken[0] && !line.broken[1] && line.broken[2]);
    path(new double[0], new double[0], EIGHT);
    assertEquals(0, line.runs);
  }

  @Test
  @DisplayName("a loop keeps its ends, and every point lies a quarter of a pixel from a kept one")
  void pathThinning() {
    int n = 40_001;
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.setAll(x, i -> 4 + Math.cos(2 * Math.PI * i / (n - 1)));
    Arrays.setAll(y, i -> 2 + Math.sin(2 * Math.PI * i / (n - 1)));
    double[][] kept = path(x, y, EIGHT);
    int size = kept[0].length;
    double around = 2 * Math.PI * 100;
    assertTrue(size > 3.5 * around && size <= 4 * around + 2, () -> size + " points");
    assertEquals(EIGHT.toX(x[0]), kept[0][0]);
    assertEquals(EIGHT.toX(x[n - 1]), kept[0][size - 1]);
    assertEquals(EIGHT.toY(y[n - 1]), kept[1][size - 1]);
    int at = 0;
    for (int i = 0; i < n; i++) {
      double px = EIGHT.toX(x[i]);
      double py = EIGHT.toY(y[i]);
      if (at + 1 < size && kept[0][at + 1] == px && kept[1][at + 1] == py) {
        at++;
      }
      assertTrue(Math.hypot(px - kept[0][at], py - kept[1][at]) < .25, "point " + i);
    }
    assertEquals(size - 1, at);
  }
}
