package voidscope.experiment.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Compute time by step: both ways, monotone, and bounded however long the run.
final class ClockTest {
  @Test
  void seconds_areStraightBetweenBursts_andInvertible() {
    Clock.Recorder recorder = new Clock.Recorder();
    recorder.add(10, 2);
    recorder.add(30, 1);
    Clock clock = recorder.view();
    assertEquals(0, clock.taken(0));
    assertEquals(1, clock.taken(5), 1e-12);
    assertEquals(2.5, clock.taken(20), 1e-12);
    assertEquals(20, clock.step(2.5), 1e-12);
    assertEquals(6, clock.taken(60), 1e-12, "past the end at the mean pace");
    assertEquals(0, Clock.START.taken(5));
  }

  @Test
  void add_keepsTimeExact_overMillionsOfBursts() {
    Clock.Recorder recorder = new Clock.Recorder();
    for (int i = 1; i <= 100_000; i++) {
      recorder.add(7L * i, i % 2 == 0 ? 0.003 : 0.001);
    }
    Clock clock = recorder.view();
    double before = -1;
    for (int i = 0; i <= 100; i++) {
      double step = 7000.0 * i;
      double seconds = clock.taken(step);
      assertTrue(seconds > before);
      assertEquals(2.0 * i, seconds, 0.01);
      assertEquals(step, clock.step(seconds), 1e-6 * (1 + step));
      before = seconds;
    }
  }
}
