package voidscope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Parameter;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.ProblemEntry;

/// A parameter as the screen shows it: once, though several estimators may share it.
///
/// @param parameter what is set
/// @param scopes the scopes that it is written to
/// @param tuner the flag that hands the parameter over to the estimator, or null
public record Slot(Parameter parameter, List<String> scopes, @Nullable Parameter tuner) {
  /// A name for tests and style sheets.
  public String id() {
    return (scopes.size() > 1 ? "shared" : scopes.getFirst()) + "-" + parameter.key();
  }

  /// The parameters of a problem.
  public static List<Slot> problem(ProblemEntry entry) {
    return of(entry.parameters(), List.of(Scenario.PROBLEM));
  }

  /// The parameters of the relaxation, which several estimators share.
  public static List<Slot> shared() {
    Map<Parameter, List<String>> owners = owners();
    List<Slot> result = new ArrayList<>();
    owners.forEach(
        (parameter, scopes) -> {
          if (EstimatorParameters.relaxation().contains(parameter)) {
            result.addAll(of(List.of(parameter), scopes));
          }
        });
    return paired(result, owners.keySet());
  }

  /// The parameters of this estimator beside those of the relaxation.
  public static List<Slot> own(EstimatorEntry entry) {
    List<Parameter> own =
        entry.parameters().stream()
            .filter(p -> !EstimatorParameters.relaxation().contains(p))
            .toList();
    return paired(of(own, List.of(entry.key())), own);
  }

  /// The run's parameters that concern learning.
  public static List<Slot> learning() {
    return of(RunParameters.learning(), List.of(Scenario.RUN));
  }

  /// The run's other parameters; the seed stands in the transport bar.
  public static List<Slot> measurement() {
    return of(
        RunParameters.all().stream()
            .filter(p -> !RunParameters.learning().contains(p) && !p.equals(RunParameters.SEED))
            .toList(),
        List.of(Scenario.RUN));
  }

  /// The seed of the run.
  public static Slot seed() {
    return new Slot(RunParameters.SEED, List.of(Scenario.RUN), null);
  }

  private static List<Slot> of(List<Parameter> parameters, List<String> scopes) {
    return parameters.stream().map(p -> new Slot(p, scopes, null)).toList();
  }

  /// Gives each tuned parameter its flag, which then needs no row of its own.
  private static List<Slot> paired(List<Slot> slots, Iterable<Parameter> parameters) {
    Map<String, Parameter> flags = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (!parameter.hands().isEmpty()) {
        flags.put(parameter.hands(), parameter);
      }
    }
    return slots.stream()
        .filter(slot -> !flags.containsValue(slot.parameter()))
        .map(slot -> new Slot(slot.parameter(), slot.scopes(), flags.get(slot.parameter().key())))
        .toList();
  }

  private static Map<Parameter, List<String>> owners() {
    Map<Parameter, List<String>> owners = new LinkedHashMap<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      for (Parameter parameter : entry.parameters()) {
        owners.computeIfAbsent(parameter, p -> new ArrayList<>()).add(entry.key());
      }
    }
    return owners;
  }
}
