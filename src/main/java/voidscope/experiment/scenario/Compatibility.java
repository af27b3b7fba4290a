package voidscope.experiment.scenario;

import java.util.Optional;
import java.util.Set;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.objective.Capability;
import voidscope.problem.catalogue.Problems;

/// Which estimators can run with one problem.
@FunctionalInterface
public interface Compatibility {
  /// What the problem lacks for an estimator with its present settings; empty if it can run.
  Optional<Capability> missing(Choice estimator);

  /// That of a problem of the catalogue.
  static Compatibility with(Choice problem) {
    Set<Capability> offers =
        Problems.catalogue().get(problem.key()).maker().apply(problem.settings()).offers();
    return choice -> {
      Estimator estimator =
          Estimators.catalogue().get(choice.key()).maker().apply(choice.settings());
      return Estimator.missing(estimator.requires(), offers);
    };
  }

  /// Why an estimator cannot run, in a few words; empty if it can.
  default Optional<String> obstacle(Choice estimator) {
    return missing(estimator).map(Capability::lack);
  }

  /// Why a scenario cannot be run, naming the first estimator that cannot; empty if all can.
  static Optional<String> refusal(Scenario scenario) {
    Compatibility compatibility = with(scenario.problem());
    String problem = Problems.catalogue().get(scenario.problem().key()).label();
    Labels labels = Labels.of(scenario);
    return scenario.estimators().stream()
        .flatMap(
            entrant ->
                compatibility.obstacle(entrant.choice()).stream()
                    .map(
                        why ->
                            labels.of(entrant.id())
                                + " cannot run with the problem “"
                                + problem
                                + "”: "
                                + why
                                + "."))
        .findFirst();
  }
}
