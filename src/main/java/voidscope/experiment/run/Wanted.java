package voidscope.experiment.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.Scenario;

/// Live values that someone wants of a run.
///
/// What is changed at one step is its net effect: each parameter at most once, and not at all where
/// it comes back to what it was.
///
/// @param values that are to hold; those that need a restart, and of another problem, are passed
///   over
record Wanted(Scenario values) {
  /// What would have to change at a step for it.
  ///
  /// @param now what holds without it
  List<Event> changes(Scenario now, long step, long since) {
    List<Event> changes = new ArrayList<>();
    changes(changes, Scenario.PROBLEM, now, step, since);
    changes(changes, Scenario.RUN, now, step, since);
    now.estimators().forEach(each -> changes(changes, each.id(), now, step, since));
    return changes;
  }

  private void changes(List<Event> changes, String scope, Scenario now, long step, long since) {
    if (!speaksOf(scope, now)) {
      return;
    }
    Settings wanted = values.settings(scope);
    Settings held = now.settings(scope);
    for (Parameter parameter : held.parameters()) {
      String key = parameter.key();
      if (parameter.live() && wanted.has(key) && !wanted.value(key).equals(held.value(key))) {
        changes.add(new Event(step, scope, key, wanted.value(key), since));
      }
    }
  }

  private boolean speaksOf(String scope, Scenario now) {
    return switch (scope) {
      case Scenario.PROBLEM -> values.problem().key().equals(now.problem().key());
      case Scenario.RUN -> true;
      default -> values.estimator(scope).isPresent() && now.estimator(scope).isPresent();
    };
  }

  private boolean speaksOf(Event event, Scenario now) {
    return speaksOf(event.scope(), now)
        && now.parameter(event.scope(), event.key()).live()
        && values.settings(event.scope()).has(event.key());
  }

  /// The record of a run that has come to a step, where this is to hold from then on.
  ///
  /// @param record so far; what it has behind the step is dropped
  /// @param before what held before the changes of the step
  /// @param since the step at which the gesture began that wants it
  EventLog record(EventLog record, Scenario before, long step, long since) {
    EventLog earlier = record.through(step - 1);
    List<Event> told = record.through(step).from(earlier.size());
    List<Event> changes = new ArrayList<>();
    for (Event change : changes(before, step, since)) {
      changes.add(
          told.stream()
              .filter(event -> event.concerns(change) && event.value().equals(change.value()))
              .findFirst()
              .orElse(change));
    }
    told.stream().filter(event -> !speaksOf(event, before)).forEach(changes::add);
    changes.sort(Comparator.comparingLong(Event::since).thenComparing(before.order()));
    EventLog log = earlier;
    for (Event change : changes) {
      log = log.plus(change);
    }
    return log;
  }
}
