package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Columns;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Track;

/// Thinning against a walk over every recorded value.
class ThinningTest {
  private final SplittableRandom random = new SplittableRandom(5);

  private static Series.View record(int capacity, long spacing, float[] values) {
    Series series = new Series(capacity, spacing);
    for (float value : values) {
      series.add(value);
    }
    return series.view();
  }

  private float[] values(int n, double missing) {
    float[] values = new float[n];
    float walk = 0;
    for (int i = 0; i < n; i++) {
      walk += (float) random.nextGaussian();
      values[i] = random.nextDouble() < missing ? Float.NaN : walk;
    }
    return values;
  }

  private static Figure.Line thin(Series.View view, double end, int columns) {
    return Thinning.line(
        "relax", "RELAX", new Track.Band(view, null, null), Columns.ofSteps(end, columns));
  }

  @Test
  void early_valuesArePoints_inTheirPlace() {
    Series series = new Series(1 << 16, 200, new long[] {1, 2, 5, 10, 20, 50, 100});
    series.add(-200);
    series.addEarly(1, -190);
    series.addEarly(5, -180);
    assertArrayEquals(new double[] {0, 1, 5}, thin(series.view(), 40, 400).x());
    series.addEarly(100, -150);
    for (int i = 1; i < 5000; i++) {
      series.add(-100 + i * 1e-3);
    }
    Figure.Line near = thin(series.view(), 600, 600);
    assertArrayEquals(new double[] {0, 1, 5, 100, 200, 400, 600, 800}, near.x());
    assertArrayEquals(
        new double[] {-200, -190, -180, -150}, Arrays.copyOf(near.y(), 4), "their values");
    Figure.Line far = thin(series.view(), 1e6, 100); // all of them within one column
    assertEquals(-200, far.y()[0]);
    assertTrue(far.x().length < 410, "bounded");
  }

  @Test
  void line_hasFirstLeastGreatestLastOfEveryColumn_overRandomWalks() {
    for (int n : new int[] {1, 2, 100, 4096, 65_536, 60_000}) {
      for (int columns : new int[] {1, 7, 64, 500}) {
        for (long spacing : new long[] {1, 10}) {
          float[] values = values(n, 0);
          compare(values, spacing, record(1 << 16, spacing, values), columns);
        }
      }
    }
  }

  /// The buckets that are read span at most a column, so a value may show in the neighbour of its
  /// own column, but each column's extremes are within reach of the line.
  private static void compare(float[] values, long spacing, Series.View view, int columns) {
    double end = Math.max(10, values.length * spacing);
    double width = end / columns;
    Figure.Line line = thin(view, end, columns);
    double[] x = line.x();
    double[] y = line.y();
    assertTrue(x.length <= 4 * (columns + 1), "at most four points a column");
    assertEquals(0, x[0]);
    assertEquals(values[0], y[0]);
    assertEquals(values[values.length - 1], y[y.length - 1]);
    for (int i = 1; i < x.length; i++) {
      assertTrue(x[i - 1] <= x[i], "ascending");
    }
    for (int i = 0; i < x.length; i++) {
      assertTrue(recorded(values, spacing, x[i], width, y[i]), "only what was recorded");
    }
    for (int column = 0; column < columns; column++) {
      int from = (int) Math.ceil(column * width / spacing);
      int to = Math.min(values.length, (int) Math.ceil((column + 1) * width / spacing));
      float least = Float.POSITIVE_INFINITY;
      float greatest = Float.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      if (from < to) {
        assertTrue(reach(x, y, (column - 1) * width, (column + 1) * width, least, -1));
        assertTrue(reach(x, y, (column - 1) * width, (column + 1) * width, greatest, 1));
      }
    }
  }

  private static boolean recorded(float[] values, long spacing, double x, double width, double y) {
    int from = (int) Math.round(x / spacing);
    int to = (int) Math.min(values.length - 1, from + width / spacing + 1);
    for (int i = from; i <= to; i++) {
      if (values[i] == (float) y) {
        return true;
      }
    }
    return false;
  }

  private static boolean reach(
      double[] x, double[] y, double from, double to, double value, int sign) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] >= from && x[i] < to && sign * y[i] >= sign * value) {
        return true;
      }
    }
    return false;
  }

  @Test
  void line_equalsBruteForce_whereColumnsAreWholeBuckets() {
    float[] values = values(1 << 16, 0);
    int per = 256;
    Figure.Line line = thin(record(1 << 16, 1, values), values.length, values.length / per);
    List<Set<Double>> expected = new ArrayList<>();
    List<Set<Double>> found = new ArrayList<>();
    for (int column = 0; column < values.length / per; column++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = column * per; i < (column + 1) * per; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      double first = values[column * per];
      double last = values[(column + 1) * per - 1];
      expected.add(new LinkedHashSet<>(List.of(first, last, least, greatest)));
      found.add(new LinkedHashSet<>());
    }
    for (int i = 0; i < line.x().length; i++) {
      found.get((int) (line.x()[i] / per)).add(line.y()[i]);
    }
    assertEquals(expected, found);
  }

  @Test
  void line_keepsANaN_ofEveryColumnThatHasOne() {
    float[] values = values(4096, 0.003);
    int columns = 64;
    Figure.Line line = thin(record(4096, 1, values), values.length, columns);
    boolean[] expected = new boolean[columns];
    boolean[] found = new boolean[columns];
    for (int i = 0; i < values.length; i++) {
      expected[i / 64] |= Float.isNaN(values[i]);
    }
    for (int i = 0; i < line.x().length; i++) {
      found[(int) (line.x()[i] / 64)] |= Double.isNaN(line.y()[i]);
    }
    assertArrayEquals(expected, found);
  }

  @Test
  void line_isEveryValue_whereThereAreMoreColumns() {
    float[] values = {3, 1, Float.NaN, 2};
    Figure.Line line = thin(record(1024, 10, values), 40, 400);
    assertArrayEquals(new double[] {0, 10, 20, 30}, line.x());
    assertArrayEquals(new double[] {3, 1, Double.NaN, 2}, line.y());
  }

  @Test
  void line_spansTheBandOfEveryColumn() {
    float[] middle = values(10_000, 0);
    float[] low = new float[middle.length];
    float[] high = new float[middle.length];
    for (int i = 0; i < middle.length; i++) {
      low[i] = middle[i] - random.nextFloat();
      high[i] = middle[i] + random.nextFloat();
    }
    Track.Band band =
        new Track.Band(
            record(1 << 14, 1, middle), record(1 << 14, 1, low), record(1 << 14, 1, high));
    Figure.Line line = Thinning.line("relax", "RELAX", band, Columns.ofSteps(10_000, 300));
    double[] lower = line.low();
    double[] upper = line.high();
    assertNotNull(lower);
    assertNotNull(upper);
    assertEquals(line.x().length, lower.length);
    assertEquals(line.x().length, upper.length);
    for (int i = 0; i < lower.length; i++) {
      assertTrue(lower[i] <= line.y()[i] && line.y()[i] <= upper[i]);
    }
  }

  @Test
  void line_coversAWindow_withEveryExtremeAndOneBucketBeyond() {
    float[] values = values(300_000, 0);
    for (int n : new int[] {50_000, 200_000, 300_000}) {
      float[] some = Arrays.copyOf(values, n);
      Series.View view = record(1 << 16, 1, some);
      for (int trial = 0; trial < 20; trial++) {
        double low = random.nextDouble(n * .9);
        double high = Math.min(n - 1.0, low + Math.pow(10, random.nextDouble(.5, 5)));
        AxisScale scale = trial % 2 == 0 ? AxisScale.LINEAR : AxisScale.LOG;
        Columns columns =
            new Columns(
                Projection.of(scale, new Extent(low, high)),
                500,
                DoubleUnaryOperator.identity(),
                DoubleUnaryOperator.identity());
        Figure.Line line =
            Thinning.line("relax", "RELAX", new Track.Band(view, null, null), columns);
        double[] x = line.x();
        double[] y = line.y();
        assertTrue(x.length <= 4 * 520 + 40, () -> x.length + " points");
        assertTrue(x[0] <= low && x[x.length - 1] >= Math.min(high, n - 8.0 - 8));
        double span = view.span(0);
        double wide = Math.max(columns.begin(500) - columns.begin(499), span);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = (int) Math.ceil(low + wide); i <= high - wide && i < n - 8; i++) {
          least = Math.min(least, some[i]);
          greatest = Math.max(greatest, some[i]);
        }
        if (least <= greatest) {
          assertTrue(reach(x, y, 0, n, least, -1), "least");
          assertTrue(reach(x, y, 0, n, greatest, 1), "greatest");
        }
        for (int i = 1; i < x.length; i++) {
          assertTrue(x[i - 1] <= x[i], "ascending");
        }
      }
    }
  }

  @Test
  void line_hasAsManyPointsForTheFirstDecadesAsForTheLast_onALogarithmicAxis() {
    float[] values = values(100_000, 0);
    Columns columns =
        new Columns(
            Projection.of(AxisScale.LOG, new Extent(1, 100_000)),
            500,
            DoubleUnaryOperator.identity(),
            DoubleUnaryOperator.identity());
    Figure.Line line =
        Thinning.line(
            "relax", "RELAX", new Track.Band(record(1 << 16, 1, values), null, null), columns);
    for (int step = 1; step <= 20; step++) {
      assertEquals(step, line.x()[step - 1]);
      assertEquals(values[step], line.y()[step - 1]);
    }
    assertTrue(line.x().length < 4 * 501);
  }

  @Test
  void line_isEmpty_beforeTheFirstValue() {
    assertEquals(0, thin(record(1024, 1, new float[0]), 10, 100).x().length);
  }

  @Test
  void line_keepsTheTail_whereTheRecordingHasMergedBuckets() {
    float[] values = values(5000, 0);
    Series.View view = record(1024, 1, values);
    Figure.Line line = thin(view, 5000, 100);
    assertEquals(view.newest(), line.y()[line.y().length - 1]);
    assertTrue(line.x()[line.x().length - 1] > 4980);
  }
}
