package voidscope.ui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenarios;
import voidscope.text.Words;

/// Who can run with which problem, and who joins and leaves when the problem changes.
final class Lineup {
  private final Function<Choice, Compatibility> rule;
  private final Set<String> dismissed = new HashSet<>();
  private final Map<Choice, Optional<String>> known = new LinkedHashMap<>();
  private @Nullable Choice problem;
  private @Nullable Compatibility compatibility;

  /// @param rule which estimators can run with a problem
  Lineup(Function<Choice, Compatibility> rule) {
    this.rule = rule;
  }

  /// Who takes part after a change of the problem.
  ///
  /// @param estimators in the catalogue's order
  /// @param left labels of those who cannot stay, by the reason
  /// @param joined labels of those who have come in
  record Change(List<Choice> estimators, Map<String, List<String>> left, List<String> joined) {
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

  /// Notes that the user has put an estimator in or out; who was put out stays out.
  void place(String key, boolean in) {
    if (in) {
      dismissed.remove(key);
    } else {
      dismissed.add(key);
    }
  }

  /// Forgets whom the user has put out.
  void clear() {
    dismissed.clear();
  }

  /// Sends away who cannot run with a new problem, and lets those of the standard set in who could
  /// not run before.
  ///
  /// @param now those who take part, with the values they are to have
  /// @param draft an estimator's values by its key
  Change change(Choice from, Choice to, List<Choice> now, Function<String, Choice> draft) {
    Set<String> in = now.stream().map(Choice::key).collect(Collectors.toSet());
    Set<String> barred = new HashSet<>();
    for (String key : Scenarios.lecture()) {
      if (obstacle(from, draft.apply(key)).isPresent()) {
        barred.add(key);
      }
    }
    List<Choice> estimators = new ArrayList<>();
    Map<String, List<String>> left = new LinkedHashMap<>();
    List<String> joined = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      Choice choice = draft.apply(entry.key());
      Optional<String> obstacle = obstacle(to, choice);
      boolean taking = in.contains(entry.key());
      if (taking && obstacle.isPresent()) {
        left.computeIfAbsent(obstacle.get(), reason -> new ArrayList<>()).add(entry.label());
      } else if (taking) {
        estimators.add(choice);
      } else if (obstacle.isEmpty()
          && barred.contains(entry.key())
          && !dismissed.contains(entry.key())) {
        estimators.add(choice);
        joined.add(entry.label());
      }
    }
    return new Change(List.copyOf(estimators), left, joined);
  }
}
