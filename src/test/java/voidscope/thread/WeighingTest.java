package voidscope.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What it costs to find out, and to notice, in a time of the test's own.
final class WeighingTest {
  private static final int ROUNDS = 10_000;

  private final Weighing weighing = new Weighing();
  private long now = 1;
  private long run = 1;

  /// Of so many rounds the part that is shared, where the others take a hundred each, and every
  /// twentieth, whichever, ten times as long.
  private double shared(int rounds, int nanos) {
    int count = 0;
    for (int i = 0; i < rounds; i++) {
      assertTrue(weighing.idle(run));
      weighing.begin(now);
      boolean shares = weighing.shares();
      count += shares ? 1 : 0;
      now += (shares ? nanos : 100L) * (i % 20 == 19 ? 10 : 1);
      weighing.end(now);
    }
    return (double) count / rounds;
  }

  @Test
  void whatPaysIsShared_andTheOtherWayHardlyTried() {
    assertEquals(1, shared(40, 70));
    assertTrue(shared(ROUNDS, 70) > .97);
    double late = shared(ROUNDS, 70);
    assertTrue(late > .98 && late < 1, "it is tried again: " + late);
  }

  @Test
  void whatDoesNotPayIsDoneAlone() {
    shared(ROUNDS / 10, 250);
    double late = shared(ROUNDS, 250);
    assertTrue(late < .02 && late > 0, "it is tried again: " + late);
  }

  @Test
  void aChangeIsNoticed_atOnceWhereRoundsBecomeMuchLonger() {
    shared(ROUNDS, 70);
    shared(40, 250);
    assertTrue(shared(300, 250) < .1);
    shared(32 * 11 + 40, 70);
    assertTrue(shared(ROUNDS, 70) > .97);
  }

  /// A round that its run left unfinished is none.
  @Test
  void runsThatEndWithinARound_haveNoSay() {
    shared(ROUNDS, 70);
    for (int i = 0; i < 1_000; i++) {
      assertTrue(weighing.idle(run));
      weighing.begin(now);
      assertFalse(weighing.idle(run));
      run++;
      now += 1_000_000;
      assertTrue(weighing.idle(run));
    }
    assertTrue(shared(ROUNDS, 70) > .97);
  }
}
