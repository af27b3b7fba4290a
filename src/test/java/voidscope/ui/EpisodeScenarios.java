package voidscope.ui;

import java.util.List;
import java.util.stream.Stream;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;

/// Scenarios of episodes, with the values that suit their problem.
final class EpisodeScenarios {
  private EpisodeScenarios() {}

  static Scenario of(String problem, String... estimators) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem(problem),
            Stream.of(estimators).map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of());
    for (var suited : Problems.catalogue().get(problem).run().entrySet()) {
      scenario = scenario.with(Scenario.RUN, suited.getKey(), suited.getValue());
    }
    return scenario;
  }
}
