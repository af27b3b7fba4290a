package voidscope.experiment.record;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What is kept of estimators, one thing a step.
final class StepLog<T> {
  private final Map<String, Map<Long, T>> kept = new LinkedHashMap<>();
  private final ToLongFunction<T> step;
  private final Carrier<T> carrier;

  /// Carries one thing out or in.
  @FunctionalInterface
  interface Carrier<T> {
    /// The thing that is written or read.
    ///
    /// @param now null where it is to be read
    T exchange(Archive archive, @Nullable T now) throws IOException;
  }

  StepLog(ToLongFunction<T> step, Carrier<T> carrier) {
    this.step = step;
    this.carrier = carrier;
  }

  void keep(String estimator, T thing) {
    kept.computeIfAbsent(estimator, key -> new TreeMap<>()).put(step.applyAsLong(thing), thing);
  }

  void forget(String estimator) {
    kept.remove(estimator);
  }

  void clear() {
    kept.clear();
  }

  /// What is kept of an estimator, by steps.
  Map<Long, T> of(String estimator) {
    return Collections.unmodifiableMap(kept.getOrDefault(estimator, Map.of()));
  }

  void exchange(Archive archive) throws IOException {
    List<String> keys = List.copyOf(kept.keySet());
    long estimators = archive.number(keys.size());
    for (int i = 0; i < estimators; i++) {
      String key = archive.text(i < keys.size() ? keys.get(i) : "");
      List<T> now = List.copyOf(of(key).values());
      long count = archive.number(now.size());
      for (int j = 0; j < count; j++) {
        keep(key, carrier.exchange(archive, j < now.size() ? now.get(j) : null));
      }
    }
  }
}
