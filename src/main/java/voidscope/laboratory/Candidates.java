package voidscope.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Labels;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;

/// The estimators that take part in a scenario, and those that may.
public final class Candidates {
  private Candidates() {}

  /// Those who take part in their order, the other kinds behind those that the catalogue has before
  /// them; of the kinds that do not take part one each, with what suits the problem.
  public static List<Entrant> of(Scenario scenario) {
    List<Entrant> all = new ArrayList<>(scenario.estimators());
    List<String> kinds =
        Estimators.catalogue().entries().stream().map(Catalogue.Named::key).toList();
    for (String kind : kinds) {
      if (all.stream().noneMatch(entrant -> entrant.kind().equals(kind))) {
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
          if (kinds.indexOf(all.get(i).kind()) < kinds.indexOf(kind)) {
            at = i + 1;
          }
        }
        all.add(at, suited(kind, scenario.problem()));
      }
    }
    return List.copyOf(all);
  }

  /// The first of a kind with its defaults but for what suits a problem.
  private static Entrant suited(String kind, Choice problem) {
    Entrant entrant = Scenarios.estimator(kind);
    Map<String, Value> values =
        Problems.catalogue().get(problem.key()).estimators().getOrDefault(kind, Map.of());
    for (Map.Entry<String, Value> value : values.entrySet()) {
      entrant = entrant.with(value.getKey(), value.getValue());
    }
    return entrant;
  }

  /// Those that lists show of a scenario as it has been opened: who takes part, and of the others
  /// those of the lecture.
  static List<Comparison.Candidate> listed(Scenario scenario) {
    Compatibility compatibility = Compatibility.with(scenario.problem());
    List<Comparison.Candidate> listed = new ArrayList<>();
    for (Entrant entrant : of(scenario)) {
      EstimatorEntry entry = Estimators.catalogue().get(entrant.kind());
      boolean takesPart = scenario.estimator(entrant.id()).isPresent();
      if (!takesPart && entry.place() == EstimatorEntry.Place.FURTHER) {
        continue;
      }
      List<Entrant> beside =
          takesPart
              ? scenario.estimators()
              : Stream.concat(scenario.estimators().stream(), Stream.of(entrant)).toList();
      listed.add(
          new Comparison.Candidate(
              entrant.id(),
              Labels.of(beside).of(entrant.id()),
              entry,
              entry.maker().apply(entrant.settings()),
              takesPart,
              compatibility.obstacle(entrant.choice()).orElse("")));
    }
    return List.copyOf(listed);
  }
}
