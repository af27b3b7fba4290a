package voidscope.experiment.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Quantity;
import voidscope.stat.Quantiles;

/// What is kept of a contender's run: bounded series, of several replicates their median and
/// quartiles. Written by the compute thread.
public final class Recording {
  private static final int CAPACITY = 1 << 16;

  /// ln 10⁻²⁴: a variance below that lies beneath the rounding of single precision and is zero.
  private static final double LEAST = -55.26;

  /// Of a band: median, quartiles.
  private static final double[] SHARES = {0.5, 0.25, 0.75};

  private final List<Quantity> recorded;
  private final List<Series[]> columns = new ArrayList<>();
  private final float[] gathered;

  /// @param replicates how many runs
  /// @param recorded quantities that are recorded
  /// @param spreads whether the first comes with quartiles of its own
  /// @param every steps between two measurements
  public Recording(int replicates, List<Quantity> recorded, boolean spreads, int every) {
    this.recorded = recorded;
    boolean seldom = !recorded.getFirst().source().stepwise();
    long[] early = seldom ? Early.steps(every) : new long[0];
    for (Quantity quantity : recorded) {
      boolean band = replicates > 1 || (columns.isEmpty() && spreads);
      Series[] series = new Series[band ? SHARES.length : 1];
      boolean stepwise = quantity.source().stepwise();
      int spacing = stepwise ? 1 : every;
      long[] between = stepwise ? new long[0] : early;
      Arrays.setAll(series, i -> new Series(CAPACITY, spacing, between));
      columns.add(series);
    }
    gathered = new float[replicates];
  }

  /// Takes over the rows that all replicates have.
  public void take(Trace[] traces) {
    for (int column = 0; column < columns.size(); column++) {
      int rows = Integer.MAX_VALUE;
      for (Trace trace : traces) {
        rows = Math.min(rows, trace.rows(column));
      }
      for (int row = 0; row < rows; row++) {
        take(traces, column, row);
      }
    }
    takeEarly(traces);
  }

  /// All replicates tell the same quantities at the same steps, unless one has failed.
  private void takeEarly(Trace[] traces) {
    int count = Integer.MAX_VALUE;
    for (Trace trace : traces) {
      count = Math.min(count, trace.early().size());
    }
    for (int k = 0; k < count; k++) {
      Trace.Between one = traces[0].early().get(k);
      for (int i = 0; i < traces.length; i++) {
        gathered[i] = traces[i].early().get(k).value();
      }
      Series[] series = columns.get(one.column());
      boolean logarithm = recorded.get(one.column()).source().measured();
      summarise(series.length > 1, logarithm, (i, value) -> series[i].addEarly(one.step(), value));
    }
  }

  private void take(Trace[] traces, int column, int row) {
    Series[] series = columns.get(column);
    if (traces.length == 1 && series.length > 1) {
      series[1].add(traces[0].low[row]);
      series[2].add(traces[0].high[row]);
      series[0].add(traces[0].value(column, row));
      return;
    }
    for (int i = 0; i < traces.length; i++) {
      gathered[i] = traces[i].value(column, row);
    }
    summarise(
        series.length > 1,
        recorded.get(column).source().measured(),
        (i, value) -> series[i].add(value));
  }

  /// Takes the median and the quartiles, or the one value, by their places among the shares.
  private interface Taker {
    void take(int share, double value);
  }

  private void summarise(boolean band, boolean logarithm, Taker taker) {
    if (band) {
      Quantiles.sort(gathered, gathered.length);
    }
    for (int i = 0; i < (band ? SHARES.length : 1); i++) {
      double value = band ? Quantiles.of(gathered, gathered.length, SHARES[i]) : gathered[0];
      taker.take(i, logarithm ? logarithm(value) : value);
    }
  }

  /// The logarithm of a variance; that of one beneath rounding is minus infinity, so that the
  /// variance is drawn as zero, which is no failure.
  static double logarithm(double value) {
    return value < LEAST ? Double.NEGATIVE_INFINITY : value;
  }

  /// Marks the end of a run that has failed.
  public void fail() {
    for (int column = 0; column < columns.size(); column++) {
      if (!recorded.get(column).source().measured()) {
        columns.get(column)[0].add(Double.NaN);
      }
    }
  }

  /// Carries everything recorded out or in.
  public void exchange(Archive archive) throws IOException {
    List<Series> unknown = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      for (Series each : columns.get(column)) {
        if (told(archive, column)) {
          each.exchange(archive);
        } else {
          unknown.add(each);
        }
      }
    }
    unknown.forEach(this::unknown);
  }

  private boolean told(Archive archive, int column) {
    return switch (recorded.get(column).source()) {
      case TERM -> archive.tellsTermsAndPins();
      case PART -> archive.tellsParts();
      case RUNNING_WEIGHTS -> archive.tellsRunning() || !episodic();
      default -> true;
    };
  }

  private boolean episodic() {
    return IntStream.range(0, columns.size()).anyMatch(i -> of(Quantity.Source.BATCH, i));
  }

  /// Fills a series of a measurement up to the present, as nobody made it; it may have what every
  /// run measures before its first step.
  private void unknown(Series series) {
    long length = variance().middle().length();
    for (long i = series.view().length(); i < length; i++) {
      series.add(Double.POSITIVE_INFINITY);
    }
  }

  /// What the problem follows: all that stands before the loss.
  public List<Track.Band> quantities() {
    return columns.stream().limit(at(Quantity.Source.LOSS)).map(Recording::band).toList();
  }

  public Track.Band loss() {
    return band(columns.get(at(Quantity.Source.LOSS)));
  }

  public Track.Band variance() {
    return band(columns.get(at(Quantity.Source.VARIANCE)));
  }

  /// Null where there is no control variate to be measured.
  public Track.@Nullable Control control() {
    int ratio = at(Quantity.Source.CONTROL_RATIO);
    return ratio < 0
        ? null
        : new Track.Control(
            band(columns.get(ratio)),
            band(columns.get(at(Quantity.Source.CONTROL_PREDICTION))),
            each(Quantity.Source.TERM),
            each(Quantity.Source.PART));
  }

  private List<Track.TermVariance> each(Quantity.Source source) {
    return IntStream.range(0, columns.size())
        .filter(column -> of(source, column))
        .mapToObj(
            column ->
                new Track.TermVariance(recorded.get(column).label(), band(columns.get(column))))
        .toList();
  }

  private boolean of(Quantity.Source source, int column) {
    return recorded.get(column).source() == source;
  }

  /// Where the one quantity of a source stands; −1 where there is none.
  private int at(Quantity.Source source) {
    for (int column = 0; column < recorded.size(); column++) {
      if (recorded.get(column).source() == source) {
        return column;
      }
    }
    return -1;
  }

  private static Track.Band band(Series[] series) {
    return series.length == 1
        ? new Track.Band(series[0].view(), null, null)
        : new Track.Band(series[0].view(), series[1].view(), series[2].view());
  }
}
