package voidscope.laboratory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;

/// The scenario that an IDX file leads to where no other has been chosen: the one that a window
/// comes to which is opened with it.
final class ImageScenario {
  private ImageScenario() {}

  /// The catalogue's first problem that learns images learns these, with what suits it, by those
  /// estimators of the standard scenario that can run with it.
  static Scenario of(Path images) {
    Choice learner =
        Problems.catalogue().entries().stream()
            .map(problem -> Scenarios.problem(problem.key()))
            .filter(choice -> choice.settings().has(Problems.DATA))
            .findFirst()
            .orElseThrow();
    Value data = learner.settings().parameter(Problems.DATA).parse(images.toString());
    Choice problem = learner.with(Problems.DATA, data);
    ProblemEntry entry = Problems.catalogue().get(problem.key());
    Compatibility compatibility = Compatibility.with(problem);
    Scenario standard = Scenarios.standard();
    List<Entrant> estimators = new ArrayList<>();
    for (Entrant entrant : standard.estimators()) {
      Map<String, Value> suits = entry.estimators().getOrDefault(entrant.kind(), Map.of());
      Entrant suited = entrant.with(with(entrant.settings(), suits));
      if (compatibility.missing(suited.choice()).isEmpty()) {
        estimators.add(suited);
      }
    }
    return new Scenario(problem, estimators, with(standard.run(), entry.run()), List.of());
  }

  private static Settings with(Settings settings, Map<String, Value> values) {
    Settings changed = settings;
    for (Map.Entry<String, Value> value : values.entrySet()) {
      changed = changed.with(value.getKey(), value.getValue());
    }
    return changed;
  }
}
