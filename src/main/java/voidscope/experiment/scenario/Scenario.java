package voidscope.experiment.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;

/// Everything that a result depends on: equal scenarios give equal results, bit for bit.
///
/// @param problem the problem at step 0
/// @param estimators the contenders at step 0, each key at most once
/// @param run the run's parameters at step 0
/// @param events the live changes, ascending in their steps
public record Scenario(Choice problem, List<Choice> estimators, Settings run, EventLog events) {
  /// Scope of a problem's parameter.
  public static final String PROBLEM = "problem";

  /// Scope of a run's parameter.
  public static final String RUN = "run";

  /// Copies the list.
  public Scenario {
    estimators = List.copyOf(estimators);
  }

  /// The same of events in any list.
  public Scenario(Choice problem, List<Choice> estimators, Settings run, List<Event> events) {
    this(problem, estimators, run, EventLog.of(events));
  }

  /// The contender of a key.
  public Optional<Choice> estimator(String key) {
    return estimators.stream().filter(choice -> choice.key().equals(key)).findFirst();
  }

  /// The settings that a scope holds.
  ///
  /// @throws IllegalArgumentException if no estimator of this scenario is called so
  public Settings settings(String scope) {
    return switch (scope) {
      case PROBLEM -> problem.settings();
      case RUN -> run;
      default ->
          estimator(scope)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no estimator \"" + scope + "\" in this scenario"))
              .settings();
    };
  }

  /// The parameter of a scope and key.
  ///
  /// @throws IllegalArgumentException if there is none
  public Parameter parameter(String scope, String key) {
    return settings(scope).parameter(key);
  }

  /// The same with another number at step 0.
  ///
  /// @throws IllegalArgumentException if scope or key is unknown or the number out of range
  public Scenario with(String scope, String key, double number) {
    Value value = parameter(scope, key).range().value(number);
    return with(scope, key, value);
  }

  /// The same with another value at step 0.
  ///
  /// @throws IllegalArgumentException if scope or key is unknown or the value not allowed
  public Scenario with(String scope, String key, Value value) {
    return switch (scope) {
      case PROBLEM -> new Scenario(problem.with(key, value), estimators, run, events);
      case RUN -> new Scenario(problem, estimators, run.with(key, value), events);
      default -> {
        settings(scope);
        List<Choice> changed = new ArrayList<>(estimators);
        changed.replaceAll(choice -> choice.key().equals(scope) ? choice.with(key, value) : choice);
        yield new Scenario(problem, changed, run, events);
      }
    };
  }

  /// The same with other events.
  public Scenario withEvents(List<Event> newEvents) {
    return new Scenario(problem, estimators, run, newEvents);
  }

  /// The same with other contenders.
  public Scenario withEstimators(List<Choice> newEstimators) {
    return new Scenario(problem, newEstimators, run, events);
  }

  /// The values that hold after all events, with no events left. Events of estimators that are not
  /// in the scenario are passed over.
  public Scenario settled() {
    return at(Long.MAX_VALUE);
  }

  /// The values that hold for the step after `step` steps are done, with no events left.
  public Scenario at(long step) {
    Map<List<String>, Event> newest = new LinkedHashMap<>();
    for (Event event : events.through(step)) {
      newest.put(List.of(event.scope(), event.key()), event);
    }
    Scenario result = start();
    for (Event event : newest.values()) {
      result = result.with(event);
    }
    return result;
  }

  /// The values at step 0, without events.
  public Scenario start() {
    return withEvents(EventLog.EMPTY);
  }

  /// The same with an event's value at step 0; an event of an estimator that is not in the scenario
  /// is passed over.
  ///
  /// @throws IllegalArgumentException if its key is unknown or its value out of range
  public Scenario with(Event event) {
    return knows(event.scope()) ? with(event.scope(), event.key(), event.value()) : this;
  }

  /// The order in which files tell what one gesture changes: problem, run, estimators, and in each
  /// of them the parameters in their order.
  public Comparator<Event> order() {
    List<String> scopes = new ArrayList<>(List.of(PROBLEM, RUN));
    estimators.forEach(choice -> scopes.add(choice.key()));
    return Comparator.<Event>comparingInt(event -> scopes.indexOf(event.scope()))
        .thenComparingInt(
            event ->
                knows(event.scope())
                    ? settings(event.scope())
                        .parameters()
                        .indexOf(parameter(event.scope(), event.key()))
                    : 0);
  }

  /// The same without the events of estimators that are not in it.
  public Scenario withoutStrangers() {
    return events.stream().allMatch(event -> knows(event.scope()))
        ? this
        : withEvents(events.stream().filter(event -> knows(event.scope())).toList());
  }

  /// Whether events of this scope concern this scenario.
  boolean knows(String scope) {
    return scope.equals(PROBLEM) || scope.equals(RUN) || estimator(scope).isPresent();
  }
}
