package voidscope.experiment.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of its kind's inks each estimator of a scenario is drawn in. It follows from the ids, so
/// that neither order nor label recolours a line.
public final class Variants {
  /// Inks of a kind whose colours are apart.
  private static final int APART = 4;

  private Variants() {}

  /// The numbers of the inks from 0, by id: that of an id's own number where it is free, else the
  /// lowest free one of the kind.
  public static Map<String, Integer> of(List<Entrant> entrants) {
    Map<String, Integer> variants = new HashMap<>();
    Map<String, Set<Integer>> taken = new HashMap<>();
    List<Entrant> others = new ArrayList<>();
    for (Entrant entrant : entrants) {
      int wanted = entrant.number() - 1;
      if (wanted >= 0 && wanted < APART) {
        variants.put(entrant.id(), wanted);
        taken.computeIfAbsent(entrant.kind(), any -> new HashSet<>()).add(wanted);
      } else {
        others.add(entrant);
      }
    }
    others.sort(Comparator.comparingInt(Entrant::number).thenComparing(Entrant::id));
    for (Entrant entrant : others) {
      Set<Integer> used = taken.computeIfAbsent(entrant.kind(), any -> new HashSet<>());
      int free = 0;
      while (!used.add(free)) {
        free++;
      }
      variants.put(entrant.id(), free);
    }
    return variants;
  }
}
