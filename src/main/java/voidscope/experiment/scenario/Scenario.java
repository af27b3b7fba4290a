package voidscope.experiment.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;

/// Everything that a result depends on: equal scenarios give equal results, bit for bit.
///
/// @param problem the problem at step 0
/// @param estimators the contenders at step 0, each id at most once
/// @param run the run's parameters at step 0
/// @param events the live changes, ascending in their steps
/// @param numbers of kinds of which one had a higher number than any that is still there: that
///   number, so that no id ever means two
public record Scenario(
    Choice problem,
    List<Entrant> estimators,
    Settings run,
    EventLog events,
    SortedMap<String, Integer> numbers) {
  /// Scope of a problem's parameter.
  public static final String PROBLEM = "problem";

  /// Scope of a run's parameter.
  public static final String RUN = "run";

  /// Copies what may be changed, and leaves out numbers that the ids tell.
  ///
  /// @throws IllegalArgumentException if two estimators have one id
  public Scenario {
    estimators = List.copyOf(estimators);
    Set<String> ids = new HashSet<>();
    for (Entrant entrant : estimators) {
      if (!ids.add(entrant.id())) {
        throw new IllegalArgumentException("two estimators are called \"" + entrant.id() + "\"");
      }
    }
    SortedMap<String, Integer> further = new TreeMap<>(numbers);
    List<Entrant> present = estimators;
    further.entrySet().removeIf(most -> most.getValue() <= highest(most.getKey(), present));
    numbers = Collections.unmodifiableSortedMap(further);
  }

  /// The same of events in any list, where no numbers have been given but those that are there.
  public Scenario(Choice problem, List<Entrant> estimators, Settings run, List<Event> events) {
    this(problem, estimators, run, EventLog.of(events), Collections.emptySortedMap());
  }

  /// The highest number of a kind, at least 1.
  private static int highest(String kind, List<Entrant> entrants) {
    return entrants.stream()
        .filter(entrant -> entrant.kind().equals(kind))
        .mapToInt(Entrant::number)
        .reduce(1, Math::max);
  }

  /// The id of one more of a kind: the kind for the first ever, else the lowest number that nobody
  /// has had.
  public String freshId(String kind) {
    boolean first =
        !numbers.containsKey(kind) && estimators.stream().noneMatch(e -> e.kind().equals(kind));
    int number = Math.max(highest(kind, estimators), numbers.getOrDefault(kind, 1)) + 1;
    while (estimator(Entrant.numbered(kind, number)).isPresent()) {
      number++; // another kind's may be called so
    }
    return first ? kind : Entrant.numbered(kind, number);
  }

  /// The contender of an id.
  public Optional<Entrant> estimator(String id) {
    return estimators.stream().filter(entrant -> entrant.id().equals(id)).findFirst();
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
      case PROBLEM -> new Scenario(problem.with(key, value), estimators, run, events, numbers);
      case RUN -> new Scenario(problem, estimators, run.with(key, value), events, numbers);
      default -> {
        settings(scope);
        List<Entrant> changed = new ArrayList<>(estimators);
        changed.replaceAll(e -> e.id().equals(scope) ? e.with(key, value) : e);
        yield withEstimators(changed);
      }
    };
  }

  /// The same whose problem's files are told by what they held.
  ///
  /// @param digest of what was read
  public Scenario withDigest(String digest) {
    Scenario result = this;
    for (Parameter parameter : problem.settings().parameters()) {
      if (problem.settings().value(parameter.key()) instanceof Value.File(String path, String _)) {
        result = result.with(PROBLEM, parameter.key(), new Value.File(path, digest));
      }
    }
    return result;
  }

  /// What its problem's files held, where it tells; else empty.
  public String digest() {
    return problem.settings().parameters().stream()
        .map(parameter -> problem.settings().value(parameter.key()))
        .map(value -> value instanceof Value.File(String _, String digest) ? digest : "")
        .filter(digest -> !digest.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The same with other events.
  public Scenario withEvents(List<Event> newEvents) {
    return new Scenario(problem, estimators, run, EventLog.of(newEvents), numbers);
  }

  /// The same with other contenders; numbers that those have had who leave are not given again.
  public Scenario withEstimators(List<Entrant> newEstimators) {
    return withEstimators(newEstimators, Collections.emptySortedMap());
  }

  /// The same where further numbers have been given.
  public Scenario withEstimators(List<Entrant> newEstimators, SortedMap<String, Integer> given) {
    SortedMap<String, Integer> had = new TreeMap<>(numbers);
    given.forEach((kind, number) -> had.merge(kind, number, Math::max));
    for (Entrant entrant : estimators) {
      if (entrant.number() > 1) {
        had.merge(entrant.kind(), entrant.number(), Math::max);
      }
    }
    return new Scenario(problem, newEstimators, run, events, had);
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
    estimators.forEach(entrant -> scopes.add(entrant.id()));
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
