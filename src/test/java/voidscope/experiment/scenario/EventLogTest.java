package voidscope.experiment.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;

/// The log of events against a plain list.
final class EventLogTest {
  private final SplittableRandom random = new SplittableRandom(5);

  private static Event event(long step, double value) {
    return new Event(step, Scenario.PROBLEM, "target", new Value.Real(value));
  }

  private List<Event> some(int count) {
    List<Event> events = new ArrayList<>();
    long step = 3;
    for (int i = 0; i < count; i++) {
      step += random.nextInt(3);
      events.add(event(step, i));
    }
    return events;
  }

  @Test
  void log_isTheList_atEveryLength() {
    for (int count = 0; count < 200; count++) {
      List<Event> list = some(count);
      EventLog log = EventLog.of(list);
      assertEquals(list, log);
      assertEquals(log, list);
      assertEquals(List.copyOf(list), log.stream().toList());
      for (int i = 0; i < count; i++) {
        assertSame(list.get(i), log.get(i));
        assertEquals(list.subList(0, i), log.first(i));
        assertEquals(list.subList(i, count), log.from(i));
      }
      long end = count == 0 ? 5 : list.getLast().step() + 2;
      for (long step = 0; step <= end; step++) {
        long at = step;
        assertEquals(list.stream().filter(e -> e.step() <= at).toList(), log.through(step));
        assertEquals(
            list.stream().mapToLong(Event::step).filter(s -> s > at).min().orElse(Long.MAX_VALUE),
            log.next(step));
      }
      assertThrows(IndexOutOfBoundsException.class, () -> log.get(list.size()));
    }
  }

  /// Nothing is copied: the longer log begins with the shorter one itself, also where two go on
  /// from it.
  @Test
  void plus_sharesWhatIsBefore() {
    EventLog log = EventLog.of(some(1000));
    long step = log.newest().step();
    EventLog one = log.plus(event(step, -1));
    EventLog other = log.plus(event(step + 1, -2));
    assertSame(log, one.first(1000));
    assertSame(log, other.through(step));
    assertEquals(1000, log.size());
    assertEquals(new Value.Real(-1), one.newest().value());
    assertEquals(new Value.Real(-2), other.newest().value());
    assertSame(one, EventLog.of(one));
    assertSame(one, Scenarios.standard().withEvents(one).with("run", "seed", 3).events());
  }

  @Test
  void plus_refusesWhatComesBefore() {
    EventLog log = EventLog.EMPTY.plus(event(7, 0));
    assertThrows(IllegalArgumentException.class, () -> log.plus(event(6, 0)));
    assertThrows(
        IllegalArgumentException.class, () -> new Event(6, "run", "steps", new Value.Whole(1), 7));
  }

  @Test
  void of_sortsBySteps_andKeepsTheOrderOfOneStep() {
    List<Event> list = List.of(event(9, 0), event(4, 1), event(9, 2), event(4, 3));
    assertEquals(
        list.stream().sorted(Comparator.comparingLong(Event::step)).toList(), EventLog.of(list));
  }

  @Test
  void contains_findsWhatIsThere() {
    List<Event> list = some(300);
    EventLog log = EventLog.of(list);
    for (Event event : list) {
      assertTrue(log.contains(event));
      assertFalse(log.contains(event(event.step(), 1000)));
    }
    assertFalse(EventLog.EMPTY.contains(list.getFirst()));
  }
}
