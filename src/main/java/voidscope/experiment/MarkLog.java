package voidscope.experiment;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every estimator's figures at the steps that tables quote. They are taken as the run comes by,
/// whoever runs it, and go with its checkpoint.
public final class MarkLog {
  /// Those steps.
  public static final List<Long> STEPS = List.of(1000L, 3000L, 10_000L);

  private final Map<String, Map<Long, Figures>> kept = new LinkedHashMap<>();

  /// An empty one.
  public MarkLog() {}

  /// The first of the steps past one, or `most` if that comes before.
  public static long next(long step, long most) {
    long to = most;
    for (long mark : STEPS) {
      if (mark > step) {
        to = Math.min(to, mark);
      }
    }
    return to;
  }

  void keep(String estimator, Figures figures) {
    of(estimator).put(figures.step(), figures);
  }

  /// Forgets an estimator that begins anew or leaves.
  void forget(String estimator) {
    kept.remove(estimator);
  }

  void clear() {
    kept.clear();
  }

  private Map<Long, Figures> of(String estimator) {
    return kept.computeIfAbsent(estimator, key -> new TreeMap<>());
  }

  /// An estimator's figures at those of the steps that it has come by, in order.
  public Map<Long, Figures> figures(String estimator) {
    return Collections.unmodifiableMap(kept.getOrDefault(estimator, new TreeMap<>()));
  }

  /// Carries everything out or in.
  void exchange(Archive archive) throws IOException {
    List<String> keys = List.copyOf(kept.keySet());
    long estimators = archive.number(keys.size());
    for (int i = 0; i < estimators; i++) {
      String key = archive.text(i < keys.size() ? keys.get(i) : "");
      List<Figures> now = List.copyOf(of(key).values());
      long count = archive.number(now.size());
      for (int j = 0; j < count; j++) {
        keep(key, Figures.exchange(archive, j < now.size() ? now.get(j) : null));
      }
    }
  }
}
