package voidscope.experiment.scenario;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The live changes of a run, ascending in their steps; those of one step in the order in which
/// they were given. Immutable, and may be read by any thread.
///
/// A longer log shares the shorter one that it goes on from, so that adding a change takes the same
/// time and memory whatever their number. Each has, beside the log before it, a far older one to
/// jump to (Myers 1983, *An applicative random-access stack*): finding a place takes O(log n).
public final class EventLog extends AbstractList<Event> {
  /// No changes.
  public static final EventLog EMPTY = new EventLog();

  private final @Nullable Event newest;
  private final EventLog before;
  private final EventLog jump;
  private final int size;

  private EventLog() {
    newest = null;
    before = this;
    jump = this;
    size = 0;
  }

  private EventLog(EventLog before, Event newest) {
    this.newest = newest;
    this.before = before;
    size = before.size + 1;
    // Two jumps of one length become one of both.
    EventLog far = before.jump;
    jump = before.size - far.size == far.size - far.jump.size ? far.jump : before;
  }

  /// The log of some changes, in any order of their steps.
  public static EventLog of(List<Event> events) {
    if (events instanceof EventLog log) {
      return log;
    }
    EventLog log = EMPTY;
    for (Event event : events.stream().sorted(Comparator.comparingLong(Event::step)).toList()) {
      log = log.plus(event);
    }
    return log;
  }

  /// This log and another change, which this one does not see.
  ///
  /// @throws IllegalArgumentException if the change comes before the newest
  public EventLog plus(Event event) {
    if (size > 0 && event.step() < newest().step()) {
      throw new IllegalArgumentException(
          "a change at " + event.step() + " behind one at " + newest().step());
    }
    return new EventLog(this, event);
  }

  /// The last change.
  ///
  /// @throws NullPointerException if there is none
  public Event newest() {
    return Objects.requireNonNull(newest, "no changes");
  }

  /// The log as it was when it had so many changes.
  ///
  /// @param count of changes, at most as many as there are
  public EventLog first(int count) {
    EventLog log = this;
    while (log.size > count) {
      log = log.jump.size >= count ? log.jump : log.before;
    }
    return log;
  }

  /// The log without the changes behind a step.
  public EventLog through(long step) {
    EventLog log = this;
    while (log.reaches(step)) {
      log = log.jump.reaches(step) ? log.jump : log.before;
    }
    return log;
  }

  private boolean reaches(long step) {
    return newest != null && newest.step() > step;
  }

  /// The first step behind another at which something changes; [Long#MAX_VALUE] if there is none.
  public long next(long step) {
    int past = through(step).size;
    return past == size ? Long.MAX_VALUE : get(past).step();
  }

  /// The changes from an index on, in an array of their own.
  public List<Event> from(int index) {
    Event[] events = new Event[size - index];
    EventLog log = this;
    for (int i = events.length - 1; i >= 0; i--) {
      events[i] = log.newest();
      log = log.before;
    }
    return List.of(events);
  }

  @Override
  public Event get(int index) {
    return first(Objects.checkIndex(index, size) + 1).newest();
  }

  @Override
  public int size() {
    return size;
  }

  /// Looks only at the changes of the same step.
  @Override
  public boolean contains(@Nullable Object object) {
    if (!(object instanceof Event event)) {
      return false;
    }
    EventLog log = through(event.step());
    while (log.size > 0 && log.newest().step() == event.step()) {
      if (log.newest().equals(event)) {
        return true;
      }
      log = log.before;
    }
    return false;
  }

  @Override
  public Iterator<Event> iterator() {
    return from(0).iterator();
  }
}
