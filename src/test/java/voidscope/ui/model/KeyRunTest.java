package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Which presses of a key belong together.
final class KeyRunTest {
  private long now = Long.MAX_VALUE - 100;

  @Test
  void run_endsAfterASecondWithoutAPress() {
    KeyRun keys = new KeyRun(() -> now);
    assertFalse(keys.goesOn());
    for (int i = 0; i < 5; i++) {
      now += 900_000_000L;
      assertTrue(keys.goesOn());
    }
    now += 1_000_000_000L;
    assertFalse(keys.goesOn());
    now++;
    assertTrue(keys.goesOn());
  }
}
