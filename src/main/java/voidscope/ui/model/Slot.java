package voidscope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Parameter;
import voidscope.estimator.EstimatorParameters;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;

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

  /// The parameters of the relaxation, which those estimators share that stand once.
  static List<Slot> shared(Draft draft) {
    Map<Parameter, List<String>> owners = new LinkedHashMap<>();
    for (Draft.Row row : draft.rows()) {
      Entrant entrant = row.entrant();
      if (draft.alone(entrant.id())) {
        for (Parameter parameter : entrant.settings().parameters()) {
          owners.computeIfAbsent(parameter, p -> new ArrayList<>()).add(entrant.id());
        }
      }
    }
    List<Slot> result = new ArrayList<>();
    owners.forEach(
        (parameter, scopes) -> {
          if (EstimatorParameters.relaxation().contains(parameter)) {
            result.addAll(of(List.of(parameter), scopes));
          }
        });
    return paired(result, owners.keySet());
  }

  /// The parameters that an estimator has for itself: beside those of the relaxation, or all where
  /// it stands more than once.
  static List<Slot> own(Draft draft, String id) {
    boolean episodic = Problems.episodic(draft.problem().settings());
    List<Parameter> own =
        draft.entrant(id).settings().parameters().stream()
            .filter(p -> !draft.alone(id) || !EstimatorParameters.relaxation().contains(p))
            .filter(p -> episodic || !EstimatorParameters.episodic().contains(p))
            .toList();
    return paired(of(own, List.of(id)), own);
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

  /// The steps at which surrogates are kept.
  public static Slot pins() {
    return new Slot(RunParameters.PINS, List.of(Scenario.RUN), null);
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
}
