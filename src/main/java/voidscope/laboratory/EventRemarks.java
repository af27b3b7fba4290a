package voidscope.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Settings;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;

/// What is told of a scenario's events that do not do what they say: those that come after the last
/// step, and those that set what is tuned.
public final class EventRemarks {
  private EventRemarks() {}

  /// A line for every parameter with such events.
  ///
  /// @param from the step at which the run begins
  public static List<String> of(Scenario scenario, long from) {
    long budget = scenario.settled().run().whole(RunParameters.STEPS.key());
    Map<String, List<Event>> late = new LinkedHashMap<>();
    Map<String, List<Event>> idle = new LinkedHashMap<>();
    for (Event event : scenario.events()) {
      String name = event.scope() + "." + event.key();
      boolean settlesBudget =
          event.scope().equals(Scenario.RUN) && event.key().equals(RunParameters.STEPS.key());
      if (event.step() >= budget && !settlesBudget) {
        late.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
      } else if (event.step() >= from && tuned(scenario, event)) {
        idle.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
      }
    }
    List<String> lines = new ArrayList<>();
    late.forEach(
        (name, events) ->
            lines.add(
                changes(name, events)
                    + ": the run ends at step "
                    + budget
                    + ", before that could hold."));
    idle.forEach(
        (name, events) ->
            lines.add(
                changes(name, events)
                    + ": it is tuned there, so a set value holds only once it is no longer"
                    + " tuned."));
    return lines;
  }

  /// Such as `3 events from step 100 on set rebar.temperature`.
  private static String changes(String name, List<Event> events) {
    long first = events.getFirst().step();
    return events.size() == 1
        ? "An event at step " + first + " sets " + name
        : events.size() + " events from step " + first + " on set " + name;
  }

  /// Whether the parameter is in the hands of who tunes it when the event comes.
  private static boolean tuned(Scenario scenario, Event event) {
    if (scenario.estimator(event.scope()).isEmpty()) {
      return false;
    }
    Settings now = scenario.at(event.step()).settings(event.scope());
    return now.parameters().stream()
        .anyMatch(flag -> flag.hands().equals(event.key()) && now.flag(flag.key()));
  }
}
