package voidscope.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measurements that someone wants to keep, by estimator and step; as many as are collected. They
/// go with the run's checkpoint.
public final class MeasurementLog {
  private final Map<String, Map<Long, Track.Measurement>> kept = new LinkedHashMap<>();

  /// An empty one.
  public MeasurementLog() {}

  /// Keeps the newest measurement of each estimator.
  public void collect(Snapshot snapshot) {
    for (Track track : snapshot.tracks()) {
      Track.Measurement measured = track.measured();
      if (measured != null) {
        of(track.choice().key()).put(measured.step(), measured);
      }
    }
  }

  private Map<Long, Track.Measurement> of(String estimator) {
    return kept.computeIfAbsent(estimator, key -> new TreeMap<>());
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
    return Collections.unmodifiableMap(kept.getOrDefault(estimator, new TreeMap<>()));
  }

  /// Carries everything out or in.
  void exchange(Archive archive) throws IOException {
    List<String> keys = List.copyOf(kept.keySet());
    long estimators = archive.number(keys.size());
    for (int i = 0; i < estimators; i++) {
      String key = archive.text(i < keys.size() ? keys.get(i) : "");
      List<Track.Measurement> now = new ArrayList<>(of(key).values());
      long count = archive.number(now.size());
      for (int j = 0; j < count; j++) {
        Track.Measurement measured = exchange(archive, j < now.size() ? now.get(j) : null);
        of(key).put(measured.step(), measured);
      }
    }
  }

  /// Carries one out or in.
  ///
  /// @param now null where it is to be read
  static Track.Measurement exchange(Archive archive, Track.@Nullable Measurement now)
      throws IOException {
    long step = archive.number(now == null ? 0 : now.step());
    long samples = archive.number(now == null ? 0 : now.samples());
    double[] v = now == null ? new double[Track.Measurement.FIGURES] : now.figures();
    archive.doubles(v);
    return Track.Measurement.of(step, (int) samples, v);
  }
}
