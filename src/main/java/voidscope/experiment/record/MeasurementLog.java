package voidscope.experiment.record;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measurements that someone wants to keep, by estimator and step; as many as are collected. They
/// go with the run's checkpoint.
public final class MeasurementLog {
  private final StepLog<Track.Measurement> kept =
      new StepLog<>(Track.Measurement::step, MeasurementLog::exchange);

  /// An empty one.
  public MeasurementLog() {}

  /// Keeps the newest measurement of each estimator.
  public void collect(Snapshot snapshot) {
    for (Track track : snapshot.tracks()) {
      Track.Measurement measured = track.measured();
      if (measured != null) {
        kept.keep(track.choice().key(), measured);
      }
    }
  }

  /// A contender's latest measurement: its own, or what is kept of it where that is a later one;
  /// null before the first.
  Track.@Nullable Measurement newest(Track track) {
    Track.Measurement own = track.measured();
    return measurements(track.choice().key()).values().stream()
        .reduce((before, later) -> later)
        .filter(last -> own == null || last.step() > own.step())
        .orElse(own);
  }

  /// What is kept of an estimator, by steps.
  public Map<Long, Track.Measurement> measurements(String estimator) {
    return kept.of(estimator);
  }

  /// Carries everything out or in.
  public void exchange(Archive archive) throws IOException {
    kept.exchange(archive);
  }

  /// Carries one out or in.
  ///
  /// @param now null where it is to be read
  public static Track.Measurement exchange(Archive archive, Track.@Nullable Measurement now)
      throws IOException {
    long step = archive.number(now == null ? 0 : now.step());
    long samples = archive.number(now == null ? 0 : now.samples());
    double[] v = now == null ? new double[Track.Measurement.FIGURES] : now.figures();
    archive.doubles(v);
    return Track.Measurement.of(step, (int) samples, v);
  }
}
