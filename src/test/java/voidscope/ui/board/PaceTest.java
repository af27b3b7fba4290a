package voidscope.ui.board;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// How often the charts follow the run.
class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void due_atOnce_whileNobodyChangesAnything() {
    pace.begin(1000);
    assertTrue(pace.due(1010, 1010));
    pace.touch(5000);
    pace.begin(5000);
    assertFalse(pace.due(5010, 5010));
    pace.begin(1_000_004_990L);
    assertFalse(pace.due(1_000_004_999L, 1_000_004_995L));
    assertTrue(pace.due(1_000_005_000L, 1_000_005_000L));
  }

  private static final long MILLIS = 1_000_000;

  /// Of a painting that took 20 ms, and of one that took 60.
  @Test
  void due_afterARest_wherePaintingTakesLongerThanAPulse() {
    pace.begin(0);
    assertFalse(pace.due(26 * MILLIS, 20 * MILLIS));
    assertTrue(pace.due(27 * MILLIS, 20 * MILLIS));
    assertFalse(pace.due(119 * MILLIS, 60 * MILLIS));
    assertTrue(pace.due(120 * MILLIS, 60 * MILLIS));
  }

  @Test
  void due_afterARestAsLongAsThePainting_whileTheUserChangesSomething() {
    pace.touch(1000);
    pace.begin(1000);
    assertFalse(pace.due(1016, 1010));
    assertFalse(pace.due(1019, 1010));
    assertTrue(pace.due(1020, 1010));
  }

  @Test
  void due_atOnce_whereAChangeWasPaintedInBetween() {
    pace.touch(1000);
    pace.begin(1000);
    pace.begin(9000);
    assertTrue(pace.due(9016, 9008));
  }
}
