package voidscope.chart.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Columns;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Track;

/// A recorded band thinned to what a chart's pixel columns can show: of every column the first, the
/// least, the greatest and the last value, in order, so that no spike is lost. A column that holds
/// a NaN keeps one.
///
/// Everywhere it reads the coarsest buckets of the recording's pyramid that are no wider than the
/// column there, so its cost depends on the columns, not on the recording nor on the axis' scale.
/// Beyond either end it keeps one bucket, so that lines reach the edges of a window.
final class Thinning {
  private static final double ROUNDING = 1e-9;

  private final Series.View middle;
  private final Series.@Nullable View lower;
  private final Series.@Nullable View upper;
  private final Columns columns;
  private final Points points;
  private final Column column;
  private int coarsest;
  private long index = Long.MIN_VALUE;
  private double next = Double.NEGATIVE_INFINITY;

  private Thinning(Track.Band band, Columns columns) {
    middle = band.middle();
    lower = band.low();
    upper = band.high();
    this.columns = columns;
    points = new Points((int) Math.min(4L * columns.count(), middle.rows()) + 16);
    column = new Column(columns);
  }

  /// A line of a band.
  static Figure.Line line(String key, String name, Track.Band band, Columns columns) {
    Thinning thinning = new Thinning(band, columns);
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
    double base = middle.span(0);
    long total = middle.buckets(0);
    double end = columns.begin(columns.count());
    long at = Math.max(0, (long) Math.floor(columns.begin(0) / base) - 1);
    coarsest = level(columns.begin(1) - columns.begin(0));
    at -= at % fan(coarsest);
    while (at < total) {
      double step = at * base;
      if (columns.places(step)) {
        enter(step);
        int level = at == 0 && middle.early() > 0 ? 0 : coarsest;
        while (level > 0 && (at % fan(level) != 0 || at / fan(level) >= middle.buckets(level))) {
          level--;
        }
        accept(level, (int) (at / fan(level)));
        at += fan(level);
        if (step > end) {
          break;
        }
      } else {
        at++;
      }
      if (at == 1) {
        acceptEarly(end);
      }
    }
    column.flush(points);
  }

  /// What lies between the first two buckets, of which each is a point of its own.
  private void acceptEarly(double end) {
    for (int i = 0; i < middle.early(); i++) {
      double step = middle.earlyStep(i);
      double value = middle.early(i);
      if (columns.places(step) && step <= end && !Double.isNaN(value)) {
        enter(step);
        column.accept(step, value, value, value, value);
        if (lower != null && upper != null) {
          column.low = Math.min(column.low, lower.early(i));
          column.high = Math.max(column.high, upper.early(i));
        }
      }
    }
  }

  /// Goes on to the column of a step, if that is another one.
  private void enter(double step) {
    if (step >= next) {
      index = Math.max(index + 1, columns.index(step));
      next = columns.begin(index + 1);
      double width = next - columns.begin(index);
      next -= ROUNDING * width;
      coarsest = level(width);
      column.flush(points);
      column.begin();
    }
  }

  /// The coarsest level whose buckets span no more than that many steps.
  private int level(double width) {
    int level = 0;
    while (level + 1 < middle.levels() && middle.span(level + 1) <= width * (1 + ROUNDING)) {
      level++;
    }
    return level;
  }

  private static long fan(int level) {
    long count = 1;
    for (int i = 0; i < level; i++) {
      count *= Series.FAN;
    }
    return count;
  }

  private void accept(int level, int bucket) {
    column.accept(
        middle.step(level, bucket),
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
    private final Columns columns;
    private boolean empty = true;
    private double gap = Double.NaN;
    private double low;
    private double high;

    Column(Columns columns) {
      this.columns = columns;
    }

    void begin() {
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
          points.add(columns.x(gap), Double.NaN, low, high);
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
      points.add(columns.x(x[which]), y[which], low, high);
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
