package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Another event takes as much memory whatever the number of those before: nothing that grows with
/// it is made in a burst, a change, a picture or a request.
final class EventCostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int MANY = 20_000;
  private static final int STEPS = 200;

  private static Scenario start() {
    return Scenarios.standard()
        .withEstimators(List.of(Scenarios.estimator("reinforce")))
        .with(Scenario.RUN, "steps", 1e9)
        .with(Scenario.RUN, "measure-samples", 0);
  }

  private static EventLog events(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new Event(
              1 + i * (long) STEPS / count,
              Scenario.RUN,
              "theta-rate",
              new Value.Real(.001 + i * 1e-6)));
    }
    return EventLog.of(events);
  }

  private static long bytes(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /// The least of several, as compilation and growing recordings take some now and then.
  private static long least(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 200; i++) {
      least = Math.min(least, bytes(work));
    }
    return least;
  }

  /// Bytes of a burst, of a change, of a change at the same step, of a picture.
  private static long[] costs(int behind) {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(start().withEvents(events(behind)), team);
      experiment.advance(STEPS + 1);
      int[] changes = {0};
      Runnable change =
          () -> {
            changes[0]++;
            experiment.retune(start().with(Scenario.RUN, "theta-rate", .5 + changes[0] * 1e-4));
          };
      Runnable burst = () -> experiment.burst(experiment.head() + 1, 1);
      long[] costs = {
        least(burst),
        least(
            () -> {
              change.run();
              burst.run();
            }),
        least(change),
        least(experiment::snapshot)
      };
      assertEquals(behind + 200 + 1, experiment.scenario().events().size());
      return costs;
    }
  }

  @Test
  void change_takesAsMuchMemory_afterManyAsAfterFew() {
    long[] few = costs(10);
    long[] many = costs(MANY);
    for (int i = 0; i < few.length; i++) {
      assertTrue(many[i] < few[i] + 1000, "cost " + i + ": " + few[i] + " and " + many[i]);
    }
  }

  @Test
  void cursor_looksOnlyAtWhatIsNew() {
    Scenario scenario = start().withEvents(events(MANY));
    EventCursor cursor = new EventCursor();
    long all = bytes(() -> cursor.at(scenario, STEPS));
    Scenario values = cursor.at(scenario, STEPS + 1);
    assertSame(values, cursor.at(scenario, STEPS + 2));
    Event next = new Event(STEPS + 5, Scenario.RUN, "theta-rate", new Value.Real(.7));
    Scenario longer = scenario.withEvents(scenario.events().plus(next));
    assertSame(values, cursor.at(longer, STEPS + 4));
    long one = bytes(() -> cursor.at(longer, STEPS + 5));
    assertTrue(one < all / 1000, one + " of " + all + " bytes");
    assertEquals(longer.settled(), cursor.at(longer, STEPS + 5));
    assertEquals(values, cursor.before(longer, STEPS + 5));
  }

  /// Whatever was changed behind it, it has the values that a fresh look gives.
  @Test
  void cursor_followsARecordThatIsChanged() {
    Scenario one = start().withEvents(events(50));
    EventCursor cursor = new EventCursor();
    Event last = one.events().newest();
    Scenario replaced =
        one.withEvents(
            one.events()
                .through(last.step() - 1)
                .plus(new Event(last.step(), Scenario.RUN, "phi-rate", new Value.Real(.7))));
    Scenario cut = one.withEvents(List.copyOf(one.events().first(20)));
    for (Scenario scenario : List.of(one, replaced, cut, one, start(), replaced)) {
      for (long step : new long[] {STEPS, 0, last.step(), last.step() - 1, STEPS}) {
        assertEquals(scenario.at(step), cursor.at(scenario, step));
        assertEquals(
            step == 0 ? scenario.at(0) : scenario.at(step - 1), cursor.before(scenario, step));
      }
    }
  }

  @Test
  void request_carriesNoEvents() {
    Scenario wanted = start().withEvents(events(MANY));
    try (Runner runner = new Runner(start(), 1)) {
      runner.submit(wanted.settled());
      Request older = Request.values(new Request.Values(0, wanted.settled(), 1));
      Request newer = Request.values(new Request.Values(0, start(), 2));
      assertSame(newer.values(), older.merge(newer).values());
    }
  }
}
