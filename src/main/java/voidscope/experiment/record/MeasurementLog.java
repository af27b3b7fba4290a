package voidscope.experiment.record;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measurements that someone wants to keep, by estimator and step; as many as are collected. They
/// go with the run's checkpoint.
public final class MeasurementLog {
  private final StepLog<Measurement> kept =
      new StepLog<>(Measurement::step, MeasurementLog::exchange);

  /// An empty one.
  public MeasurementLog() {}

  /// Keeps the newest measurement of each estimator.
  public void collect(Snapshot snapshot) {
    for (Track track : snapshot.tracks()) {
      Measurement measured = track.measured();
      if (measured != null) {
        kept.keep(track.id(), measured);
      }
    }
  }

  /// A contender's latest measurement: its own, or what is kept of it where that is a later one;
  /// null before the first.
  @Nullable Measurement newest(Track track) {
    Measurement own = track.measured();
    return measurements(track.id()).values().stream()
        .reduce((before, later) -> later)
        .filter(last -> own == null || last.step() > own.step())
        .orElse(own);
  }

  /// What is kept of an estimator, by steps.
  public Map<Long, Measurement> measurements(String estimator) {
    return kept.of(estimator);
  }

  /// Carries everything out or in.
  public void exchange(Archive archive) throws IOException {
    kept.exchange(archive);
  }

  /// Carries one out or in.
  ///
  /// @param now null where it is to be read
  public static Measurement exchange(Archive archive, @Nullable Measurement now)
      throws IOException {
    long step = archive.number(now == null ? 0 : now.step());
    long samples = archive.number(now == null ? 0 : now.samples());
    Measurement.Figure[] all = Measurement.Figure.values();
    double[] figures = new double[all.length];
    for (int i = 0; now != null && i < all.length; i++) {
      figures[i] = now.get(all[i]);
    }
    archive.doubles(figures);
    Map<Measurement.Figure, Double> known = new EnumMap<>(Measurement.Figure.class);
    for (int i = 0; i < all.length; i++) {
      known.put(all[i], figures[i]);
    }
    return new Measurement(step, (int) samples, known);
  }
}
