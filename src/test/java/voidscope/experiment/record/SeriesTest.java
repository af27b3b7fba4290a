package voidscope.experiment.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pyramid against the values themselves, before and after buckets have merged.
final class SeriesTest {
  private static final int CAPACITY = 4096;

  private static float value(int i) {
    return (float) (Math.sin(i * 0.37) * 10 + i % 13);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 15, 16, 17, 4095, 4096, 4097, 8191, 8192, 16_383, 16_384, 16_385, 20_011, 32_768, 32_769,
        100_000
      })
  void view_tellsFirstLeastGreatestLast_ofEveryBucket(int n) {
    Series series = new Series(CAPACITY, 10);
    for (int i = 0; i < n; i++) {
      series.add(value(i));
    }
    Series.View view = series.view();
    assertEquals(n, view.length());
    assertTrue(view.buckets(0) <= (view.span(0) == 10 ? 4 * CAPACITY : CAPACITY));
    for (int level = 0; level < view.levels(); level++) {
      int per = (int) (view.span(level) / 10);
      assertEquals(
          n / (int) (view.span(0) / 10) / (per / (int) (view.span(0) / 10)), view.buckets(level));
      for (int bucket = 0; bucket < view.buckets(level); bucket++) {
        int from = bucket * per;
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + per; i++) {
          least = Math.min(least, value(i));
          greatest = Math.max(greatest, value(i));
        }
        assertEquals(value(from), view.first(level, bucket));
        assertEquals(least, view.min(level, bucket));
        assertEquals(greatest, view.max(level, bucket));
        assertEquals(value(from + per - 1), view.last(level, bucket));
        assertEquals(from * 10.0, view.step(level, bucket));
      }
    }
  }

  @Test
  void view_staysAsItWas_whileTheSeriesGrowsAndMerges() {
    Series series = new Series(CAPACITY, 1);
    for (int i = 0; i < CAPACITY; i++) {
      series.add(value(i));
    }
    Series.View before = series.view();
    for (int i = CAPACITY; i < 5 * CAPACITY; i++) {
      series.add(value(i));
    }
    assertEquals(CAPACITY, before.buckets(0));
    for (int i = 0; i < CAPACITY; i++) {
      assertEquals(value(i), before.last(0, i));
    }
  }

  /// What lies between the first two values has rows of its own, and changes no bucket.
  @Test
  void early_liesBetweenTheFirstTwo() {
    Series series = new Series(CAPACITY, 30, new long[] {1, 2, 5, 10, 20});
    series.addEarly(1, 7); // nothing yet to be early after
    assertEquals(0, series.view().rows());
    series = new Series(CAPACITY, 30, new long[] {1, 2, 5, 10, 20});
    series.add(0);
    series.addEarly(1, 10);
    series.addEarly(5, 50);
    assertEquals(50, series.view().newest());
    for (int i = 1; i < 50; i++) {
      series.add(100 * i);
    }
    Series.View view = series.view();
    assertEquals(50, view.buckets(0));
    assertEquals(53, view.rows());
    assertEquals(4900, view.newest());
    long[] steps = {0, 1, 2, 5, 30, 60};
    double[] values = {0, 10, Double.NaN, 50, 100, 200};
    for (int row = 0; row < steps.length; row++) {
      assertEquals(steps[row], view.rowStep(row));
      assertEquals(values[row], view.row(row));
    }
    for (int i = 50; i <= 4 * CAPACITY; i++) {
      series.add(i);
    }
    assertEquals(0, series.view().early()); // coarser buckets begin with several
  }

  @Test
  void add_ofNaN_showsInItsBucketsOnly() {
    Series series = new Series(CAPACITY, 1);
    for (int i = 0; i < 64; i++) {
      series.add(i == 20 ? Double.NaN : i);
    }
    Series.View view = series.view();
    assertTrue(Double.isNaN(view.min(1, 1)));
    assertEquals(32, view.min(1, 2));
  }
}
