package voidscope.ui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenarios;
import voidscope.text.Words;

/// Who can run with which problem, and who joins and leaves when the problem changes.
final class Lineup {
  private final Function<Choice, Compatibility> rule;
  private final Map<Choice, Optional<String>> known = new LinkedHashMap<>();
  private @Nullable Choice problem;
  private @Nullable Compatibility compatibility;

  /// @param rule which estimators can run with a problem
  Lineup(Function<Choice, Compatibility> rule) {
    this.rule = rule;
  }

  /// Who takes part after a change of the problem.
  ///
  /// @param ids of those who take part
  /// @param left labels of those who cannot stay, by the reason
  /// @param joined labels of those who have come in
  record Change(Set<String> ids, Map<String, List<String>> left, List<String> joined) {
    /// What the user is told; null if there is nothing to tell.
    @Nullable Message message() {
      String came = joined.isEmpty() ? "" : Words.list(joined) + " joined.";
      if (left.isEmpty()) {
        return joined.isEmpty()
            ? null
            : Message.success(Words.list(joined) + " joined the run", "This problem suits them.");
      }
      List<String> gone = left.values().stream().flatMap(List::stream).toList();
      String why =
          left.entrySet().stream()
              .map(entry -> Words.list(entry.getValue()) + ": " + entry.getKey() + ".")
              .collect(Collectors.joining(" "));
      return new Message(
          Message.Kind.WARNING,
          Words.list(gone) + " cannot run with this problem and left",
          (why + " " + came).strip() + "\nThey come back with a problem that suits them.",
          Message.Remedy.NONE);
    }
  }

  /// Why an estimator cannot run with a problem, in a few words; empty if it can.
  Optional<String> obstacle(Choice chosen, Choice estimator) {
    Compatibility now = compatibility;
    if (now == null || !chosen.equals(problem)) {
      now = rule.apply(chosen);
      problem = chosen;
      compatibility = now;
      known.clear();
    }
    return known.computeIfAbsent(estimator, now::obstacle);
  }

  /// Sends away who cannot run with a new problem, and lets those of the standard set in who could
  /// not run before and were not put out.
  ///
  /// @param draft with the new problem pending, and what suits it
  Change change(Draft draft) {
    Choice from = draft.wanted().problem();
    Choice to = draft.problem();
    Set<String> barred = new HashSet<>();
    for (Draft.Row row : draft.rows()) {
      boolean standard = Scenarios.lecture().contains(row.entrant().kind());
      if (standard && obstacle(from, row.entrant().choice()).isPresent()) {
        barred.add(row.entrant().id());
      }
    }
    Set<String> staying = new LinkedHashSet<>();
    Map<String, List<String>> left = new LinkedHashMap<>();
    List<String> joined = new ArrayList<>();
    for (Draft.Row row : draft.rows()) {
      String id = row.entrant().id();
      Optional<String> obstacle = obstacle(to, row.entrant().choice());
      boolean taking = draft.takesPart(id);
      if (taking && obstacle.isPresent()) {
        left.computeIfAbsent(obstacle.get(), reason -> new ArrayList<>()).add(draft.label(id));
      } else if (taking) {
        staying.add(id);
      } else if (obstacle.isEmpty() && barred.contains(id) && !draft.dismissed().contains(id)) {
        staying.add(id);
        joined.add(draft.label(id));
      }
    }
    return new Change(staying, left, joined);
  }
}
