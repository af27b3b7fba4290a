package voidscope.chart.live;

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
}
