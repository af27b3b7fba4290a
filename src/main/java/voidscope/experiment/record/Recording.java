package voidscope.experiment.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.stat.Quantiles;

/// What is kept of a contender's run: bounded series, of several replicates their median and
/// quartiles. Written by the compute thread.
public final class Recording {
  private static final int CAPACITY = 1 << 16;

  /// ln 10⁻²⁴: a variance below that lies beneath the rounding of single precision and is zero.
  private static final double LEAST = -55.26;

  /// Of a band: median, quartiles.
  private static final double[] SHARES = {0.5, 0.25, 0.75};

  private final List<Series[]> quantities = new ArrayList<>();
  private final Series[] loss;
  private final Series[] variance;
  private final Series @Nullable [] ratio;
  private final Series @Nullable [] prediction;
  private final float[] gathered;

  /// @param replicates how many runs
  /// @param followed quantities that are followed
  /// @param spreads whether the first comes with quartiles of its own
  /// @param controlled whether there is a control variate to be measured
  /// @param spacing steps between two values of a quantity
  /// @param every steps between two measurements
  public Recording(
      int replicates, int followed, boolean spreads, boolean controlled, int spacing, int every) {
    boolean band = replicates > 1;
    for (int q = 0; q < followed; q++) {
      quantities.add(series(band || (q == 0 && spreads), spacing));
    }
    loss = series(band, 1);
    variance = series(band, every);
    ratio = controlled ? series(band, every) : null;
    prediction = controlled ? series(band, every) : null;
    gathered = new float[replicates];
  }

  private static Series[] series(boolean band, int spacing) {
    Series[] result = new Series[band ? 3 : 1];
    Arrays.setAll(result, i -> new Series(CAPACITY, spacing));
    return result;
  }

  /// Takes over the rows that all replicates have.
  public void take(Trace[] traces) {
    int rows = traces[0].steps;
    int followed = traces[0].followed;
    int measurements = traces[0].measurements;
    for (Trace trace : traces) {
      rows = Math.min(rows, trace.steps);
      followed = Math.min(followed, trace.followed);
      measurements = Math.min(measurements, trace.measurements);
    }
    for (int row = 0; row < followed; row++) {
      for (int q = 0; q < quantities.size(); q++) {
        Series[] series = quantities.get(q);
        if (traces.length == 1 && series.length > 1) {
          series[1].add(traces[0].low[row]);
          series[2].add(traces[0].high[row]);
          series[0].add(traces[0].quantities[q][row]);
        } else {
          for (int i = 0; i < traces.length; i++) {
            gathered[i] = traces[i].quantities[q][row];
          }
          append(series, false);
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < traces.length; i++) {
        gathered[i] = traces[i].loss[row];
      }
      append(loss, false);
    }
    for (int row = 0; row < measurements; row++) {
      for (int i = 0; i < traces.length; i++) {
        gathered[i] = traces[i].variance[row];
      }
      append(variance, true);
      if (ratio != null && prediction != null) {
        for (int i = 0; i < traces.length; i++) {
          gathered[i] = traces[i].ratio[row];
        }
        append(ratio, true);
        for (int i = 0; i < traces.length; i++) {
          gathered[i] = traces[i].prediction[row];
        }
        append(prediction, true);
      }
    }
  }

  private void append(Series[] series, boolean logarithm) {
    boolean band = series.length > 1;
    if (band) {
      Quantiles.sort(gathered, gathered.length);
    }
    for (int i = 0; i < series.length; i++) {
      double value = band ? Quantiles.of(gathered, gathered.length, SHARES[i]) : gathered[0];
      series[i].add(logarithm ? logarithm(value) : value);
    }
  }

  /// The logarithm of a variance; that of one beneath rounding is minus infinity, so that the
  /// variance is drawn as zero, which is no failure.
  static double logarithm(double value) {
    return value < LEAST ? Double.NEGATIVE_INFINITY : value;
  }

  /// Marks the end of a run that has failed.
  public void fail() {
    for (Series[] series : quantities) {
      series[0].add(Double.NaN);
    }
    loss[0].add(Double.NaN);
  }

  /// Carries everything recorded out or in.
  public void exchange(Archive archive) throws IOException {
    List<Series[]> all = new ArrayList<>(quantities);
    all.add(loss);
    all.add(variance);
    if (ratio != null && prediction != null) {
      all.add(ratio);
      all.add(prediction);
    }
    for (Series[] series : all) {
      for (Series each : series) {
        each.exchange(archive);
      }
    }
  }

  public List<Track.Band> quantities() {
    return quantities.stream().map(Recording::band).toList();
  }

  public Track.Band loss() {
    return band(loss);
  }

  public Track.Band variance() {
    return band(variance);
  }

  public Track.@Nullable Control control() {
    return ratio == null || prediction == null
        ? null
        : new Track.Control(band(ratio), band(prediction));
  }

  private static Track.Band band(Series[] series) {
    return series.length == 1
        ? new Track.Band(series[0].view(), null, null)
        : new Track.Band(series[0].view(), series[1].view(), series[2].view());
  }
}
