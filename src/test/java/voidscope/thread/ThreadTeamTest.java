package voidscope.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every chunk once, whoever does it; exceptions arrive; an idle or closed team rests.
@Timeout(30)
final class ThreadTeamTest {
  @Test
  void run_doesEveryChunkOnce_overManyRuns() {
    for (int threads : new int[] {1, 2, 3}) {
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int run = 0; run < 2000; run++) {
          int chunks = run % 17;
          AtomicIntegerArray done = new AtomicIntegerArray(17);
          team.run(
              chunks,
              (chunk, worker) -> {
                assertTrue(worker >= 0 && worker < threads);
                done.incrementAndGet(chunk);
              });
          for (int chunk = 0; chunk < 17; chunk++) {
            assertEquals(chunk < chunks ? 1 : 0, done.get(chunk));
          }
        }
      }
    }
  }

  @Test
  void run_throwsWhatAChunkThrew_afterTheOthersEnded_andGoesOn() {
    try (ThreadTeam team = new ThreadTeam(2)) {
      AtomicIntegerArray done = new AtomicIntegerArray(8);
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  team.run(
                      8,
                      (chunk, worker) -> {
                        done.incrementAndGet(chunk);
                        if (chunk == 3) {
                          throw new IllegalStateException("chunk three");
                        }
                      }));
      assertEquals("chunk three", thrown.getMessage());
      assertEquals(1, done.get(3));
      team.run(8, (chunk, worker) -> done.incrementAndGet(chunk));
      assertEquals(2, done.get(3));
    }
  }

  @Test
  void team_wakesUp_afterItHasSlept() throws InterruptedException {
    try (ThreadTeam team = new ThreadTeam(2)) {
      for (int run = 0; run < 5; run++) {
        Thread.sleep(5);
        AtomicIntegerArray done = new AtomicIntegerArray(4);
        team.run(4, (chunk, worker) -> done.incrementAndGet(chunk));
        assertEquals(1, done.get(3));
      }
    }
  }

  @Test
  void constructor_refusesATeamOfNobody() {
    assertThrows(IllegalArgumentException.class, () -> new ThreadTeam(0));
  }
}
