package voidscope.experiment.run;

import org.jspecify.annotations.Nullable;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.Scenario;

/// How far someone has followed the events of a run, and the values that hold there.
///
/// It looks only at events that it has not taken in yet. Where the record is another than before,
/// it goes back as far as both agree: before the newest step, as that is where live changes are, or
/// to the start.
final class EventCursor {
  private EventLog taken = EventLog.EMPTY;
  private EventLog earlier = EventLog.EMPTY;
  private @Nullable Scenario values;
  private @Nullable Scenario earlierValues;

  /// The values for the step after `step` steps are done, without events.
  ///
  /// @param scenario the run's; its values at step 0 are those of the call before
  Scenario at(Scenario scenario, long step) {
    EventLog due = scenario.events().through(step);
    Scenario now = agreed(scenario, due);
    for (Event event : due.from(taken.size())) {
      if (taken.isEmpty() || taken.newest().step() < event.step()) {
        earlier = taken;
        earlierValues = now;
      }
      now = now.with(event);
      taken = due.first(taken.size() + 1);
    }
    values = now;
    return now;
  }

  /// The values for that step as they would be if nothing had changed there.
  Scenario before(Scenario scenario, long step) {
    Scenario now = at(scenario, step);
    boolean changed = !taken.isEmpty() && taken.newest().step() == step;
    return changed && earlierValues != null ? earlierValues : now;
  }

  /// Goes back to where it agrees with a record.
  private Scenario agreed(Scenario scenario, EventLog due) {
    if (values != null && begins(taken, due)) {
      return values;
    }
    if (earlierValues != null && begins(earlier, due)) {
      taken = earlier;
      return earlierValues;
    }
    taken = EventLog.EMPTY;
    earlierValues = null;
    return scenario.start();
  }

  @SuppressWarnings("ReferenceEquality") // a log goes on from another where it shares it
  private static boolean begins(EventLog first, EventLog log) {
    return first.size() <= log.size() && log.first(first.size()) == first;
  }
}
