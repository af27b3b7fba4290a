package voidscope.experiment.scenario;

import java.util.List;
import voidscope.catalogue.Settings;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.problem.catalogue.Problems;

/// Ready-made scenarios.
public final class Scenarios {
  private Scenarios() {}

  /// The lecture's toy problem with every estimator that belongs on its slide.
  public static Scenario standard() {
    Choice problem = problem(Problems.SQUARED_DISTANCE);
    Compatibility compatibility = Compatibility.with(problem);
    return new Scenario(
        problem,
        lecture().stream()
            .map(Scenarios::estimator)
            .filter(entrant -> compatibility.missing(entrant.choice()).isEmpty())
            .toList(),
        Settings.defaults(RunParameters.all()),
        List.of());
  }

  /// Keys of the estimators that the lecture compares, whether or not they can run with a problem.
  public static List<String> lecture() {
    return Estimators.catalogue().entries().stream()
        .filter(entry -> entry.place() == EstimatorEntry.Place.LECTURE)
        .map(EstimatorEntry::key)
        .toList();
  }

  /// An estimator with its defaults, the first of its kind.
  ///
  /// @throws IllegalArgumentException if the catalogue has none of this key
  public static Entrant estimator(String key) {
    EstimatorEntry entry = Estimators.catalogue().get(key);
    return new Entrant(key, Settings.defaults(entry.parameters()));
  }

  /// A problem with its defaults.
  ///
  /// @throws IllegalArgumentException if the catalogue has none of this key
  public static Choice problem(String key) {
    return new Choice(key, Settings.defaults(Problems.catalogue().get(key).parameters()));
  }
}
