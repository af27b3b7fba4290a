package voidscope.chart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.Series;
import voidscope.experiment.Track;

/// A recorded band thinned to what a chart's pixel columns can show: of every column the first, the
/// least, the greatest and the last value, in order, so that no spike is lost. A column that holds
/// a NaN keeps one.
///
/// It reads the coarsest level of the recording's pyramid whose buckets are no wider than a column,
/// and finer ones only for the tail, so its cost depends on the columns, not on the recording.
final class Thinning {
  private final Series.View middle;
  private final Series.@Nullable View lower;
  private final Series.@Nullable View upper;
  private final double width;
  private final Points points;
  private final Column column = new Column();

  private Thinning(Track.Band band, double width, int columns) {
    middle = band.middle();
    lower = band.low();
    upper = band.high();
    this.width = width;
    points = new Points(Math.min(4 * columns, middle.buckets(0)) + 16);
  }

  /// A line of a band.
  ///
  /// @param end right end of the axis, which begins at 0
  /// @param columns pixel columns from 0 to `end`
  static Figure.Line line(String key, String name, Track.Band band, double end, int columns) {
    int count = Math.max(1, columns);
    Thinning thinning = new Thinning(band, end / count, count);
    thinning.run();
    Points points = thinning.points;
    boolean banded = thinning.lower != null && thinning.upper != null;
    return new Figure.Line(
        key,
        name,
        Figure.Style.MAIN,
        points.cut(points.x),
        points.cut(points.y),
        banded ? points.cut(points.low) : null,
        banded ? points.cut(points.high) : null);
  }

  private void run() {
    int level = 0;
    while (level + 1 < middle.levels() && middle.span(level + 1) <= width) {
      level++;
    }
    int from = 0;
    for (; level >= 0; level--) {
      int to = middle.buckets(level);
      for (int bucket = from; bucket < to; bucket++) {
        accept(level, bucket);
      }
      from = to * Series.FAN;
    }
    column.flush(points);
  }

  private void accept(int level, int bucket) {
    double step = middle.step(level, bucket);
    long index = (long) (step / width);
    if (index != column.index) {
      column.flush(points);
      column.begin(index);
    }
    column.accept(
        step,
        middle.first(level, bucket),
        middle.min(level, bucket),
        middle.max(level, bucket),
        middle.last(level, bucket));
    if (lower != null && upper != null) {
      column.low = Math.min(column.low, lower.min(level, bucket));
      column.high = Math.max(column.high, upper.max(level, bucket));
    }
  }

  /// What one pixel column holds.
  private static final class Column {
    private static final int FIRST = 0;
    private static final int LEAST = 1;
    private static final int GREATEST = 2;
    private static final int LAST = 3;

    private final double[] x = new double[4];
    private final double[] y = new double[4];
    private long index = -1;
    private boolean empty = true;
    private double gap = Double.NaN;
    private double low;
    private double high;

    void begin(long newIndex) {
      index = newIndex;
      empty = true;
      gap = Double.NaN;
      low = Double.POSITIVE_INFINITY;
      high = Double.NEGATIVE_INFINITY;
    }

    void accept(double step, double first, double min, double max, double last) {
      if (empty) {
        put(FIRST, step, first);
        put(LEAST, step, min);
        put(GREATEST, step, max);
        empty = false;
      }
      if (min < y[LEAST]) {
        put(LEAST, step, min);
      }
      if (max > y[GREATEST]) {
        put(GREATEST, step, max);
      }
      if (Double.isNaN(min) && Double.isNaN(gap)) {
        gap = step;
      }
      put(LAST, step, last);
    }

    private void put(int which, double step, double value) {
      x[which] = step;
      y[which] = value;
    }

    void flush(Points points) {
      if (empty) {
        return;
      }
      add(points, FIRST);
      if (!Double.isNaN(gap)) {
        if (!Double.isNaN(y[FIRST])) {
          points.add(gap, Double.NaN, low, high);
        }
      } else {
        int before = x[LEAST] <= x[GREATEST] ? LEAST : GREATEST;
        inner(points, before);
        inner(points, LEAST + GREATEST - before);
      }
      if (x[LAST] > x[FIRST] || Double.compare(y[LAST], y[FIRST]) != 0) {
        add(points, LAST);
      }
      empty = true;
    }

    /// An extreme that neither end of the column shows already.
    private void inner(Points points, int which) {
      if (y[which] != y[FIRST] && y[which] != y[LAST]) {
        add(points, which);
      }
    }

    private void add(Points points, int which) {
      points.add(x[which], y[which], low, high);
    }
  }

  /// Points that grow.
  private static final class Points {
    private double[] x;
    private double[] y;
    private double[] low;
    private double[] high;
    private int size;

    Points(int capacity) {
      x = new double[capacity];
      y = new double[capacity];
      low = new double[capacity];
      high = new double[capacity];
    }

    void add(double newX, double newY, double newLow, double newHigh) {
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        high = Arrays.copyOf(high, 2 * size);
      }
      x[size] = newX;
      y[size] = newY;
      low[size] = newLow;
      high[size++] = newHigh;
    }

    double[] cut(double[] values) {
      return Arrays.copyOf(values, size);
    }
  }
}
